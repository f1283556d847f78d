// Tables that SQL creates and drops, and models that a Prisma schema declares. Comments and strings are passed over, and nothing is executed.

import type { Depth, Named } from '../../model.ts'
import { lineCounter } from './entries.ts'

const skipped = /--[^\n]*|\/\*.*?\*\/|'(?:[^']|'')*'|\$(\w*)\$.*?\$\1\$/gs
const create =
  /\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:GLOBAL|LOCAL)\s+)?(?:TEMP(?:ORARY)?\s+|UNLOGGED\s+|VIRTUAL\s+|FOREIGN\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w."`[\]$]+)/gi

const drop =
  /\bDROP\s+(?:FOREIGN\s+)?TABLE\s+(?:IF\s+EXISTS\s+)?([\w."`[\]$]+(?:\s*,\s*[\w."`[\]$]+)*)/gi

/** Gone under one name, and there under another. */
const renamed = {
  from: /\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?([\w."`[\]$]+)(?=\s+RENAME\s+(?:TO|AS)\s)/gi,
  to: /\bALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?[\w."`[\]$]+\s+RENAME\s+(?:TO|AS)\s+([\w."`[\]$]+)/gi,
}

/** Where the way back begins, in a file that holds both ways. */
const wayBack =
  /^[ \t]*--\s*(?:\+goose\s+Down|\+migrate\s+Down|migrate:down|!?\s*(?:down|rollback)\b).*$/im

/** `CREATE TABLE public."orders"` is `public.orders`. */
export function sqlFacts(text: string, path: string): Pick<Depth, 'tables' | 'drops'> {
  if (/[._]down\.sql$|(^|\/)down\.sql$/i.test(path)) return { tables: [], drops: [] }
  const back = wayBack.exec(text)?.index ?? text.length
  const code = text.slice(0, back).replace(skipped, each => each.replace(/[^\n]/g, ' '))
  return {
    tables: [...namesAfter(create, code), ...namesAfter(renamed.to, code)],
    drops: [...namesAfter(drop, code), ...namesAfter(renamed.from, code)],
  }
}

function namesAfter(pattern: RegExp, code: string): readonly Named[] {
  const lineOf = lineCounter(code)
  return [...code.matchAll(pattern)].flatMap(({ 1: names, index }) => {
    const line = lineOf(index)
    return names!.split(',').map(name => ({ name: name.trim().replace(/["`[\]]/g, ''), line }))
  })
}

export function prismaTables(text: string): readonly Named[] {
  const code = text.replace(/\/\/[^\n]*/g, each => ' '.repeat(each.length))
  const lineOf = lineCounter(text)
  return [...code.matchAll(/^[ \t]*model\s+(\w+)\s*\{([^}]*)\}/gm)].map(
    ({ 0: all, 1: name, 2: body, index }) => ({
      name: /@@map\(\s*(?:name:\s*)?"(\w+)"/.exec(body!)?.[1] ?? name!,
      line: lineOf(index + all.search(/\S/)),
    }),
  )
}
