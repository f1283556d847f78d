// Imports of JavaScript and TypeScript: relative, by tsconfig paths and baseUrl, by package imports, and by the packages of a workspace.

import type { Resolution } from '../resolve.ts'
import { packageTargets } from './packages.ts'
import { type Files, folderOf, joinPath } from './paths.ts'
import { mappedPaths } from './tsconfig.ts'

const extensions = [
  'ts',
  'tsx',
  'mts',
  'cts',
  'd.ts',
  'js',
  'jsx',
  'mjs',
  'cjs',
  'json',
  'vue',
  'svelte',
]

/** What a written extension may stand for on disk. */
const standsFor: Readonly<Record<string, readonly string[]>> = {
  js: ['js', 'ts', 'tsx', 'jsx', 'd.ts'],
  jsx: ['jsx', 'tsx'],
  mjs: ['mjs', 'mts'],
  cjs: ['cjs', 'cts'],
}

/** Folders that a build writes, and where their sources usually are. */
const built = /^((?:.*\/)?)(?:dist|lib|build|out|esm|cjs)\/(?:(?:esm|cjs|src)\/)?/

export function resolveScript(
  from: string,
  module: string,
  resolution: Resolution,
): string | undefined {
  const { files, packages, tsconfigs } = resolution
  const bare = module.replace(/[?#].*$/, match => (module.startsWith('#') ? match : ''))
  if (/^\.{1,2}(\/|$)/.test(bare))
    return asAsked(from, onDisk(joinPath(folderOf(from), bare), files), files)
  const mapped = mappedPaths(from, bare, tsconfigs)
  const targets = packageTargets(from, bare, packages)
  return (
    firstOf(mapped, path => onDisk(path, files)) ?? firstOf(targets, path => sourceOf(path, files))
  )
}

/** A file of types means the types that lie beside a script. */
function asAsked(from: string, found: string | undefined, files: Files): string | undefined {
  if (!/\.d\.[cm]?ts$/.test(from)) return found
  const types = found?.replace(/\.([cm]?)jsx?$/, '.d.$1ts')
  return types !== undefined && files.has(types) ? types : found
}

function firstOf(
  paths: readonly string[],
  find: (path: string) => string | undefined,
): string | undefined {
  for (const path of paths) {
    const found = find(path)
    if (found !== undefined) return found
  }
  return undefined
}

/** The file itself, with another extension, or the index of a folder. */
function onDisk(path: string | undefined, files: Files): string | undefined {
  if (path === undefined) return undefined
  if (files.has(path)) return path
  const written = /^(.*)\.([cm]?jsx?)$/.exec(path)
  const twins = written ? (standsFor[written[2]!] ?? []).map(each => `${written[1]}.${each}`) : []
  const index = path === '' ? 'index' : `${path}/index`
  const guesses = [path, index].flatMap(each => extensions.map(extension => `${each}.${extension}`))
  return [...twins, ...guesses].find(each => files.has(each))
}

/** A target of a package, or the source that it is built from. */
function sourceOf(path: string, files: Files): string | undefined {
  const direct = onDisk(path, files)
  if (direct !== undefined || !built.test(path)) return direct
  const source = path.replace(built, '$1src/').replace(/\.d\.([cm]?)ts$/, '.$1js')
  return onDisk(source, files)
}
