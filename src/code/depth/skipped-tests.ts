// Tests that are written and not run: `it.skip`, `xit`, `@pytest.mark.skip`, `@Disabled`, `t.Skip()`. What stands in them proves
// nothing. A skip that depends on something is none: nobody here knows how it turns out. One row for each way of saying it.

import { script } from '../languages/named-rule.ts'
import type { Tree } from '../tree/grammar.ts'

interface SkipRule {
  readonly languages: readonly string[]
  readonly node: string
  /** What the text of the node begins with. */
  readonly pattern: RegExp
  /** The node itself, what follows it in its block, the declaration that it stands above, or the whole file. */
  readonly reach: 'node' | 'rest' | 'next' | 'file'
}

const title = String.raw`(?:'[^'\n]*'|"[^"\n]*"|\`[^\`]*\`|\w+)`

const skipRules: readonly SkipRule[] = [
  {
    languages: script,
    node: 'call_expression',
    pattern:
      /^(?:(?:test|it|describe|context|suite|specify|Deno\.test)(?:\.\w+)*?\.(?:skip|todo)|x(?:it|test|describe|context|specify))\b/,
    reach: 'node',
  },
  {
    languages: script,
    node: 'call_expression',
    pattern: new RegExp(
      String.raw`^(?:test|it|describe|suite)\(\s*${title}\s*,\s*\{[^{}]*\bskip\s*:\s*(?:true\b|['"])`,
    ),
    reach: 'node',
  },
  {
    languages: ['python'],
    node: 'decorated_definition',
    pattern: /^(?:@[^\n]*\n\s*)*?@(?:pytest\.mark\.skip|unittest\.skip|mark\.skip|skip)\b(?!\.)/,
    reach: 'node',
  },
  {
    languages: ['python'],
    node: 'expression_statement',
    pattern: /^pytestmark\s*=\s*\[?[^\n]*\bmark\.skip\b/,
    reach: 'file',
  },
  {
    languages: ['python'],
    node: 'expression_statement',
    pattern: /^(?:pytest\.skip|self\.skipTest)\(/,
    reach: 'rest',
  },
  {
    languages: ['python'],
    node: 'raise_statement',
    pattern: /^raise (?:unittest\.)?SkipTest\b/,
    reach: 'rest',
  },
  {
    languages: ['go'],
    node: 'expression_statement',
    pattern: /^[tb]\.Skip(?:f|Now)?\(/,
    reach: 'rest',
  },
  { languages: ['rust'], node: 'attribute_item', pattern: /^#\[ignore\b/, reach: 'next' },
  ...(
    [
      ['method_declaration', ['java']],
      ['class_declaration', ['java', 'kotlin']],
      ['function_declaration', ['kotlin']],
    ] as const
  ).map(([node, languages]) => ({
    languages,
    node,
    pattern: /^(?:@[\w.]+(?:\([^)]*\))?\s+)*?@(?:Disabled|Ignore|Ignored)\b/,
    reach: 'node' as const,
  })),
  ...['method_declaration', 'class_declaration'].map(node => ({
    languages: ['csharp'],
    node,
    pattern: /^(?:\[[^\]]*\]\s*)*?\[[^\]]*(?:\bIgnore\b|\bSkip\s*=\s*[$@"\w])/,
    reach: 'node' as const,
  })),
  {
    languages: ['ruby'],
    node: 'call',
    pattern:
      /^(?:x(?:it|describe|context|specify|example|feature|scenario)\b|(?:it|describe|context|specify|example)\b[^\n]*(?:,\s*:skip\b|\bskip:\s*(?:true|["'])))/,
    reach: 'node',
  },
  { languages: ['ruby'], node: 'call', pattern: /^(?:skip|pending)\b[( ]/, reach: 'rest' },
  { languages: ['ruby'], node: 'identifier', pattern: /^(?:skip|pending)$/, reach: 'rest' },
  {
    languages: ['php'],
    node: 'expression_statement',
    pattern: /^(?:\$this->|self::|static::)markTest(?:Skipped|Incomplete)\(/,
    reach: 'rest',
  },
  {
    languages: ['swift'],
    node: 'control_transfer_statement',
    pattern: /^throw XCTSkip\b/,
    reach: 'rest',
  },
  { languages: ['solidity'], node: 'statement', pattern: /^vm\.skip\(true\)/, reach: 'rest' },
]

export type Ranges = readonly { readonly start: number; readonly end: number }[]

/** A look at the text spares most files the search. */
const maySkip =
  /skip|todo|\bx(?:it|test|describe|context|specify|example|feature|scenario)\b|pending|ignore|disabled|Incomplete/i

/** In order of their beginning; they may lie in each other. */
export function skippedTests(root: Tree, source: string, language: string): Ranges {
  const rules = skipRules.filter(each => each.languages.includes(language))
  if (rules.length === 0 || !maySkip.test(source)) return []
  const kinds = [...new Set(rules.map(each => each.node))].map(kind => ({ kind }))
  return root.findAll({ rule: { any: kinds } }).flatMap(node => {
    const { start, end } = node.range()
    const text = source.slice(start.index, Math.min(end.index, start.index + lookAhead))
    const rule = rules.find(each => each.node === node.kind() && each.pattern.test(text))
    const range = rule && reachOf(node, rule.reach, source)
    return range ? [range] : []
  })
}

const lookAhead = 600

function reachOf(node: Tree, reach: SkipRule['reach'], source: string): Ranges[number] | undefined {
  const { start, end } = node.range()
  if (reach === 'node') return { start: start.index, end: end.index }
  if (reach === 'file') return { start: 0, end: source.length }
  if (reach === 'next') return nextDeclaration(node)
  const block = node.parent()
  if (!block || dependsOnSomething(node)) return undefined
  return { start: start.index, end: block.range().end.index }
}

/** Behind the attributes that follow. */
function nextDeclaration(node: Tree): Ranges[number] | undefined {
  let next = node.next()
  while (next && /^(attribute_item|line_comment|block_comment)$/.test(String(next.kind())))
    next = next.next()
  if (!next) return undefined
  return { start: next.range().start.index, end: next.range().end.index }
}

const condition =
  /^(if|unless|elsif|else|switch|case|when|match|for|foreach|while|until|try|catch|except|rescue|guard|select|conditional|ternary)(_|$)/
const callable = /(function|method|lambda|closure|arrow|func_literal|do_block|_body$)/

/** Between it and its function stands a branch or a loop. */
function dependsOnSomething(node: Tree): boolean {
  for (let at = node.parent(); at; at = at.parent()) {
    const kind = String(at.kind())
    if (condition.test(kind)) return true
    if (callable.test(kind) && kind !== 'body_statement') return false
  }
  return false
}

export function isWithin(ranges: Ranges, offset: number): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end)
}
