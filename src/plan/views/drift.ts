// Drift for people: what `plan --drift` adds below the plan.

import type { Drift } from '../../evidence/drift.ts'
import type { Tone } from './text.ts'

type Paint = (tone: Tone, text: string) => string

const SHOWN_NAMES = 4

export function driftText({ undeclared, changed }: Drift, paint: Paint): string {
  if (undeclared.length + changed.length === 0)
    return 'Drift: none. Every file that offers a name belongs to a resource as it is declared.'
  return [
    ...(undeclared.length > 0
      ? [
          paint('strong', `Present and not declared (${undeclared.length} files):`),
          ...undeclared.map(
            ({ path, line, names }) => `  ${path}:${line}  ${paint('dim', shown(names))}`,
          ),
          '',
        ]
      : []),
    ...(changed.length > 0
      ? [
          paint('strong', `Declared otherwise since verified (${changed.length}):`),
          ...changed.map(each => `  ${each}`),
          '',
        ]
      : []),
    'Accept the code: fixpoint scan --update. Verify again: fixpoint refresh.',
  ].join('\n')
}

function shown(names: readonly string[]): string {
  const more = names.length - SHOWN_NAMES
  return `${names.slice(0, SHOWN_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
