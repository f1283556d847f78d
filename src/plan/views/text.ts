// The plan as people read it in a terminal, in the manner of Terraform.

import { actionSummary, isAttested, staleChecks } from '../counts.ts'
import type { Action, ActionKind, Plan, Verdict } from '../plan.ts'
import { symbolCounts, symbolTable } from '../symbols.ts'

export type Tone = 'add' | 'change' | 'remove' | 'good' | 'dim' | 'strong'
type Paint = (tone: Tone, text: string) => string

export interface PlanTextOptions {
  readonly isVerbose: boolean
  readonly showsBlocked: boolean
}

const signs: Readonly<Record<ActionKind, readonly [sign: string, tone: Tone]>> = {
  create: ['+', 'add'],
  update: ['~', 'change'],
  delete: ['-', 'remove'],
}

export function planText(
  plan: Plan,
  { isVerbose, showsBlocked }: PlanTextOptions,
  paint: Paint,
): string {
  const verdicts = new Map(plan.verdicts.map(each => [each.address, each]))
  const body = plan.actions.flatMap(action =>
    actionLines(action, verdicts.get(action.address), isVerbose, paint),
  )
  return [
    ...(body.length > 0 ? ['fixpoint will perform the following actions:', '', ...body, ''] : []),
    ...forgottenLines(plan),
    ...(isVerbose ? unchangedLines(plan, paint) : []),
    ...(showsBlocked ? blockedLines(plan) : []),
    paint(plan.actions.length === 0 ? 'good' : 'strong', actionSummary(plan.actions)),
    ...attestedLine(plan),
    ...staleLines(plan),
  ].join('\n')
}

function actionLines(
  action: Action,
  verdict: Verdict | undefined,
  isVerbose: boolean,
  paint: Paint,
): string[] {
  const [sign, tone] = signs[action.action]
  const marks = verdict ? remarks(verdict) : ''
  return [
    `  ${paint(tone, sign)} ${action.address}${marks && paint('dim', marks)}`,
    paint('dim', `      # ${action.reason}`),
    ...(isVerbose && verdict ? detailLines(verdict) : []),
  ]
}

function remarks({ resource, entry }: Verdict): string {
  const parts = [
    resource.isOptional && 'optional',
    entry?.locked && 'locked',
    resource.blocked && `blocked since ${resource.blocked.since} by ${resource.blocked.by}`,
  ].filter(each => typeof each === 'string')
  return parts.length > 0 ? `  (${parts.join('; ')})` : ''
}

function detailLines({ resource, required, waitsFor, entry }: Verdict): string[] {
  const facts = [
    resource.description && `Description: ${resource.description}`,
    `Required: ${required}`,
    resource.files.length > 0 && `Files: ${resource.files.join(', ')}`,
    resource.tests.length > 0 && `Tests: ${resource.tests.join(', ')}`,
    waitsFor.length > 0 && `Waits for: ${waitsFor.join(', ')}`,
  ].filter(each => typeof each === 'string' && each !== '')
  return [...facts, ...symbolLines(entry)].map(each => `      ${each}`)
}

function symbolLines(entry: Verdict['entry']): string[] {
  const { found, all, missing } = symbolCounts(entry)
  if (all === 0) return []
  const there = Object.entries(entry?.symbols ?? {}).filter(([, each]) => each.status !== 'missing')
  return [
    `Symbols: ${found}/${all} found`,
    ...missing.map(name => `  - ${name} (missing)`),
    ...symbolTable(there).map(each => `    ${each}`),
  ]
}

/** Law 1: what a person attested is counted apart. */
function attestedLine({ verdicts }: Plan): string[] {
  const attested = verdicts.filter(isAttested).length
  return attested > 0 ? [`Attested by people, not by evidence: ${attested}`] : []
}

/** The verdict stands, and says so. */
function staleLines({ verdicts }: Plan): string[] {
  const lines = verdicts.flatMap(each =>
    staleChecks(each).map(text => `  ${each.address}: ${text}`),
  )
  return lines.length > 0 ? ['Stale, fixpoint refresh --run-checks runs them again:', ...lines] : []
}

function forgottenLines({ forgotten }: Plan): string[] {
  if (forgotten.length === 0) return []
  const lines = forgotten.map(({ address, movedTo }) =>
    movedTo === undefined
      ? `  . ${address} is removed from the spec and will leave the state`
      : `  . ${address} has moved to ${movedTo}`,
  )
  return [...lines, '']
}

function unchangedLines({ verdicts }: Plan, paint: Paint): string[] {
  const settled = verdicts.filter(
    each => !each.isOutdated && /^(implemented|deprecated)$/.test(each.status),
  )
  if (settled.length === 0) return []
  return [
    'Unchanged:',
    ...settled.map(each => paint('dim', `    ${each.address} (${each.status})`)),
    '',
  ]
}

function blockedLines({ verdicts }: Plan): string[] {
  const blocked = verdicts.filter(each => each.status === 'missing' && each.waitsFor.length > 0)
  if (blocked.length === 0) return ['Dependencies: nothing waits.', '']
  return [
    'Blocked by dependencies:',
    ...blocked.map(each => `    ${each.address} waits for ${each.waitsFor.join(', ')}`),
    '',
  ]
}
