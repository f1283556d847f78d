// What one import statement of Python brings: `import a.b as c`, `from .m import (x as y, z)`, `from m import *`.

import type { Import } from '../../model.ts'
import {
  COMMA,
  DOT,
  END,
  isOtherThanSpace,
  isWordPart,
  NEWLINE,
  nextStop,
  SPACE,
} from '../lexing.ts'
import type { Findings, Placed } from '../rows.ts'

const endsName = isWordPart.map(is => 1 - is)
const endsModule = endsName.with(DOT, 0)

/**
 * `import a.b as c, d` and `from m import a as b, c` on one line, as everybody writes them; of any other it reads nothing
 * and answers false.
 */
export function readPlainImport(scan: Findings, start: number): boolean {
  const { text, bytes } = scan
  if (text.startsWith('import ', start)) return readItems(scan, start, '', endsModule, start + 7)
  const module = start + 5
  const moduleEnd = nextStop(bytes, endsModule, module)
  const isPlain =
    text.startsWith('from ', start) && moduleEnd > module && text.startsWith(' import ', moduleEnd)
  return isPlain && readItems(scan, start, text.slice(module, moduleEnd), endsName, moduleEnd + 8)
}

/** Without a `module` the names are modules themselves. */
function readItems(
  { text, bytes, imports }: Findings,
  offset: number,
  module: string,
  ends: Uint8Array,
  from: number,
): boolean {
  const before = imports.length
  for (let at = from; ; ) {
    const nameEnd = nextStop(bytes, ends, at)
    const aliasStart = nameEnd + ' as '.length
    const hasAlias = bytes[nameEnd] === SPACE && text.startsWith(' as ', nameEnd)
    const end = hasAlias ? nextStop(bytes, endsName, aliasStart) : nameEnd
    if (nameEnd === at || end === aliasStart) break
    const name = text.slice(at, nameEnd)
    const alias = hasAlias ? text.slice(aliasStart, end) : ''
    imports.push(
      module === '' ? { module: name, name: '*', alias, offset } : { module, name, alias, offset },
    )
    if (bytes[end] === NEWLINE || bytes[end] === END) return true
    if (bytes[end] !== COMMA) break
    at = nextStop(bytes, isOtherThanSpace, end + 1)
  }
  imports.length = before
  return false
}

export function importsOfStatement(statement: string, offset: number): Placed<Import>[] {
  const plain = withoutComments(statement)
  const from = /^from\s*([^\s(*]+?(?:\s*\.\s*[^\s(*.]+)*?|\.[.\s]*?)\s*\bimport\b([\s\S]*)$/.exec(
    plain,
  )
  if (from) return fromImports(withoutSpacing(from[1]!), from[2]!.replace(/[()]/g, ' '), offset)
  return items(plain.replace(/^import\b/, '')).map(({ name, alias }) => ({
    module: withoutSpacing(name),
    name: '*',
    alias,
    offset,
  }))
}

function fromImports(module: string, names: string, offset: number): Placed<Import>[] {
  return items(names).map(({ name, alias }) => ({
    module,
    name,
    alias: name === '*' ? '*' : alias,
    offset,
  }))
}

interface Item {
  readonly name: string
  readonly alias: string
}

/** Loops and looks before it matches: there are some ten names to a file. */
function items(list: string): Item[] {
  const found: Item[] = []
  for (const each of list.split(',')) {
    const item = each.trim()
    if (item === '') continue
    const [name = '', alias = ''] = hasSpacing(item) ? item.split(/\s+as\s+/) : [item]
    found.push({ name, alias })
  }
  return found
}

const hasSpacing = (text: string) => /\s/.test(text)

const withoutSpacing = (text: string) => (hasSpacing(text) ? text.replace(/\s+/g, '') : text)

/** Import statements hold no strings, so that a hash sign always begins a comment. */
function withoutComments(statement: string): string {
  return /[#\\]/.test(statement)
    ? statement.replace(/#[^\n]*/g, ' ').replace(/\\\r?\n/g, ' ')
    : statement
}
