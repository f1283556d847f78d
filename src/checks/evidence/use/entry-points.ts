// Files that are started or imported from outside the code: by the custom of their language, or because a manifest names them.

import type { Codebase } from '../../../code/codebase.ts'
import { asObject, asText, readJsonc } from '../../../code/resolving/jsonc.ts'

const byCustom =
  /(^|\/)(main\.[a-z]+|__main__\.py|manage\.py|wsgi\.py|asgi\.py|Main\.(java|kt)|Program\.cs)$/

export function entryPoints(codebase: Codebase): ReadonlySet<string> {
  return new Set([
    ...codebase.files.filter(path => byCustom.test(path)),
    ...manifestsIn(codebase).flatMap(path => namedBy(path, [...shared, 'bin'], codebase)),
  ])
}

/** What others import of a package; `types` names what is built of the same file. */
const shared = ['main', 'module', 'exports', 'types', 'typings']

/** Files that the packages of the repository offer to whoever installs them, by the manifest that says so. */
export function packageEntries(codebase: Codebase): readonly (readonly [string, string])[] {
  return manifestsIn(codebase).flatMap(manifest =>
    namedBy(manifest, shared, codebase).map(path => [path, manifest] as const),
  )
}

const manifestsIn = ({ files }: Codebase) =>
  files.filter(path => /(^|\/)package\.json$/.test(path) && !path.includes('node_modules/'))

function namedBy(manifest: string, keys: readonly string[], codebase: Codebase): string[] {
  const folder = manifest.slice(0, -'package.json'.length)
  const build = buildIn(folder, codebase)
  const table = asObject(readJsonc(textOf(manifest, codebase)))
  return strings(keys.map(key => table[key])).flatMap(
    target => sourceOf(folder, target.replace(/^\.\//, ''), build, codebase) ?? [],
  )
}

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('utf8')

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

interface Build {
  readonly out: string
  readonly root: string
}

/** Where the compiler of a package writes, and what from. */
function buildIn(folder: string, codebase: Codebase): Build | undefined {
  const configs = ['tsconfig.build.json', 'tsconfig.json'].map(each => folder + each)
  for (const path of configs.filter(each => codebase.has(each))) {
    const options = asObject(asObject(readJsonc(textOf(path, codebase))).compilerOptions)
    const out = plainPath(asText(options.outDir))
    if (out) return { out, root: plainPath(asText(options.rootDir)) ?? '' }
  }
  return undefined
}

const plainPath = (path: string | undefined) => path?.replace(/^\.?\//, '').replace(/^\.$|\/$/, '')

/** What is built to dist/index.js lies in src/index.ts, where the compiler says, or is the very file. */
function sourceOf(
  folder: string,
  target: string,
  build: Build | undefined,
  codebase: Codebase,
): string | undefined {
  const stem = target.replace(/\.(d\.)?[cm]?[jt]sx?$/, '')
  const isBuilt = build !== undefined && stem.startsWith(`${build.out}/`)
  const written = isBuilt ? stem.slice(build.out.length + 1) : ''
  const root = isBuilt && build.root !== '' ? `${build.root}/` : ''
  const stems = [
    stem,
    stem.replace(/(^|\/)(dist|lib|build|out)\/((esm|cjs|es)\/)?/, '$1src/'),
    ...(isBuilt ? [root + written, written] : []),
  ]
  const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx']
  return [target, ...stems.flatMap(each => endings.map(ending => each + ending))]
    .map(each => folder + each)
    .find(each => codebase.has(each))
}
