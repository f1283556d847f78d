// Files that are started or imported from outside the code: by the custom of their language, or because a manifest names them.

import type { Codebase } from '../../code/codebase.ts'

const byCustom =
  /(^|\/)(main\.[a-z]+|__main__\.py|manage\.py|wsgi\.py|asgi\.py|lib\.rs|Main\.(java|kt)|Program\.cs)$/

export function entryPoints(codebase: Codebase): ReadonlySet<string> {
  const manifests = codebase.files.filter(path => /(^|\/)package\.json$/.test(path))
  return new Set([
    ...codebase.files.filter(path => byCustom.test(path)),
    ...manifests.flatMap(path => namedBy(path, codebase)),
  ])
}

function namedBy(manifest: string, codebase: Codebase): string[] {
  const folder = manifest.slice(0, -'package.json'.length)
  return targetsOf(codebase.bytes(manifest)).flatMap(
    target => sourceOf(folder + target.replace(/^\.\//, ''), codebase) ?? [],
  )
}

/** Every path under main, module, bin and exports, however deep. */
function targetsOf(bytes: Uint8Array | undefined): string[] {
  try {
    const { main, module, bin, exports } = JSON.parse(
      Buffer.from(bytes ?? []).toString('utf8'),
    ) as Record<string, unknown>
    return strings([main, module, bin, exports])
  } catch {
    return [] // a manifest that does not parse names nothing; its own resource tells why
  }
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

/** What is built to dist/index.js lies in src/index.ts, or is the very file. */
function sourceOf(path: string, codebase: Codebase): string | undefined {
  const stem = path.replace(/\.(d\.)?[cm]?[jt]sx?$/, '')
  const sources = [stem, stem.replace(/(^|\/)(dist|lib|build|out)\/((esm|cjs|es)\/)?/, '$1src/')]
  const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx']
  return [path, ...sources.flatMap(source => endings.map(ending => source + ending))].find(each =>
    codebase.has(each),
  )
}
