// Imports of Python: relative by dots, absolute below the folders that modules are usually found in. A name of a package may be a module of its own.

import { type Files, folderOf, foldersAbove, joinPath } from './paths.ts'

const sourceFolders = ['src', 'lib', 'python']

export function resolvePython(
  from: string,
  module: string,
  name: string,
  files: Files,
): readonly string[] {
  const dots = /^\.*/.exec(module)![0].length
  const rest = module.slice(dots).replaceAll('.', '/')
  const starts = dots > 0 ? relativeStart(from, dots) : absoluteStarts(from)
  for (const start of starts) {
    const found = inFolder(joinPath(start, rest === '' ? '.' : rest), name, files)
    if (found.length > 0) return found
  }
  return []
}

/** One dot is the folder of the file, each more is one above. */
function relativeStart(from: string, dots: number): readonly string[] {
  const folder = foldersAbove(folderOf(from))[dots - 1]
  return folder === undefined ? [] : [folder]
}

/** The root, its source folders, then the folders above the file: scripts see their neighbours. */
function absoluteStarts(from: string): readonly string[] {
  const above = foldersAbove(folderOf(from))
  return [
    '',
    ...sourceFolders,
    ...above.flatMap(each => [each, ...sourceFolders.map(sub => `${each}/${sub}`)]),
  ]
}

function inFolder(path: string | undefined, name: string, files: Files): readonly string[] {
  if (path === undefined) return []
  const isNamed = name !== '' && name !== '*'
  const member = isNamed ? moduleAt(path === '' ? name : `${path}/${name}`, files) : undefined
  const found = member ?? moduleAt(path, files)
  return found === undefined ? [] : [found]
}

function moduleAt(path: string, files: Files): string | undefined {
  const init = path === '' ? '__init__' : `${path}/__init__`
  const choices = path === '' ? [] : [`${path}.py`, `${path}.pyi`]
  return [...choices, `${init}.py`, `${init}.pyi`].find(each => files.has(each))
}
