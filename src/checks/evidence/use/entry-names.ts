// Functions that a program is started with, where their file has other names too: the main of a language, console scripts of
// Python manifests, what a file runs when it is the program.

import type { Codebase } from '../../../code/codebase.ts'
import { type ConsoleScript, consoleScriptsOf } from '../../../code/signs/console-scripts.ts'
import { startedHere } from '../../../code/signs/started-here.ts'

/** `path#name` of each, of the given files. */
export function entryNames(paths: readonly string[], codebase: Codebase): readonly string[] {
  const scripts = consoleScripts(codebase)
  return paths.flatMap(path => {
    const started = codebase.sign(path, startedHere)
    const own = scripts.filter(one => path.endsWith(one.ending))
    if (started.length === 0 && own.length === 0) return []
    return (codebase.outline(path)?.declarations ?? [])
      .filter(({ name }, index) => started.includes(index) || own.some(one => one.name === name))
      .map(each => `${path}#${each.name}`)
  })
}

const manifest = /(^|\/)(pyproject\.toml|setup\.(cfg|py))$/

/** Of the files of a codebase, which are one and the same list whoever asks for it. */
const manifests = new WeakMap<readonly string[], readonly string[]>()

export function consoleScripts(codebase: Codebase): readonly ConsoleScript[] {
  const { files } = codebase
  const found = manifests.get(files) ?? files.filter(path => manifest.test(path))
  manifests.set(files, found)
  return found.flatMap(path => codebase.sign(path, consoleScriptsOf))
}
