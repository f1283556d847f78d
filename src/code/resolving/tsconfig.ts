// `paths` and `baseUrl` of the tsconfig that is nearest to a file, `extends` within the repository followed.

import { asObject, asText, type Json, readJsonc } from './jsonc.ts'
import { folderOf, foldersAbove, joinPath } from './paths.ts'

interface Mapping {
  /** Folder that plain names start from. */
  readonly base: string | undefined
  /** Patterns with their targets, resolved against the repository. */
  readonly paths: readonly (readonly [string, readonly string[]])[]
}

/** By folder of the configuration. */
export type Tsconfigs = ReadonlyMap<string, Mapping>

const longestChain = 10

export function readTsconfigs(configs: ReadonlyMap<string, string>): Tsconfigs {
  const mappings = new Map<string, Mapping>()
  for (const name of ['jsconfig.json', 'tsconfig.json'])
    for (const path of configs.keys())
      if (path === name || path.endsWith(`/${name}`))
        mappings.set(folderOf(path), readMapping(path, configs))
  return mappings
}

/** What a configuration says itself wins over what it extends. */
function readMapping(path: string, configs: ReadonlyMap<string, string>): Mapping {
  let base: string | undefined
  let paths: Mapping['paths'] | undefined
  for (const [at, config] of chain(path, configs)) {
    const options = asObject(config.compilerOptions)
    const baseUrl = asText(options.baseUrl)
    const own = baseUrl === undefined ? undefined : joinPath(folderOf(at), baseUrl)
    if (options.paths !== undefined)
      paths ??= readPaths(asObject(options.paths), own ?? folderOf(at))
    base ??= own
  }
  return { base, paths: paths ?? [] }
}

function chain(
  path: string,
  configs: ReadonlyMap<string, string>,
): readonly (readonly [string, Json])[] {
  const found: [string, Json][] = []
  const queue = [path]
  for (
    let at = queue.shift();
    at !== undefined && found.length < longestChain;
    at = queue.shift()
  ) {
    const text = configs.get(at) ?? configs.get(`${at}.json`)
    if (text === undefined) continue
    const config = readJsonc(text)
    found.push([at, config])
    const parents = Array.isArray(config.extends) ? config.extends.toReversed() : [config.extends]
    for (const parent of parents) {
      const written = asText(parent)
      const next = written?.startsWith('.') ? joinPath(folderOf(at), written) : undefined
      if (next !== undefined) queue.push(next)
    }
  }
  return found
}

function readPaths(paths: Json, folder: string): Mapping['paths'] {
  return Object.entries(paths).map(([pattern, targets]) => {
    const written = Array.isArray(targets) ? targets.map(asText) : []
    const resolved = written.map(each => (each === undefined ? undefined : joinPath(folder, each)))
    return [pattern, resolved.filter(each => each !== undefined)] as const
  })
}

/** Where the nearest configuration sends a name, most specific pattern first, then below `baseUrl`. */
export function mappedPaths(from: string, module: string, tsconfigs: Tsconfigs): readonly string[] {
  const folder = foldersAbove(folderOf(from)).find(each => tsconfigs.has(each))
  const mapping = folder === undefined ? undefined : tsconfigs.get(folder)
  if (!mapping) return []
  const fitting = mapping.paths
    .map(([pattern, targets]) => ({ pattern, targets, rest: matchStar(pattern, module) }))
    .filter(each => each.rest !== undefined)
    .sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern))
  const best = fitting[0]?.targets.map(each => each.replace('*', () => fitting[0]!.rest!)) ?? []
  const plain = mapping.base === undefined ? undefined : joinPath(mapping.base, module)
  return plain === undefined ? best : [...best, plain]
}

const prefixLength = (pattern: string) =>
  pattern.includes('*') ? pattern.indexOf('*') : Number.MAX_SAFE_INTEGER

/** What `*` stands for, '' for an exact match. */
export function matchStar(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === text ? '' : undefined
  const end = pattern.slice(star + 1)
  const isLong = text.length >= pattern.length - 1
  if (!isLong || !text.startsWith(pattern.slice(0, star)) || !text.endsWith(end)) return undefined
  return text.slice(star, text.length - end.length)
}
