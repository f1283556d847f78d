// Tables that SQL creates and models that a Prisma schema declares. Comments and strings are passed over, and nothing is executed.

import type { Named } from '../../model.ts'
import { lineCounter } from './entries.ts'

const skipped = /--[^\n]*|\/\*.*?\*\/|'(?:[^']|'')*'|\$(\w*)\$.*?\$\1\$/gs
const create =
  /\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:GLOBAL|LOCAL)\s+)?(?:TEMP(?:ORARY)?\s+|UNLOGGED\s+|VIRTUAL\s+|FOREIGN\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w."`[\]$]+)/gi

/** `CREATE TABLE public."orders"` is `public.orders`. */
export function sqlTables(text: string): readonly Named[] {
  const code = text.replace(skipped, each => each.replace(/[^\n]/g, ' '))
  const lineOf = lineCounter(text)
  return [...code.matchAll(create)].map(({ 1: name, index }) => ({
    name: name!.replace(/["`[\]]/g, ''),
    line: lineOf(index),
  }))
}

export function prismaTables(text: string): readonly Named[] {
  const code = text.replace(/\/\/[^\n]*/g, each => ' '.repeat(each.length))
  const lineOf = lineCounter(text)
  return [...code.matchAll(/^\s*model\s+(\w+)\s*\{([^}]*)\}/gm)].map(
    ({ 0: all, 1: name, 2: body, index }) => ({
      name: /@@map\(\s*(?:name:\s*)?"(\w+)"/.exec(body!)?.[1] ?? name!,
      line: lineOf(index + all.search(/\S/)),
    }),
  )
}
