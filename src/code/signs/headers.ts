// The headers of the types of a file: what stands in front of their bodies names what they come from. Pure.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import type { Declaration } from '../model.ts'
import { mostlyNothing, utf8Of } from './sign.ts'

type Place = Pick<Declaration, 'line' | 'endLine'>

/** By place. */
type Headers = Readonly<Record<string, string>>

const none: Headers = {}

const types: ReadonlySet<DeclarationKind> = new Set<DeclarationKind>([
  'class',
  'interface',
  'struct',
  'contract',
  'trait',
  'protocol',
  'type',
  'enum',
])

export const headers = mostlyNothing<Headers>('headers', none, file => {
  const declared = (file.outline?.declarations ?? []).filter(each => types.has(each.kind))
  if (declared.length === 0) return undefined
  const lines = utf8Of(file).split('\n')
  return Object.fromEntries(declared.map(each => [placeOf(each), headerIn(each, lines)]))
})

/** Undefined for what is no type. */
export const headerAmong = (known: Headers, declaration: Place): string | undefined =>
  known[placeOf(declaration)]

const placeOf = ({ line, endLine }: Place) => `${line}-${endLine}`

const LONGEST_HEADER = 400

/** From its line to its body. */
export function headerIn({ line, endLine }: Place, lines: readonly string[]): string {
  const text = lines
    .slice(line - 1, Math.min(endLine, line + LONGEST_HEADER))
    .join('\n')
    .slice(0, LONGEST_HEADER)
  return /^[\s\S]*?(?:\{|:\s*(?:#.*)?(?:\n|$)|\n\s*(?:def|include)\b)/.exec(text)?.[0] ?? text
}
