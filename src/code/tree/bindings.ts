// The imports and exports of a file: statements read by their patterns, and declarations that a keyword exports.

import type { LanguagePack } from '../languages/pack.ts'
import type { Export, Import } from '../model.ts'
import type { Span } from './compact.ts'
import type { Collection, Found, Statement } from './found.ts'
import { plainText, type Reading } from './reading.ts'
import { type Binding, readStatement } from './statement.ts'

export function readImports(source: string, { imports, comments }: Collection): Import[] {
  return imports.flatMap(each => readImport(each, source, comments))
}

export function readExports({ pack, source, found }: Reading, collection: Collection): Export[] {
  const written = collection.exports.flatMap(each => readExport(each, source, collection.comments))
  const byKeyword = found.flatMap(each => keywordExports(each, source, pack))
  return [...written, ...byKeyword].sort((a, b) => a.line - b.line)
}

function readExport(statement: Statement, source: string, comments: readonly Span[]): Export[] {
  const { line, rule } = statement
  return bindingsOf(statement, source, comments).map(({ module, name, alias }) =>
    rule.isKeyed
      ? { name, local: alias || (name === 'default' ? '' : name), module, line }
      : { name: alias || name, local: name, module, line },
  )
}

function keywordExports(
  found: Found,
  source: string,
  { keywordExports: rule }: LanguagePack,
): Export[] {
  if (!rule || found.parent >= 0) return []
  const { nameSpan, name, line } = found
  const header = plainText(found, nameSpan.start, source)
  if (rule.asDefault.test(header)) return [{ name: 'default', local: name, module: '', line }]
  return rule.named.test(header) ? [{ name, local: name, module: '', line }] : []
}

function readImport(statement: Statement, source: string, comments: readonly Span[]): Import[] {
  return bindingsOf(statement, source, comments).map(({ module, name, alias }) => ({
    module,
    name,
    alias,
    line: statement.line,
  }))
}

function bindingsOf(statement: Statement, source: string, comments: readonly Span[]): Binding[] {
  const inside: Span[] = []
  for (let at = firstFrom(comments, statement.start); at < comments.length; at++) {
    if (comments[at]!.end > statement.end) break
    inside.push(comments[at]!)
  }
  return readStatement(withoutComments(source, statement, inside), statement.rule)
}

/** Index of the first span that starts at `start` or later. */
function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

function withoutComments(source: string, { start, end }: Span, comments: readonly Span[]): string {
  const pieces: string[] = []
  let at = start
  for (const comment of comments) {
    pieces.push(source.slice(at, comment.start))
    at = comment.end
  }
  return [...pieces, source.slice(at, end)].join(' ')
}
