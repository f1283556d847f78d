// Functions that a program is started with, where their file has other names too: the main of a language, console scripts of
// Python manifests, handlers of serverless manifests, modules of Ktor, what a file runs when it is the program.

import type { Codebase } from '../../../code/codebase.ts'
import { type ConsoleScript, consoleScriptsOf } from '../../../code/signs/console-scripts.ts'
import { ktorModules } from '../../../code/signs/ktor-modules.ts'
import { serverlessHandlers } from '../../../code/signs/serverless-handlers.ts'
import { startedHere } from '../../../code/signs/started-here.ts'

/** `path#name` of each, of the given files. */
export function entryNames(paths: readonly string[], codebase: Codebase): readonly string[] {
  const scripts = [...consoleScripts(codebase), ...handlers(codebase), ...modulesOfKtor(codebase)]
  return paths.flatMap(path => {
    const started = codebase.sign(path, startedHere)
    const own = scripts.filter(one => `/${path}`.endsWith(one.ending))
    if (started.length === 0 && own.length === 0) return []
    return (codebase.outline(path)?.declarations ?? [])
      .filter(({ name }, index) => started.includes(index) || own.some(one => one.name === name))
      .map(each => `${path}#${each.name}`)
  })
}

/** Of the files of a codebase, which are one and the same list whoever asks for it. */
function manifestsCalled(pattern: RegExp) {
  const known = new WeakMap<readonly string[], readonly string[]>()
  return ({ files }: Codebase) => {
    const found = known.get(files) ?? files.filter(path => pattern.test(path))
    known.set(files, found)
    return found
  }
}

const ofPython = manifestsCalled(/(^|\/)(pyproject\.toml|setup\.(cfg|py))$/)
const ofServerless = manifestsCalled(
  /(^|\/)(serverless|template|sam|samTemplate)([.-][\w.-]+)?\.ya?ml$/,
)

export const consoleScripts = (codebase: Codebase): readonly ConsoleScript[] =>
  ofPython(codebase).flatMap(path => codebase.sign(path, consoleScriptsOf))

const handlers = (codebase: Codebase): readonly ConsoleScript[] =>
  ofServerless(codebase).flatMap(path => codebase.sign(path, serverlessHandlers))

const ofKtor = manifestsCalled(/(^|\/)application[\w-]*\.(ya?ml|conf)$/)

export const modulesOfKtor = (codebase: Codebase): readonly ConsoleScript[] =>
  ofKtor(codebase).flatMap(path => codebase.sign(path, ktorModules))
