// Imports of Go: a path below a module of the repository is a folder, and means every file in it that is no test.

import { type Files, folderOf, foldersAbove, joinPath } from './paths.ts'

interface GoModule {
  readonly path: string
  readonly folder: string
  /** `replace example.com/x => ../x`. */
  readonly replaced: ReadonlyMap<string, string>
}

export interface GoModules {
  readonly modules: readonly GoModule[]
  readonly byFolder: ReadonlyMap<string, readonly string[]>
}

export function readGoModules(files: Files, configs: ReadonlyMap<string, string>): GoModules {
  const modules = [...configs]
    .filter(([path]) => path === 'go.mod' || path.endsWith('/go.mod'))
    .map(([path, text]) => readModule(folderOf(path), text))
    .sort((a, b) => b.path.length - a.path.length)
  const sources = [...files]
    .filter(each => each.endsWith('.go') && !each.endsWith('_test.go'))
    .sort()
  return { modules, byFolder: Map.groupBy(sources, folderOf) }
}

function readModule(folder: string, text: string): GoModule {
  const code = text.replace(/\/\/[^\n]*/g, '')
  const replaced = new Map<string, string>()
  for (const [, from, to] of code.matchAll(
    /(?:^|\n)\s*(?:replace\s+)?(\S+)(?:\s+v\S+)?\s*=>\s*(\.{1,2}\/\S*)/g,
  )) {
    const target = joinPath(folder, to!)
    if (target !== undefined) replaced.set(from!, target)
  }
  return { path: /(?:^|\n)\s*module\s+"?([^\s"]+)/.exec(code)?.[1] ?? '', folder, replaced }
}

export function resolveGo(
  from: string,
  module: string,
  { modules, byFolder }: GoModules,
): readonly string[] {
  const above = foldersAbove(folderOf(from))
  const own = above.map(folder => modules.find(each => each.folder === folder)).find(each => each)
  const places = [
    ...[...(own?.replaced ?? [])].map(([path, folder]) => ({ path, folder })),
    ...(own ? [own] : []),
    ...modules,
  ]
  for (const { path, folder } of places) {
    if (path === '' || (module !== path && !module.startsWith(`${path}/`))) continue
    const target = joinPath(folder, `./${module.slice(path.length)}`)
    const found = target === undefined ? undefined : byFolder.get(target)
    if (found) return found
  }
  return []
}
