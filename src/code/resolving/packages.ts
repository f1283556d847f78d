// Packages of a workspace by name, with `exports`, `imports` and `main` of their package.json.

import { asObject, asText, type Json, readJsonc } from './jsonc.ts'
import { folderOf, foldersAbove, joinPath } from './paths.ts'
import { matchStar } from './tsconfig.ts'

interface Package {
  readonly folder: string
  readonly manifest: Json
}

export interface Packages {
  readonly byName: ReadonlyMap<string, Package>
  readonly byFolder: ReadonlyMap<string, Package>
}

/** Conditions of an export that may lead to a source, best first. */
const conditions = [
  'source',
  'development',
  'types',
  'import',
  'module',
  'node',
  'require',
  'default',
]

export function readPackages(configs: ReadonlyMap<string, string>): Packages {
  const byName = new Map<string, Package>()
  const byFolder = new Map<string, Package>()
  for (const path of [...configs.keys()].sort()) {
    if (path !== 'package.json' && !path.endsWith('/package.json')) continue
    const found = { folder: folderOf(path), manifest: readJsonc(configs.get(path)!) }
    byFolder.set(found.folder, found)
    const name = asText(found.manifest.name)
    if (name !== undefined && !byName.has(name)) byName.set(name, found)
  }
  return { byName, byFolder }
}

/** Paths that a bare name may mean: `#internal`, `@scope/name`, `@scope/name/sub/path`. */
export function packageTargets(
  from: string,
  module: string,
  packages: Packages,
): readonly string[] {
  if (module.startsWith('#')) return ownImports(from, module, packages)
  const name = /^(@[^/]+\/[^/]+|[^/]+)/.exec(module)?.[0] ?? ''
  const found = packages.byName.get(name)
  if (!found) return []
  const subpath = `.${module.slice(name.length)}`
  return exported(found, subpath).flatMap(each => below(found, each))
}

function below({ folder }: Package, path: string): string[] {
  const joined = joinPath(folder, path)
  return joined === undefined ? [] : [joined]
}

function ownImports(from: string, module: string, { byFolder }: Packages): readonly string[] {
  const folder = foldersAbove(folderOf(from)).find(each => byFolder.has(each))
  const own = folder === undefined ? undefined : byFolder.get(folder)
  if (!own) return []
  return matchTargets(asObject(own.manifest.imports), module).flatMap(each => below(own, each))
}

function exported({ manifest }: Package, subpath: string): readonly string[] {
  const { exports } = manifest
  if (exports !== undefined) {
    const table = asObject(exports)
    const hasSubpaths = Object.keys(table).some(key => key.startsWith('.'))
    return hasSubpaths ? matchTargets(table, subpath) : subpath === '.' ? targetsOf(exports) : []
  }
  if (subpath !== '.') return [subpath, `./src/${subpath}`]
  const entries = ['source', 'types', 'module', 'main'].map(key => asText(manifest[key]))
  return [...entries.filter(each => each !== undefined), './index', './src/index']
}

/** An exact key, else the pattern with the longest beginning. */
function matchTargets(table: Json, wanted: string): readonly string[] {
  const fitting = Object.keys(table)
    .map(key => ({ key, rest: matchStar(key, wanted) }))
    .filter(each => each.rest !== undefined)
    .sort(
      (a, b) =>
        Number(a.key.includes('*')) - Number(b.key.includes('*')) || b.key.length - a.key.length,
    )
  const best = fitting[0]
  return best ? targetsOf(table[best.key]).map(each => each.replaceAll('*', () => best.rest!)) : []
}

/** Every path below a target, by the order of conditions. Nesting is bounded by the JSON that it came from. */
function targetsOf(target: unknown): readonly string[] {
  const text = asText(target)
  if (text !== undefined) return [text]
  if (Array.isArray(target)) return target.flatMap(targetsOf)
  const table = asObject(target)
  return conditions.filter(each => each in table).flatMap(each => targetsOf(table[each]))
}
