// Reads what an agent says of itself at its end: the last fenced block called `result`. It can say that it is done or that it needs a
// person; it can never say that the work is good. Missing and malformed are told apart, so that the next attempt can be helped.

import type { Diagnostic } from '../base/diagnostic.ts'
import { readYaml } from '../base/yaml/document.ts'
import { plainValue } from '../base/yaml/locate.ts'
import type { Brief } from '../kernel/model.ts'

export type AgentResult =
  | { readonly kind: 'done'; readonly summary: string }
  | { readonly kind: 'blocked'; readonly brief: Brief }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed'; readonly why: string }

/** What the prompt asks for, word for word. */
export const resultFormat = `\`\`\`result
status: done        # or: blocked
summary: one or two sentences on what was done
\`\`\``

export const blockedFormat = `\`\`\`result
status: blocked
question: what a person must decide
summary: what was found out
options: [one way, another way]
recommendation: the way that you would go
\`\`\``

const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*result[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm

export function readResult(output: string): AgentResult {
  const blocks = [...output.replaceAll('\r\n', '\n').matchAll(fence)]
  const text = blocks.at(-1)?.[2]
  if (text === undefined) return { kind: 'missing' }
  const document = readYaml(text, 'result')
  if (document.problems.length > 0) return malformed(document.problems)
  const value: unknown = document.root ? plainValue(document.root) : {}
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'malformed', why: 'the block must hold keys such as status and summary' }
  return readFields(value as Fields)
}

const malformed = (problems: readonly Diagnostic[]): AgentResult => ({
  kind: 'malformed',
  why: problems.map(each => each.message).join('; '),
})

type Fields = Readonly<Record<string, unknown>>

const doneWords = ['done', 'complete', 'completed', 'success', 'succeeded', 'ok']
/** Whoever says in any words that a person is needed is believed. */
const blockedWords = ['blocked', 'needs_human', 'needs-human', 'question', 'escalate', 'escalated']

function readFields(fields: Fields): AgentResult {
  const status = textOf(fields.status ?? fields.outcome ?? fields.result).toLowerCase()
  if (doneWords.includes(status)) return { kind: 'done', summary: textOf(fields.summary) }
  if (blockedWords.includes(status) || fields.blocked === true)
    return { kind: 'blocked', brief: briefOf(fields) }
  if (status === '') return { kind: 'malformed', why: 'the block has no status' }
  return { kind: 'malformed', why: `status is "${status}", not done or blocked` }
}

function briefOf(fields: Fields): Brief {
  const summary = textOf(fields.summary)
  return {
    question: textOf(fields.question ?? fields.reason) || summary || 'The agent needs a person.',
    situation: summary,
    tried: listOf(fields.tried),
    evidence: listOf(fields.evidence),
    options: listOf(fields.options),
    recommendation: textOf(fields.recommendation),
  }
}

const textOf = (value: unknown): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value).trim()

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean)
