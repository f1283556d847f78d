// Imports resolved to files of the repository, as far as paths and configuration tell. Pure: it sees the set of paths and the
// texts of configuration files that it is given; what lies outside the repository resolves to nothing.

import type { Import } from './model.ts'
import { type GoModules, readGoModules, resolveGo } from './resolving/go.ts'
import { type Packages, readPackages } from './resolving/packages.ts'
import { type Files, folderOf, isUnnamed, joinPath } from './resolving/paths.ts'
import { resolvePython } from './resolving/python.ts'
import { resolveScript } from './resolving/script.ts'
import { readTsconfigs, type Tsconfigs } from './resolving/tsconfig.ts'

export interface Project {
  readonly files: Files
  /** package.json, tsconfig*.json, jsconfig.json and go.mod, by path. */
  readonly configs: ReadonlyMap<string, string>
}

/** What is read once from the configuration of a project. */
export interface Resolution {
  readonly files: Files
  readonly packages: Packages
  readonly tsconfigs: Tsconfigs
  readonly go: GoModules
}

export function readResolution({ files, configs }: Project): Resolution {
  return {
    files,
    packages: readPackages(configs),
    tsconfigs: readTsconfigs(configs),
    go: readGoModules(files, configs),
  }
}

/** Files that an import of the file `from` leads to: one, none, or for a Go package all of its files. */
export function resolveImport(
  from: string,
  { module, name }: Pick<Import, 'module' | 'name'>,
  resolution: Resolution,
): readonly string[] {
  if (isUnnamed(from)) return ofScript(from, { module, name }, resolution)
  const extension = from.slice(from.lastIndexOf('.') + 1)
  if (/^([cm]?[jt]sx?|vue|svelte)$/.test(extension))
    return one(resolveScript(from, module, resolution))
  if (/^pyi?$/.test(extension)) return resolvePython(from, module, name, resolution.files)
  if (extension === 'go') return resolveGo(from, module, resolution.go)
  return one(beside(from, module, extension, resolution.files))
}

/** Of a script without an extension, whose modules look as those of its language do. */
function ofScript(
  from: string,
  { module, name }: Pick<Import, 'module' | 'name'>,
  resolution: Resolution,
): readonly string[] {
  const { files } = resolution
  const isPath = /^\.{1,2}\//.test(module)
  const found = isPath
    ? one(resolveScript(from, module, resolution))
    : resolvePython(from, module, name, files)
  return found.length > 0 ? found : one(beside(from, module, 'rb', files))
}

const one = (path: string | undefined): readonly string[] => (path === undefined ? [] : [path])

/** `#include "a.h"`, `import "./A.sol"`, `require_relative '../a'`. */
function beside(from: string, module: string, extension: string, files: Files): string | undefined {
  const path = joinPath(folderOf(from), module)
  return [path, `${path}.${extension}`].find(each => each !== undefined && files.has(each))
}
