// What `refresh` found, in the shape of the absorbed report: implemented, broken, partial, missing, locked.

import { convergence, roundConvergence } from '../../evidence/convergence.ts'
import type { ShownRow } from './report-row.ts'
import type { Tone } from './text.ts'

type Paint = (tone: Tone, text: string) => string

const sections: readonly (readonly [
  title: string,
  tone: Tone,
  belongs: (row: ShownRow) => boolean,
])[] = [
  ['IMPLEMENTED', 'good', row => row.status === 'implemented'],
  ['BROKEN', 'remove', row => row.status === 'broken'],
  ['PARTIAL', 'change', row => row.status === 'partial'],
  ['DEPRECATED', 'dim', row => row.status === 'deprecated'],
  ['MISSING', 'remove', row => row.status === 'missing'],
]

export function evidenceReport(rows: readonly ShownRow[], paint: Paint): string {
  const locked = rows.filter(each => each.keptBy === 'lock')
  const free = rows.filter(each => each.keptBy !== 'lock')
  return [
    'Inference Report',
    '='.repeat(60),
    ...sections.flatMap(([title, tone, belongs]) =>
      section(title, tone, free.filter(belongs), paint),
    ),
    ...section('LOCKED', 'dim', locked, paint),
    'Summary',
    `  Convergence: ${reportConvergence(rows).toFixed(1)}%`,
    ...attestedLine(rows),
  ].join('\n')
}

export const reportConvergence = (rows: readonly ShownRow[]) => roundConvergence(convergence(rows))

function section(title: string, tone: Tone, rows: readonly ShownRow[], paint: Paint): string[] {
  if (rows.length === 0) return []
  return [paint(tone, `${title} (${rows.length} resources)`), ...rows.map(each => each.text), '']
}

/** Law 1: what a person attested is counted apart. */
function attestedLine(rows: readonly ShownRow[]): string[] {
  const attested = rows.filter(
    each => each.keptBy === 'mark' && each.status === 'implemented',
  ).length
  return attested > 0 ? [`  Attested by people, not by evidence: ${attested}`] : []
}

/** What the state will say otherwise. */
export const statusChanges = (rows: readonly ShownRow[]) =>
  rows
    .filter(each => each.keptBy === undefined && each.recorded !== each.status)
    .map(({ address, recorded, status }) => ({ address, from: recorded, to: status }))
