// The paths of an action of ASP.NET that a pattern of the application leads to. Pure text.

/** The controllers that have no path of their own count as a framework: only its pattern mounts them. */
export const conventional = 'aspnet-conventional'

/** Stands in a path where a controller lies in no area. */
export const noArea = '-'

/** Every path under which a pattern leads to an action, from `/{controller=Home}/{action=Index}/{id=}/-/Show`. */
export function conventionalPaths(path: string, controller: string): readonly string[] {
  const parts = path.split('/').filter(each => each !== '')
  const action = parts.pop() ?? ''
  const area = parts.pop() ?? noArea
  const isOfArea = parts.some(each => /^\{area\b/.test(each))
  if (isOfArea !== (area !== noArea)) return []
  const values: Readonly<Record<string, string>> = { controller, action, area }
  const segments = parts.map(each => {
    const [, name, standard] = /^\{(\w+)(?:=(\w*))?\}$/.exec(each) ?? []
    if (name === undefined) return { text: each, isOpen: false }
    const value = values[name]
    const isOpen = value === undefined ? standard !== undefined : isSame(standard, value)
    return { text: value ?? `{${name}}`, isOpen }
  })
  const fixed = segments.findLastIndex(each => !each.isOpen) + 1
  return Array.from({ length: segments.length - fixed + 1 }, (_, open) => {
    const kept = segments.slice(0, segments.length - open).map(each => each.text)
    return `/${kept.join('/')}`
  })
}

const isSame = (one: string | undefined, other: string) =>
  one?.toLowerCase() === other.toLowerCase()
