// The derivation of one verdict: every rung with its facts, what would raise it, and what changed it last.

import { levels } from '../../contract/level.ts'
import type { StateEntry } from '../../contract/state.ts'
import type { Rung } from '../../evidence/facts.ts'
import { factText } from '../../evidence/weigh.ts'
import type { ReportRow } from './report-row.ts'
import type { Tone } from './text.ts'

type Paint = (tone: Tone, text: string) => string

export function whyText(row: ReportRow, entry: StateEntry | undefined, paint: Paint): string {
  const { evidence, status, keptBy } = row
  return [
    `${paint('strong', evidence.address)} is ${status}: ${verdictText(row)}`,
    '',
    ...evidence.rungs.flatMap(rung => rungLines(rung, row, paint)),
    '',
    ...raiseLines(row),
    ...lastChange(entry),
    ...(keptBy ? [keptText(keptBy, evidence.address)] : []),
  ].join('\n')
}

function keptText(by: NonNullable<ReportRow['keptBy']>, address: string): string {
  if (by === 'unread') return 'Kept as recorded: check its files out to let evidence decide.'
  const way = by === 'lock' ? `fixpoint unlock ${address}` : `fixpoint refresh --force`
  return `Kept by a ${by}: ${way} lets evidence decide.`
}

function verdictText({ evidence, keptBy, status }: ReportRow): string {
  const ladder = `level ${evidence.level}, ${evidence.required} is required`
  if (!keptBy) return ladder
  if (keptBy === 'unread') return `as recorded; its files are not here to be read (${ladder})`
  return evidence.status === status
    ? `by a ${keptBy}; evidence agrees (${ladder})`
    : `by a ${keptBy}; evidence says ${evidence.status} (${ladder})`
}

const signs: Readonly<Record<Rung['outcome'], readonly [sign: string, tone: Tone]>> = {
  holds: ['✓', 'good'],
  fails: ['✗', 'remove'],
  'n/a': ['·', 'dim'],
}

function rungLines(
  { level, outcome, facts }: Rung,
  { evidence }: ReportRow,
  paint: Paint,
): string[] {
  const [sign, tone] = signs[outcome]
  const isAbove = levels.indexOf(level) > levels.indexOf(evidence.required)
  const note = isAbove ? paint('dim', ' (not required)') : ''
  return [
    `  ${paint(tone, sign)} ${level}${outcome === 'n/a' ? ' n/a' : ''}${note}`,
    ...facts.map(each => paint('dim', `      ${factText(each)}`)),
  ]
}

function raiseLines({ evidence }: ReportRow): string[] {
  const gap = evidence.rungs.find(
    each =>
      each.outcome === 'fails' && levels.indexOf(each.level) <= levels.indexOf(evidence.required),
  )
  if (evidence.status === 'broken') return [`To raise it: ${evidence.reason}`]
  if (evidence.status === 'implemented') return ['Nothing that is required is left to do.']
  if (!gap) return [`To raise it: ${evidence.reason ?? 'declare something to prove'}`]
  return [
    'To raise it:',
    ...gap.facts.filter(each => each.isFault).map(each => `  ${gap.level}: ${factText(each)}`),
  ]
}

function lastChange(entry: StateEntry | undefined): string[] {
  const change = entry?.history?.at(-1)
  return change
    ? [
        `Last change: ${change.from} -> ${change.to} at ${change.at} by ${change.by}${change.reason ? `: ${change.reason}` : ''}`,
      ]
    : []
}
