// The commands of a file that the program really has: what is built and never added, by nobody who runs, registers nothing.

import type { Codebase } from '../../../code/codebase.ts'
import type { Command } from '../../../code/model.ts'
import { isForeignPath } from '../../../code/own-code.ts'
import { addsByHand, namesYargs, takesFolders } from '../../../code/signs/adding-commands.ts'
import { words, wordsAmong } from '../../../code/signs/words.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { readImports } from '../imports.ts'
import { consoleScripts } from '../use/entry-names.ts'

export type CommandsOf = (path: string) => readonly Command[]

export function standingCommands(codebase: Codebase): CommandsOf {
  const isHandedOn = handedOn(codebase)
  return path => {
    const { commands } = codebase.depth(path)
    return commands.filter(({ carriers = [] }) => carriers.every(each => isHandedOn(each, path)))
  }
}

function handedOn(codebase: Codebase): (name: string, path: string) => boolean {
  const known = new Map<string, boolean>()
  // Asks every file, and so only where a command is asked about.
  let read: readonly string[] | undefined
  const code = () => {
    read ??= codebase.files.filter(path => !isTestFile(path) && !isForeignPath(path))
    return read
  }
  let scripts: ReadonlySet<string> | undefined
  let importers: ReadonlyMap<string, readonly string[]> | undefined
  const importersOf = (path: string) => {
    importers ??= readImporters(code(), codebase)
    return importers.get(path) ?? []
  }
  const isDefault = (name: string, path: string) =>
    codebase
      .outline(path)!
      .exports.some(each => each.name === 'default' && each.module === '' && each.local === name)
  const isTaken = (path: string) =>
    importersOf(path).some(each => codebase.sign(each, namesYargs)) ||
    code().some(each => codebase.sign(each, takesFolders))
  // Of a language, whichever command asks: every file is read for it.
  const byHand = new Map<string, boolean>()
  const isAddedByHand = (extension: string) => {
    const adds = addsByHand(extension)
    const found = byHand.get(extension) ?? (!adds || code().some(each => codebase.sign(each, adds)))
    byHand.set(extension, found)
    return found
  }
  const look = (name: string, path: string) => {
    if (name === './') return isTaken(path)
    if (!isAddedByHand(path.slice(path.lastIndexOf('.') + 1))) return true
    scripts ??= new Set(consoleScripts(codebase).map(each => each.name))
    return (
      scripts.has(name) ||
      code().some(uses(name, codebase)) ||
      (isDefault(name, path) && importersOf(path).length > 0)
    )
  }
  return (name, path) => {
    const key = `${name} ${path}`
    const found = known.get(key) ?? look(name, path)
    known.set(key, found)
    return found
  }
}

/** Only the text of a file that holds the name is looked at. */
function uses(name: string, codebase: Codebase): (path: string) => boolean {
  const usage = usageOf(name)
  const holds = /^[A-Za-z_]\w*$/.test(name) ? wordsAmong([name]) : () => [name]
  return path =>
    holds(codebase.sign(path, words)).length > 0 &&
    codebase.outline(path) !== undefined &&
    usage.test(withoutMentions(textOf(path, codebase), name))
}

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('utf8')

/** Anything but its declaration, an assignment to it, and a member that only configures it. */
export function usageOf(name: string): RegExp {
  const behind = String.raw`(?<![\w$@"'\`-])(?<!\b(?:func|def|function|class|struct|object|interface|type|var|let|const|val)\s+)`
  const started =
    'execute|Execute|ExecuteContext|ExecuteC|parse|parseAsync|run|Run|main|class|new|start|invoke|self'
  const ahead = String.raw`(?!\s*(?::=|=(?![=>])|:\s*[\w*.]+\s*=))(?!\.(?!(?:${started})\b))(?!\s*[(][^()]*[)]\s*[\w*.\s]*\{)`
  return new RegExp(`${behind}${name.replace(/\$/g, String.raw`\$`)}\\b${ahead}`)
}

/** Lines that only speak of a name or bring it in. */
export function withoutMentions(text: string, name: string): string {
  if (!text.includes(name)) return ''
  return text
    .split('\n')
    .filter(
      each =>
        each.includes(name) &&
        !/^\s*(\/\/|#|\*|\/\*|import\b|from\b|use\b|export\s*\{|require)/.test(each),
    )
    .map(each => each.replace(/\s(\/\/|#).*$/, ''))
    .join('\n')
}

function readImporters(
  code: readonly string[],
  codebase: Codebase,
): ReadonlyMap<string, readonly string[]> {
  const { importsOf } = readImports(codebase)
  const found = new Map<string, string[]>()
  for (const path of code)
    for (const each of importsOf(path)) if (!found.get(each)?.push(path)) found.set(each, [path])
  return found
}
