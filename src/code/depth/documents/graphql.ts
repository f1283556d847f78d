// Operations of a GraphQL schema: the fields of its root types, as `Query.users`. Strings and comments are passed over.

import type { Named } from '../../model.ts'
import { lineCounter } from './entries.ts'

const token = /"""(?:\\"""|.)*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|[A-Za-z_]\w*|[{}()[\]:@=]/gs

export function graphqlOperations(text: string): readonly Named[] {
  const found: Named[] = []
  /** Before its arguments, or its colon, stands the name of a field. */
  let last: { word: string; index: number } | undefined
  const roots = rootTypes(text)
  const lineOf = lineCounter(text)
  let words: string[] = []
  let type: string | undefined
  let braces = 0
  let parentheses = 0
  for (const { 0: part, index } of text.matchAll(token)) {
    if (/^["#]/.test(part)) continue
    if (part === '(') parentheses++
    else if (part === ')') parentheses--
    else if (parentheses > 0) continue
    else if (part === '{') {
      if (braces++ === 0) type = typeOf(words)
      words = []
    } else if (part === '}') {
      braces--
      words = []
    } else if (part === ':' && braces === 1 && last && type !== undefined) {
      const role = roots.get(type)
      if (role !== undefined) found.push({ name: `${role}.${last.word}`, line: lineOf(last.index) })
      last = undefined
    } else if (/\w/.test(part)) {
      words.push(part)
      last = { word: part, index }
    }
  }
  return found
}

/** `type Query`, `extend type Query implements Node`. */
function typeOf(words: readonly string[]): string | undefined {
  const at = words.lastIndexOf('type')
  return at < 0 ? undefined : words[at + 1]
}

/** Names of the root types: the usual ones unless `schema { query: Root }` says otherwise. */
function rootTypes(text: string): ReadonlyMap<string, string> {
  const roots = new Map([
    ['Query', 'Query'],
    ['Mutation', 'Mutation'],
    ['Subscription', 'Subscription'],
  ])
  const schema = /^[ \t]*(?:extend\s+)?schema\b[^{]*\{([^}]*)\}/m.exec(text)?.[1] ?? ''
  for (const [, role, name] of schema.matchAll(/(query|mutation|subscription)\s*:\s*(\w+)/g))
    roots.set(name!, role![0]!.toUpperCase() + role!.slice(1))
  return roots
}
