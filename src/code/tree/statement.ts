// Reads import and export statements by the patterns of a query pack: one statement may name many things.
// Works on text that has lost its comments; braces nest in a loop, so no nesting is too deep.

import type { StatementRule } from '../languages/pack.ts'

export interface Binding {
  readonly module: string
  readonly name: string
  readonly alias: string
}

type Groups = Readonly<Record<string, string | undefined>>
type Pending = { readonly module: string; readonly list: string }

/** Everything that `rule` finds in the text of one statement, in the order written. */
export function readStatement(text: string, rule: StatementRule): Binding[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  return [...flat.matchAll(global(rule.pattern))].flatMap(match =>
    bindings(match.groups ?? {}, rule),
  )
}

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
}

function bindings(groups: Groups, rule: StatementRule): Binding[] {
  const module = groups.module ?? ''
  if (groups.list !== undefined) return expand({ module, list: groups.list }, rule)
  return [{ module, name: groups.name ?? rule.name ?? '', alias: groups.alias ?? '' }]
}

function expand(first: Pending, rule: StatementRule): Binding[] {
  const found: Binding[] = []
  const stack: Pending[] = [first]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const items = splitList(next.list)
    const cut = items.findIndex(item => rule.separator !== undefined && item.endsWith('}'))
    const plain = cut < 0 ? items : items.slice(0, cut)
    for (const item of plain) found.push(...readItem(next.module, item, rule))
    if (cut < 0) continue
    stack.push({ module: next.module, list: items.slice(cut + 1).join(',') })
    stack.push(openNested(next.module, items[cut]!, rule.separator!))
  }
  return found
}

/** `io::{self, Read}` below `std` is the list `self, Read` of `std::io`. */
function openNested(module: string, item: string, separator: string): Pending {
  const brace = item.indexOf('{')
  const prefix = item.slice(0, brace).trim()
  const path = prefix.endsWith(separator) ? prefix.slice(0, -separator.length) : prefix
  return { module: joined(module, path, separator), list: item.slice(brace + 1, -1) }
}

function joined(module: string, more: string, separator: string): string {
  return [module, more].filter(part => part !== '').join(separator)
}

/** `a`, `a as b`, `a: b`, `a: anything`, `a(…) {…}`, `'a'`, `path::a as b`. */
const itemPattern =
  /^(?:(?:type|typeof|function|const|async|get|set) )?\*? ?["']?(?<name>[\p{L}\p{N}_$:\\.*-]+?)["']?(?: as (?<alias>[\p{L}\p{N}_$]+)| ?:(?!:) ?(?:(?<bound>[\p{L}\p{N}_$]+)(?: ?=.*)?$)?.*| ?[(=].*)?$/u

function readItem(module: string, item: string, { separator }: StatementRule): Binding[] {
  const groups = itemPattern.exec(item)?.groups
  if (!groups) return []
  const { name: path = '', alias, bound } = groups
  const cut = separator === undefined ? -1 : path.lastIndexOf(separator)
  const name = cut < 0 ? path : path.slice(cut + separator!.length)
  const owner = cut < 0 ? module : joined(module, path.slice(0, cut), separator!)
  return [{ module: owner, name: name === 'self' ? '*' : name, alias: alias ?? bound ?? '' }]
}

/** Splits at commas outside brackets. */
export function splitList(list: string): string[] {
  const items: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index <= list.length; index++) {
    const char = list[index]
    if (index === list.length || (char === ',' && depth === 0)) {
      items.push(list.slice(from, index).trim())
      from = index + 1
    } else if ('{[('.includes(char!)) depth++
    else if ('}])'.includes(char!)) depth--
  }
  return items.filter(item => item !== '')
}
