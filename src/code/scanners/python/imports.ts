// What one import statement of Python brings: `import a.b as c`, `from .m import (x as y, z)`, `from m import *`.

import type { Import } from '../../model.ts'
import type { Placed } from '../rows.ts'

export function importsOfStatement(statement: string, offset: number): Placed<Import>[] {
  const plain = withoutComments(statement)
  const from = /^from\s*([^\s(*]+?(?:\s*\.\s*[^\s(*.]+)*?|\.[.\s]*?)\s*\bimport\b([\s\S]*)$/.exec(
    plain,
  )
  if (from) return fromImports(from[1]!.replace(/\s+/g, ''), from[2]!, offset)
  return items(plain.replace(/^import\b/, '')).map(({ name, alias }) => ({
    module: name.replace(/\s+/g, ''),
    name: '*',
    alias,
    offset,
  }))
}

function fromImports(module: string, names: string, offset: number): Placed<Import>[] {
  return items(names.replace(/[()]/g, ' ')).map(({ name, alias }) => ({
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

function items(list: string): Item[] {
  return list
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(each => {
      const [name = '', alias = ''] = each.split(/\s+as\s+/)
      return { name, alias }
    })
}

/** Import statements hold no strings, so that a hash sign always begins a comment. */
function withoutComments(statement: string): string {
  return statement.replace(/#[^\n]*/g, ' ').replace(/\\\r?\n/g, ' ')
}
