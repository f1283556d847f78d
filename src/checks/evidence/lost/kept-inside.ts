// Names that a module of JavaScript declares and does not offer, and modules without a default: told by the text of modules that say
// what they offer in plain statements, and nowhere else.

import type { Outline } from '../../../code/model.ts'

/** `code` is without comments. */
export function isKeptInside(path: string, outline: Outline, name: string, code: string): boolean {
  if (!isPlain(path, code) || outline.exports.some(each => each.name === name)) return false
  const own = outline.declarations.filter(each => each.name === name && each.parent < 0)
  if (own.length === 0 || own.some(each => each.isExported)) return false
  const word = String.raw`(?<![\w$])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`
  const ways = [
    String.raw`\bexport\b[^\n]*${word}`,
    String.raw`\bexports\.${word}`,
    String.raw`\bexport\b[^;{}]*\{[^}]*${word}`,
    String.raw`\bexports\s*=\s*\{[\s\S]*${word}`,
    String.raw`\bthis\.${word}`,
  ]
  return !ways.some(each => new RegExp(each).test(code))
}

/** Of a module of `export` statements: one of CommonJS is its own default. */
export const hasNoDefault = (path: string, outline: Outline, code: string): boolean =>
  isPlain(path, code) && exporting.test(code) && !/\bdefault\b/.test(code) && hasNone(outline)

const hasNone = ({ exports }: Outline) => exports.every(each => each.name !== 'default')

const exporting = /^[ \t]*export\b/m
const requiring = /\bexports\b/
const others =
  /=\s*(?:module\.)?exports\b|\bexport\s*=|\bexport\s+as\b|\bdeclare\s+(?:module|global)\b/

/** Says what it offers in one of the two ways. What a file of types declares is offered without a word. */
function isPlain(path: string, code: string): boolean {
  if (!/\.[cm]?[jt]sx?$/.test(path) || /\.d\.[cm]?ts$/.test(path) || others.test(code)) return false
  return exporting.test(code) !== requiring.test(code)
}
