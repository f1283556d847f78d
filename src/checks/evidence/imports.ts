// Which source files each file imports, as far as paths and manifests tell.

import type { Codebase } from '../../code/codebase.ts'
import { type Resolution, readResolution, resolveImport } from '../../code/resolve.ts'

const manifest = /(^|\/)(package\.json|[jt]sconfig[^/]*\.json|go\.mod)$/

/** The files that a file imports, in code-unit order, without itself. */
export const importsIn = (codebase: Codebase) => readImports(codebase).importsOf

/** With those that it only passes on: `export * from './a'`. */
export function leaningsIn(codebase: Codebase): (path: string) => readonly string[] {
  const { resolution, importsOf } = readImports(codebase)
  return path => {
    const passed = (codebase.outline(path)?.exports ?? [])
      .filter(each => each.module !== '')
      .flatMap(({ module, local }) => resolveImport(path, { module, name: local }, resolution))
    return [...new Set([...importsOf(path), ...passed])].filter(each => each !== path).sort()
  }
}

export interface Imports {
  readonly resolution: Resolution
  readonly importsOf: (path: string) => readonly string[]
}

export function readImports(codebase: Codebase): Imports {
  const text = (path: string) => Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
  const configs = new Map(
    codebase.files.filter(path => manifest.test(path)).map(path => [path, text(path)]),
  )
  const resolution = readResolution({ files: new Set(codebase.files), configs })
  const importsOf = (path: string) => {
    const imports = codebase.outline(path)?.imports ?? []
    const found = imports.flatMap(each => resolveImport(path, each, resolution))
    return [...new Set(found)].filter(each => each !== path).sort()
  }
  return { resolution, importsOf }
}
