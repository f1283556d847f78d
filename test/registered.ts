// The routes that a repository registers, from the texts of its files, in tests.

import { readResolution, resolveImport } from '../src/code/resolve.ts'
import { composeRoutes } from '../src/code/routes/compose.ts'
import { findTexts } from '../src/code/routes/read-marks.ts'
import { mayRoute } from '../src/code/routes/signs.ts'
import { depthOfText, outlineOf } from './tree.ts'

export type Texts = Readonly<Record<string, string>>

/** `METHOD path` of every route that a repository registers, in order; functions in `unused` are called by nobody. */
export function registeredIn(texts: Texts, unused: readonly string[] = []): string[] {
  const sources = Object.entries(texts).filter(([path]) => !/\.(json|mod)$/.test(path))
  const files = sources.map(([path, text]) => ({
    path,
    outline: outlineOf(path, text),
    depth: depthOfText(path, text),
  }))
  const placed = new Map(files.map(each => [each.path, each]))
  const looked = files.filter(({ path, outline }) =>
    mayRoute(path, outline.language, () => texts[path]!),
  )
  const resolution = readResolution({
    files: new Set(Object.keys(texts)),
    configs: new Map(Object.entries(texts)),
  })
  const isImported = (file: string, name: string) =>
    files.some(each => each.path !== file && each.outline.imports.some(one => one.name === name))
  const registered = composeRoutes({
    files: new Map(looked.map(each => [each.path, each])),
    resolution,
    passing: path => placed.get(path),
    sourceOf: path => texts[path] ?? '',
    textOf: findTexts({
      resolution,
      fileAt: path => {
        const file = placed.get(path)
        return file && { outline: file.outline, texts: file.depth.texts }
      },
      declaring: name =>
        files
          .filter(each => each.outline.declarations.some(one => one.name === name))
          .map(each => each.path),
    }),
    isUsed: name => !unused.includes(name),
    isImported,
    isTaken: file =>
      files.some(({ path, outline }) =>
        outline.imports.some(each => resolveImport(path, each, resolution).includes(file)),
      ),
    isImportedByName: isImported,
    basePath: () => '',
    mayBeStarted: () => true,
    loadsComputed: () => false,
  })
  return registered.map(each => `${each.method} ${each.path}${each.isStub ? ' (stub)' : ''}`).sort()
}

export interface RegisteredCase {
  readonly name: string
  readonly files: Texts
  readonly routes: readonly string[]
}
