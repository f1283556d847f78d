// Composes what an agent reads: the brief, its claims, what failed before, what people said, and how to end. The same order and history
// make the same text, for the first attempt and every later one.

import type { Order } from '../contract/order.ts'
import type { Failure, Note } from '../kernel/model.ts'
import { blockedFormat, resultFormat } from './result.ts'

export interface FailureEvidence {
  readonly failure: Failure
  /** Texts that judges kept: outputs, conflicts, lists of paths. */
  readonly evidence: readonly string[]
}

export interface PromptParts {
  readonly order: Order
  readonly attempt: number
  readonly failures: readonly FailureEvidence[]
  readonly notes: readonly Note[]
  /** The workspace holds what an earlier attempt left. */
  readonly continues: boolean
}

export function composePrompt(parts: PromptParts): string {
  const { order, attempt } = parts
  return `${[
    `# ${order.name}: ${order.title}`,
    order.brief,
    claimsText(order),
    parts.continues ? continuesText : '',
    failuresText(parts.failures, attempt),
    notesText(parts.notes),
    checksText(order),
    endText,
  ]
    .filter(each => each !== '')
    .join('\n\n')}\n`
}

const continuesText =
  'The folder holds what an earlier attempt has left. Go on from there instead of starting again.'

function claimsText({ claims, doNotTouch, produces }: Order): string {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['You may create', claims.create],
    ['You may change', claims.edit],
    ['You may delete', claims.delete],
    ['You rely on', claims.read],
    ['Must not change', doNotTouch],
    ['Must exist and have changed in the end', produces],
  ]
  const lines = rows
    .filter(([, paths]) => paths.length > 0)
    .map(([what, paths]) => `- ${what}: ${paths.map(each => `\`${each}\``).join(', ')}`)
  return ['## Files', ...lines, '- Anything else you change makes the attempt fail.'].join('\n')
}

function failuresText(failures: readonly FailureEvidence[], attempt: number): string {
  if (failures.length === 0) return ''
  const head = `## What failed before\n\nThis is attempt ${attempt}. Do not repeat what failed.`
  return [head, ...failures.map(failureText)].join('\n\n')
}

function failureText({ failure, evidence }: FailureEvidence): string {
  const help = helpFor[failure.class]
  const blocks = evidence.map(each => `\`\`\`\`text\n${each.trimEnd()}\n\`\`\`\``)
  const head = `- ${failure.class}: ${failure.summary}${help === undefined ? '' : ` ${help}`}`
  return [head, ...blocks].join('\n\n')
}

const helpFor: { readonly [C in Failure['class']]?: string } = {
  no_change: 'Nothing in the folder had changed: saying that it is done does not count.',
  result_invalid: 'End with the block that is described below, exactly in that form.',
  timeout: 'Do less at once, print progress, and never start anything that waits for input.',
  scope: 'Stay inside the files that are named above.',
}

function notesText(notes: readonly Note[]): string {
  if (notes.length === 0) return ''
  return ['## What people said', ...notes.map(({ by, text }) => `${by}: ${text}`)].join('\n\n')
}

function checksText({ checks }: Order): string {
  if (checks.length === 0) return ''
  const lines = checks.map(({ name, command, description }) => {
    const shown = typeof command === 'string' ? command : command.join(' ')
    return `- ${name}: \`${shown}\`${description === '' ? '' : ` (${description})`}`
  })
  const rest = '- The scripts that these run stay as they are, unless you may change them by name.'
  return ['## Checks that must pass', ...lines, rest].join('\n')
}

const endText = `## How to end

End your output with this block and nothing after it:

${resultFormat}

If you cannot go on without a person, say so instead; that is a good outcome too:

${blockedFormat}`
