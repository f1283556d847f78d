// Exports that a module takes back itself, told by its text: `delete exports.gone`, `module.exports = { here }` below `exports.gone = …`,
// `del gone` at the end of a module of Python. What stands in a block may not happen, and says nothing.

import type { Export } from '../../../code/model.ts'
import { mayBind } from './python-bindings.ts'

/** `code` is without comments, in Python without texts too, and has its lines. Says what becomes of the name. */
export function takenBack(path: string, each: Export, code: string): string | undefined {
  const isPython = /\.pyi?$/.test(path)
  if (!code.includes(isPython ? 'del ' : 'exports')) return undefined
  const word = escaped(each.name)
  if (isPython) return isDeleted(word, each.name, code) ? 'and deletes it again' : undefined
  return takenBackByScript(each, word, code)
}

const escaped = (name: string) => name.replaceAll('$', String.raw`\$`)

function isDeleted(word: string, name: string, code: string): boolean {
  const last = [...code.matchAll(/^del\b([^\n;]*)/gm)].findLast(found =>
    found[1]!.split(',').some(each => new RegExp(`^[\\s(]*${word}[\\s)]*$`).test(each)),
  )
  if (!last || new RegExp(`\\bglobal\\b[^\\n]*\\b${word}\\b|__getattr__`).test(code)) return false
  const after = code.slice(last.index + last[0].length)
  return !/\bimport\s*\*/.test(after) && !mayBind(after, name)
}

/** The object has another name too, or is handed on. */
const isKnownElsewhere =
  /[\w)\]]\s*=\s*(?:module\.)?exports\s*(?:[;,\n]|$)|[(,]\s*(?:module\.)?exports\s*[,)]|\bexports\[/

/** Both names are given one object: the one of Node, or a new one. */
const together = /\bexports\s*=\s*(?:module\.)?exports\b/

const whole = /^(?:exports\s*=\s*)?module\.exports\s*=\s*(?:exports\s*=\s*)?\{/m

function takenBackByScript({ line }: Export, word: string, code: string): string | undefined {
  if (isKnownElsewhere.test(code)) return undefined
  const start = offsetOf(line, code)
  const own = new RegExp(`\\bexports\\.${word}\\s*=(?!=)`).exec(
    code.slice(start, offsetOf(line + 1, code)),
  )
  if (!own) return undefined
  const rest = code.slice(start + own.index + own[0].length)
  const deleted = new RegExp(`^delete\\s+(?:module\\.)?exports\\.${word}\\s*(?:;|$)`, 'm').exec(
    rest,
  )
  if (deleted && !isBehindHead(rest.slice(0, deleted.index)))
    return isGivenIn(rest.slice(deleted.index + deleted[0].length), word)
      ? undefined
      : 'and deletes it again'
  const isOfModule = code.slice(0, start + own.index).endsWith('module.')
  if (!isOfModule && !together.test(code) && isWholeBefore(code.slice(0, start)))
    return isGivenIn(rest, word) ? undefined : 'and overwrites it: module.exports is another object'
  return isOverwritten(rest, word) ? 'and overwrites it with module.exports' : undefined
}

function offsetOf(line: number, code: string): number {
  let at = 0
  for (let count = 1; count < line; count++) {
    const next = code.indexOf('\n', at)
    if (next === -1) return code.length
    at = next + 1
  }
  return at
}

/** `if (here)` on the line above. */
const isBehindHead = (before: string) => /(?:\)|\belse|=>)\s*$/.test(before)

/** The name stands somewhere in there, or any name may. */
const isGivenIn = (code: string, word: string) =>
  new RegExp(`(?<![\\w$])${word}(?![\\w$])`).test(code) || mayGiveAny.test(code)

const mayGiveAny =
  /\.\.\.|\bexports\s*=(?!\s*(?:(?:module\.)?exports\s*=\s*)?\{)|\bObject\.assign\b|\[\w+\]\s*[=:]/

const isWholeBefore = (before: string) => before.search(whole) !== -1 && !before.includes('...')

function isOverwritten(rest: string, word: string): boolean {
  const at = rest.search(whole)
  return at !== -1 && !isGivenIn(rest.slice(at), word)
}
