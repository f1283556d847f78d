// One resource of a report: its lines and its JSON. Once shown it can be joined with others again, and needs no evidence for that.

import type { Status } from '../../contract/level.ts'
import type { EvidenceFact, Rung } from '../../evidence/facts.ts'
import { type Evidence, factText } from '../../evidence/weigh.ts'
import type { Tone } from './text.ts'

type Paint = (tone: Tone, text: string) => string

/** One resource as the report shows it: what evidence says, and what stands over it. */
export interface ReportRow {
  readonly evidence: Evidence
  /** What holds: the evidence's, or that of a lock or mark. */
  readonly status: Status
  /** What the state says of it so far. */
  readonly recorded: Status
  readonly weight: number
  readonly keptBy: 'lock' | 'mark' | 'unread' | undefined
}

export interface ShownRow extends Omit<ReportRow, 'evidence'> {
  readonly address: string
  /** Its lines. */
  readonly text: string
  readonly json: object
}

export const shownRow = ({ evidence, ...row }: ReportRow, paint: Paint): ShownRow => ({
  ...row,
  address: evidence.address,
  text: block({ evidence, ...row }, paint).join('\n'),
  json: evidenceJson({ evidence, ...row }),
})

const BAR_WIDTH = 10

function block(row: ReportRow, paint: Paint): string[] {
  const { evidence, status, keptBy } = row
  if (status === 'missing' && !keptBy) return [`  ${evidence.address}`]
  const lines = [
    keptBy && `${keptAs[keptBy]}: ${status}${contradiction(row)}`,
    `Confidence: [${bar(evidence.confidence)}] ${Math.floor(evidence.confidence * 100)}%`,
    `Level: ${evidence.level} of ${evidence.required}${passedOver(evidence)}${evidence.isStale ? ' (stale)' : ''}`,
    evidence.files.length > 0 && `Files: ${evidence.files.join(', ')}`,
    `Evidence: ${evidenceText(evidence)}`,
    evidence.stale.length > 0 &&
      `Stale: ${evidence.stale.join('; ')}: fixpoint refresh --run-checks`,
    ...symbolLines(evidence),
  ]
  return [
    `  ${paint('strong', evidence.address)}`,
    ...lines.filter(each => typeof each === 'string').map(each => `    ${each}`),
  ]
}

/** Where it is implemented below its level, the rungs between do not apply, and the line says which and why. */
function passedOver({ level, required, rungs, status }: Evidence): string {
  if (status !== 'implemented') return ''
  const between = rungs.slice(
    rungs.findIndex(each => each.level === level) + 1,
    rungs.findIndex(each => each.level === required) + 1,
  )
  const told = between.map(
    each => `${each.level} n/a: ${each.facts.map(one => one.text).join(', ')}`,
  )
  return told.length > 0 ? ` (${told.join('; ')})` : ''
}

const keptAs = { lock: 'Locked', mark: 'Marked', unread: 'As recorded' }

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
    stale_checks: rest.stale,
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
