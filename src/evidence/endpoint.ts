// Endpoints as people write them: a method and a path, whose parameters are compared whatever their name and syntax.

export function readEndpoint(text: string): { readonly method: string; readonly shape: string } {
  const match = /^\s*([A-Za-z]+)\s+(\S+)\s*$/.exec(text)
  return {
    method: (match?.[1] ?? 'ANY').toUpperCase(),
    shape: routeShape(match?.[2] ?? text.trim()),
  }
}

export const isSameMethod = (wanted: string, found: string) =>
  wanted === 'ANY' || found === 'ANY' || found === '*' || wanted === found.toUpperCase()

/** Frameworks that compare without case are asked so. */
export const isOfShape = (
  shape: string,
  { path, isCaseless }: { readonly path: string; readonly isCaseless?: boolean },
) =>
  isCaseless ? routeShape(path).toLowerCase() === shape.toLowerCase() : routeShape(path) === shape

/** Whether a path with a mark in it, for a text that nobody can read, may be of that shape: its written end has a word of its own. */
export function mayBeShape(shape: string, path: string): boolean {
  const whole = routeShape(path)
  const head = whole.slice(0, whole.indexOf('⟨'))
  const rest = whole.slice(whole.lastIndexOf('⟩') + 1)
  // What cannot be read may be nothing.
  const before = head.endsWith('/') && rest.startsWith('/') ? head.slice(0, -1) : head
  const isTold = rest.split('/').some(each => each !== '' && each !== '{}')
  return isTold && shape.startsWith(head) && shape.slice(before.length).endsWith(rest)
}

/** `/users/:id/`, `/users/{id}`, `/users/<int:id>` and `/users/[id]` are one route. */
export function routeShape(path: string): string {
  const parts = path
    .split('/')
    .filter(each => each !== '')
    .map(each => (/^(:.+|\{.+\}|<.+>|\[.+\]|\$.+)$/.test(each) ? '{}' : each))
  return `/${parts.join('/')}`
}
