// Where a type is declared that a file names, by what the file imports and to which package it belongs; where it does not say, the one
// declaration of that name. Undefined where there are several.

import type { Codebase } from '../../../code/codebase.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type Meanings, meaningsOf } from '../use/meanings.ts'
import { originsOf } from '../use/origins.ts'
import { importOf } from './brought.ts'

export interface Reader {
  readonly codebase: Codebase
  readonly resolution: Resolution
  readonly meanings: Meanings
  /** The files of a package of Go, by its folder, without tests. */
  readonly packageIn: (folder: string) => readonly string[]
}

/** The files that may hold its members. */
export interface TypeHome {
  readonly files: readonly string[]
  readonly name: string
}

export function readerOf(codebase: Codebase, resolution: Resolution): Reader {
  let packages: ReadonlyMap<string, readonly string[]> | undefined
  return {
    codebase,
    resolution,
    meanings: meaningsOf(codebase, resolution),
    packageIn(folder) {
      packages ??= Map.groupBy(
        codebase.files.filter(each => each.endsWith('.go') && !isTestFile(each)),
        folderOf,
      )
      return packages.get(folder) ?? []
    },
  }
}

/** `parts`: `Items`, or `web.Items` of a module or a package. */
export function typeHome(
  parts: readonly string[],
  file: string,
  reader: Reader,
): TypeHome | undefined {
  const found =
    parts.length === 1 ? plainHome(parts[0]!, file, reader) : inModule(parts, file, reader)
  if (!found || !file.endsWith('.go')) return found
  const folders = new Set(found.files.map(folderOf))
  return { ...found, files: [...folders].flatMap(reader.packageIn) }
}

function plainHome(name: string, file: string, reader: Reader): TypeHome | undefined {
  const { codebase, meanings } = reader
  if (isTypeIn(file, name, codebase) && !file.endsWith('.cs')) return { files: [file], name }
  const [only, ...more] = meanings.of(file, { name })
  if (only?.files && more.length === 0) {
    const files = only.files.filter(each => isTypeIn(each, only.name, codebase))
    return files.length > 0 ? { files, name: only.name } : undefined
  }
  // An import that leads nowhere here is of a package.
  if (/\.([cm]?[jt]sx?|pyi?|go)$/.test(file)) return undefined
  const extension = file.slice(file.lastIndexOf('.'))
  const files = codebase
    .declaring(name)
    .filter(each => each.endsWith(extension) && !isTestFile(each) && isTypeIn(each, name, codebase))
  return files.length === 1 ? { files, name } : undefined
}

function inModule(parts: readonly string[], file: string, reader: Reader): TypeHome | undefined {
  const { codebase, resolution } = reader
  const outline = codebase.outline(file)
  const bringing = outline && importOf(outline, parts)
  const [name, ...more] = bringing?.rest ?? []
  if (!bringing || name === undefined || more.length > 0) return undefined
  const origins = resolveImport(file, bringing.each, resolution).flatMap(
    path => originsOf(path, name, codebase, resolution) ?? [],
  )
  const [first] = origins
  return first && { files: origins.map(each => each.path), name: first.name }
}

const isTypeIn = (path: string, name: string, codebase: Codebase) =>
  codebase
    .outline(path)
    ?.declarations.some(
      each => each.name === name && /^(class|struct|type|record)$/.test(each.kind),
    ) ?? false
