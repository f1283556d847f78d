// Of which type a value of Go is at a line: what its function assigns, declares or is given under the name, the type that a function
// gives back which makes it, and the fields of structs. Undefined where that is an interface, or is not written there.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { codeOf } from '../code-of.ts'
import { type Reader, type TypeHome, typeHome } from './types.ts'

/** `h`, or `s.items`. */
export function goTypeOf(
  names: readonly string[],
  file: string,
  line: number,
  reader: Reader,
): TypeHome | undefined {
  const [first, ...fields] = names
  const own = first === undefined ? undefined : valueType(first, file, line, reader)
  return fields.reduce<TypeHome | undefined>(
    (home, field) => home && fieldType(home, field, reader),
    own,
  )
}

const typeText = String.raw`\*?((?:\w+\.)?\w+)\b(?!\.)`

function valueType(name: string, file: string, line: number, reader: Reader): TypeHome | undefined {
  const { codebase } = reader
  const around = codebase
    .outline(file)
    ?.declarations.findLast(
      each => /^(function|method)$/.test(each.kind) && each.line <= line && line <= each.endLine,
    )
  const lines = codeOf(file, codebase).split('\n')
  const inner = around ? lines.slice(around.line - 1, line).join('\n') : ''
  return typeIn(name, inner, file, reader) ?? typeIn(name, topLevel(lines), file, reader)
}

/** What stands in no function. */
const topLevel = (lines: readonly string[]) =>
  lines.filter(each => /^(var\s|\t\w+\s*=\s*)/.test(each)).join('\n')

function typeIn(name: string, code: string, file: string, reader: Reader): TypeHome | undefined {
  const set = new RegExp(
    String.raw`(?<![\w.])${name}(?:\s*,\s*\w+)*(?:\s+\*?[\w.]+)?\s*:?=(?!=)\s*([^\n]*)`,
    'g',
  )
  const values = [...code.matchAll(set)].map(each => each[1]!)
  if (values.length > 1) return undefined
  if (values.length === 1) return madeType(values[0]!, file, reader)
  const said = new RegExp(String.raw`(?:[(,]\s*|\bvar\s+)${name}\s+${typeText}(?=\s*[,)\n])`).exec(
    code,
  )
  return said ? structHome(said[1]!, file, reader) : undefined
}

/** Of the value that stands there: `&Items{}`, `new(Items)`, `NewItems(db)`. */
export function madeType(value: string, file: string, reader: Reader): TypeHome | undefined {
  const literal = /^&?((?:\w+\.)?\w+)\{/.exec(value) ?? /^new\(((?:\w+\.)?\w+)\)/.exec(value)
  if (literal) return structHome(literal[1]!, file, reader)
  const maker = /^((?:\w+\.)?\w+)\(/.exec(value)?.[1]?.split('.')
  if (!maker) return undefined
  const [name, on] = maker.toReversed()
  const [told] = reader.meanings.of(file, { name: name!, ...(on !== undefined && { on }) })
  const types = (told?.files ?? []).flatMap(path => givenBack(name!, path, reader))
  return types.length === 1 ? types[0] : undefined
}

/** `func NewItems(db *DB) (*Items, error) {` gives back Items, and so does one that says an interface and only returns `&Items{}`. */
function givenBack(name: string, path: string, reader: Reader): readonly TypeHome[] {
  const lines = codeOf(path, reader.codebase).split('\n')
  const makers = (reader.codebase.outline(path)?.declarations ?? []).filter(
    each => each.name === name && each.kind === 'function',
  )
  return makers.flatMap(({ line, endLine }) => {
    const text = lines.slice(line - 1, endLine).join('\n')
    const type = new RegExp(
      String.raw`^func\s+\w+\([^{]*?\)\s*\(?\s*(?:\w+\s+)?${typeText}\s*(?:,[^{)]*\)?|\))?\s*\{`,
    ).exec(text)?.[1]
    const home = type === undefined ? undefined : structHome(type, path, reader)
    const returned = home ?? returnedType(text, path, reader)
    return returned ? [returned] : []
  })
}

const returns = /^[ \t]*return\b[ \t]*([^\n]*)|\{ *return\b[ \t]*([^\n]*)/gm

/** Of every literal that is returned, where it is one type; nothing else may be, but `nil`. */
function returnedType(text: string, path: string, reader: Reader): TypeHome | undefined {
  const types = new Set<string>()
  for (const [, line, inLine] of text.matchAll(returns)) {
    const value = line ?? inLine!
    if (/^nil\b/.test(value)) continue
    const literal = /^&?((?:\w+\.)?\w+)\{/.exec(value) ?? /^new\(((?:\w+\.)?\w+)\)/.exec(value)
    if (!literal) return undefined
    types.add(literal[1]!)
  }
  const [type, ...others] = types
  return type !== undefined && others.length === 0 ? structHome(type, path, reader) : undefined
}

/** An interface may be anybody's. */
function structHome(type: string, file: string, reader: Reader): TypeHome | undefined {
  const home = typeHome(type.split('.'), file, reader)
  return home && structIn(home, reader.codebase) ? home : undefined
}

function structIn({ files, name }: TypeHome, codebase: Codebase) {
  const found = files.flatMap(path =>
    (codebase.outline(path)?.declarations ?? [])
      .filter(each => each.name === name && each.kind !== 'interface' && each.parent < 0)
      .map(declaration => ({ path, declaration })),
  )
  return found.length === 1 ? found[0] : undefined
}

function fieldType(home: TypeHome, field: string, reader: Reader): TypeHome | undefined {
  const struct = structIn(home, reader.codebase)
  const text = struct && textOf(struct.path, struct.declaration, reader.codebase)
  const type = new RegExp(String.raw`(?:^|[\n{;])\s*${field}\s+${typeText}`).exec(text ?? '')?.[1]
  return type === undefined ? undefined : structHome(type, struct!.path, reader)
}

/** The struct as it is written, where it embeds nothing. */
export function plainStruct(home: TypeHome, codebase: Codebase): string | undefined {
  const struct = structIn(home, codebase)
  const text = struct && textOf(struct.path, struct.declaration, codebase)
  const fields = /\bstruct\s*\{([\s\S]*)\}/.exec(text ?? '')?.[1]?.split(/[\n;]/)
  return fields?.some(each => isEmbedded(each.trim())) === false ? text : undefined
}

const isEmbedded = (field: string) => /^\*?[\w.]+(\[.*\])?(\s*`.*`)?$/.test(field)

const textOf = (path: string, { line, endLine }: Declaration, codebase: Codebase) =>
  codeOf(path, codebase)
    .split('\n')
    .slice(line - 1, endLine)
    .join('\n')
