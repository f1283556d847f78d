// Where a path of a tree leads when somebody writes to it: through the symbolic links on its way, into a submodule, or out of the repository.
// Text only, of a tree that was read before; touches no disk.

export interface TreeLinks {
  /** By path from the top: what each symbolic link says. */
  readonly links: ReadonlyMap<string, string>
  readonly submodules: ReadonlySet<string>
}

export type Lead =
  | { readonly kind: 'inside'; readonly path: string; readonly link: string | undefined }
  | { readonly kind: 'submodule'; readonly path: string }
  | { readonly kind: 'outside' | 'circle'; readonly link: string }

/** As many as Linux follows. */
const MOST_LINKS = 40

export function leadOf(path: string, { links, submodules }: TreeLinks): Lead {
  const done: string[] = []
  const rest = path.split('/')
  let first: string | undefined
  for (let followed = 0; rest.length > 0; ) {
    const segment = rest.shift()!
    if (segment === '' || segment === '.') continue
    if (segment === '..') {
      if (done.pop() === undefined) return { kind: 'outside', link: first ?? path }
      continue
    }
    done.push(segment)
    const here = done.join('/')
    if (submodules.has(here)) return { kind: 'submodule', path: here }
    const target = links.get(here)
    if (target === undefined) continue
    first ??= here
    if (target.startsWith('/')) return { kind: 'outside', link: first }
    if (++followed > MOST_LINKS) return { kind: 'circle', link: first }
    done.pop()
    rest.unshift(...target.split('/'))
  }
  return { kind: 'inside', path: done.join('/'), link: first }
}
