// What one import statement of Python brings: `import a.b as c`, `from .m import (x as y, z)`, `from m import *`.

import type { Import } from '../../model.ts'
import type { Placed } from '../rows.ts'

/** On one line and as everybody writes it, which spares the questions below. */
const simpleFrom = /^from ([\w.]+) import ([^()#\\]+)$/

export function importsOfStatement(statement: string, offset: number): Placed<Import>[] {
  const simple = simpleFrom.exec(statement)
  if (simple) return fromImports(simple[1]!, simple[2]!, offset)
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
