// A spec's text with everything that editing asks of it: nodes with their ranges, values, comments, lines, anchors.

import type { Alias, CST, Document, Node, Pair, Scalar, YAMLMap } from 'yaml'
import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Parser } from 'yaml'
import { DiagnosticError, refuse } from '../../base/diagnostic.ts'
import { readYaml } from '../../base/yaml/document.ts'
import { plainScalar, taggedScalar } from '../../base/yaml/scalar.ts'
import { type Lines, linesOf } from './lines.ts'
import type { Value } from './value.ts'

export interface Source {
  readonly text: string
  readonly eol: '\n' | '\r\n'
  readonly root: Node | undefined
  readonly lines: Lines
  /** What each alias stands for. */
  readonly targets: ReadonlyMap<Alias, Node>
  readonly anchored: readonly Node[]
  /** Nodes with an alias in them, whose value may change under them. */
  readonly withAlias: ReadonlySet<Node>
}

/** Reads a text that ends with a line break; a text that does not read is refused with all its problems. */
export function readSource(text: string, file: string): Source {
  const { problems } = readYaml(text, file)
  if (problems.length > 0) throw new DiagnosticError(problems)
  const tokens = [...new Parser().parse(text)]
  const document = compose(tokens, text.length)
  const problem = document.errors[0]
  if (problem)
    refuse('spec/edit-unsafe', `the text is too unusual to be edited: ${problem.message}`, {
      at: { file },
      fix: 'edit it by hand',
    })
  const root = document.contents ?? undefined
  return {
    text,
    eol: /\r\n/.test(text.slice(0, text.indexOf('\n') + 1)) ? '\r\n' : '\n',
    root: root && isScalar(root) && root.source === '' ? undefined : root,
    lines: linesOf(text, tokens.flatMap(commentsOf)),
    ...anchorsOf(root),
  }
}

/** Scalars are taken as text, so that one reader alone decides what they mean. */
function compose(tokens: readonly CST.Token[], length: number): Document.Parsed {
  const options = { keepSourceTokens: true, schema: 'failsafe', uniqueKeys: false } as const
  for (const document of new Composer(options).compose(tokens, true, length))
    return document as Document.Parsed
  throw new Error('invariant: the composer answers with a document')
}

function commentsOf(token: CST.Token): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const waiting: unknown[] = [token]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) for (const each of next) waiting.push(each)
    else if (typeof next === 'object' && next !== null) {
      const { type, offset, source, ...parts } = next as CST.SourceToken
      if (type === 'comment') found.push({ start: offset, end: offset + source.length })
      else waiting.push(...Object.values(parts).filter(part => typeof part === 'object'))
    }
  }
  return found
}

function anchorsOf(root: Node | undefined) {
  const byName = new Map<string, Node>()
  const targets = new Map<Alias, Node>()
  const anchored: Node[] = []
  const withAlias = new Set<Node>()
  if (root) visit(root)
  return { targets, anchored, withAlias }

  function visit(node: Node): boolean {
    if (isAlias(node)) {
      targets.set(node, byName.get(node.source)!)
      return true
    }
    if (node.anchor !== undefined) {
      byName.set(node.anchor, node)
      anchored.push(node)
    }
    const found = childrenOf(node).map(visit).includes(true)
    if (found) withAlias.add(node)
    return found
  }
}

export function childrenOf(node: Node): Node[] {
  if (isSeq(node)) return node.items as Node[]
  if (!isMap(node)) return []
  return pairsOf(node).flatMap(({ key, value }) => (value ? [key, value] : [key]))
}

export type SourcePair = Pair<Node, Node | null>

export const pairsOf = (map: YAMLMap) => map.items.filter(isPair) as unknown as SourcePair[]

export const keyOf = (pair: SourcePair): string =>
  isScalar(pair.key) ? String(scalarValue(pair.key) ?? '') : ''

export const isMerge = (pair: SourcePair) => keyOf(pair) === '<<'

export function scalarValue(node: Scalar): Exclude<Value, object> | null {
  const source = node.source ?? ''
  if (node.tag !== undefined && !node.tag.endsWith('/failsafe'))
    return taggedScalar(node.tag.replace('tag:yaml.org,2002:', '!!'), source) ?? source
  return node.type === 'PLAIN' || node.type === undefined ? plainScalar(source) : source
}

/** The quotes around a scalar. */
export function quoteOf(node: Node | undefined): '"' | "'" | undefined {
  if (!isScalar(node)) return undefined
  if (node.type === 'QUOTE_SINGLE') return "'"
  return node.type === 'QUOTE_DOUBLE' ? '"' : undefined
}

export const startOf = (node: Node): number => node.range![0]
