// What `refresh` found, in the shape of the absorbed report: implemented, broken, partial, missing, locked.

import type { Status } from '../../contract/level.ts'
import { convergence, roundConvergence } from '../../evidence/convergence.ts'
import type { EvidenceFact, Rung } from '../../evidence/facts.ts'
import { type Evidence, factText } from '../../evidence/weigh.ts'
import type { Tone } from './text.ts'

type Paint = (tone: Tone, text: string) => string

/** One resource as the report shows it: what evidence says, and what stands over it. */
export interface ReportRow {
  readonly evidence: Evidence
  /** What holds: the evidence's, or that of a lock or mark. */
  readonly status: Status
  readonly weight: number
  readonly keptBy: 'lock' | 'mark' | undefined
}

const sections: readonly (readonly [
  title: string,
  tone: Tone,
  belongs: (row: ReportRow) => boolean,
])[] = [
  ['IMPLEMENTED', 'good', row => row.status === 'implemented'],
  ['BROKEN', 'remove', row => row.status === 'broken'],
  ['PARTIAL', 'change', row => row.status === 'partial'],
  ['DEPRECATED', 'dim', row => row.status === 'deprecated'],
  ['MISSING', 'remove', row => row.status === 'missing'],
]

const BAR_WIDTH = 10

export function evidenceReport(rows: readonly ReportRow[], paint: Paint): string {
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

export const reportConvergence = (rows: readonly ReportRow[]) => roundConvergence(convergence(rows))

function section(title: string, tone: Tone, rows: readonly ReportRow[], paint: Paint): string[] {
  if (rows.length === 0) return []
  return [
    paint(tone, `${title} (${rows.length} resources)`),
    ...rows.flatMap(row => block(row, paint)),
    '',
  ]
}

function block(row: ReportRow, paint: Paint): string[] {
  const { evidence, status, keptBy } = row
  if (status === 'missing' && !keptBy) return [`  ${evidence.address}`]
  const lines = [
    keptBy && `${keptBy === 'lock' ? 'Locked' : 'Marked'}: ${status}${contradiction(row)}`,
    `Confidence: [${bar(evidence.confidence)}] ${Math.floor(evidence.confidence * 100)}%`,
    `Level: ${evidence.level} of ${evidence.required}${evidence.isStale ? ' (stale)' : ''}`,
    evidence.files.length > 0 && `Files: ${evidence.files.join(', ')}`,
    `Evidence: ${evidenceText(evidence)}`,
    ...symbolLines(evidence),
  ]
  return [
    `  ${paint('strong', evidence.address)}`,
    ...lines.filter(each => typeof each === 'string').map(each => `    ${each}`),
  ]
}

const contradiction = ({ evidence, status }: ReportRow) =>
  evidence.status === status
    ? ''
    : `; evidence says ${evidence.status}${evidence.reason ? `: ${evidence.reason}` : ''}`

function bar(share: number): string {
  const filled = Math.floor(share * BAR_WIDTH)
  return '#'.repeat(filled) + '-'.repeat(BAR_WIDTH - filled)
}

/** The fact that decided: the one behind the highest rung reached, or the first that failed. */
function evidenceText({ rungs, reason }: Evidence): string {
  if (reason !== undefined) return reason
  const top = rungs.findLast(each => each.outcome === 'holds')
  return top ? topFact(top) : 'nothing to prove was asked for'
}

function topFact({ level, facts }: Rung): string {
  const shown: EvidenceFact | undefined = facts[0]
  return shown ? `${level}: ${factText(shown)}` : level
}

function symbolLines({ names: { found, missing } }: Evidence): string[] {
  const all = found.length + missing.length
  if (all === 0) return []
  return [
    `Symbols: ${found.length}/${all} (${Math.floor((100 * found.length) / all)}%)`,
    ...(missing.length > 0 ? [`Missing: ${missing.map(each => each.name).join(', ')}`] : []),
  ]
}

/** Law 1: what a person attested is counted apart. */
function attestedLine(rows: readonly ReportRow[]): string[] {
  const attested = rows.filter(
    each => each.keptBy === 'mark' && each.status === 'implemented',
  ).length
  return attested > 0 ? [`  Attested by people, not by evidence: ${attested}`] : []
}

export function evidenceJson({ evidence, status, keptBy }: ReportRow) {
  const { names, rungs, ...rest } = evidence
  return {
    address: evidence.address,
    status,
    kept_by: keptBy ?? null,
    evidence_status: rest.status,
    level: rest.level,
    required: rest.required,
    confidence: Math.floor(rest.confidence * 100) / 100,
    reason: rest.reason ?? null,
    files: rest.files,
    tests: rest.tests,
    stale: rest.isStale,
    symbols: {
      found: names.found.map(each => ({
        name: each.name,
        attribute: each.attribute,
        ...each.matches[0]!.at,
      })),
      missing: names.missing.map(each => ({
        name: each.name,
        attribute: each.attribute,
        nearest: each.nearest ?? null,
      })),
    },
    rungs: rungs.map(each => ({
      level: each.level,
      outcome: each.outcome,
      facts: each.facts.map(one => ({
        text: one.text,
        file: one.at?.file ?? null,
        line: one.at?.line ?? null,
      })),
    })),
  }
}
