// One unit: where it stands and why, what its attempts failed of, what people said, and what to type when it waits for one.

import { rewrittenText } from '../../checks/program/rewritten.ts'
import type { Brief, Failure, State, Unit } from '../../kernel/model.ts'
import { whyWaiting } from '../../kernel/why.ts'
import type { Paint } from '../paint.ts'
import { isDriven } from './driving.ts'
import type { UnitBackground, UnitEvidence } from './evidence-of.ts'
import { type Need, needsOfUnit } from './needs-person.ts'
import { reasonText } from './reason-text.ts'
import { toneOf, usedText } from './run-view.ts'
import { needText } from './standing.ts'
import { type TakenBack, takenBackText } from './taken-back.ts'
import { troubleNeeds } from './trouble.ts'
import { unprovedLines } from './unproved.ts'

export interface UnitView {
  readonly state: State
  readonly unit: Unit
  readonly background: UnitBackground
  readonly now: string
}

export function unitText({ state, unit, background, now }: UnitView, paint: Paint): string {
  const { evidence, paused, rewritten, unproved, trouble, takenBack } = background
  const reason = reasonText(whyWaiting(state, unit, now), isDriven(state))
  return [
    `${paint('strong', unit.id)}  ${paint(toneOf(unit.status), unit.status)}${takenBack?.how === 'taken' ? ', then reverted' : ''}`,
    ...(reason === unit.status ? [] : [`  ${reason}`]),
    ...(paused ? [`  by ${paused.by} at ${paused.at}: ${paused.reason}`] : []),
    ...(trouble ? trouble.summary.split('\n').map(each => `  ${each}`) : []),
    ...standing(unit, takenBack),
    ...section('Attempts that failed', unit.failures.map(failureLine), paint),
    ...section('What the last one failed of', evidenceLines(evidence), paint),
    ...section('Not proved', unprovedLines(unproved), paint),
    ...section('Changed, as its claims allow', rewritten.map(rewrittenText), paint),
    ...section('What people said', unit.notes.map(noteLine), paint),
    ...(unit.brief ? briefLines(unit, unit.brief, background.again, paint) : []),
    ...section(
      'Waits for you',
      [...needsOfOpen(state, unit, now), ...troubleNeeds(state, unit, trouble)].map(needText),
      paint,
    ),
  ].join('\n')
}

/** A question has its own words. */
const needsOfOpen = (state: State, unit: Unit, now: string): readonly Need[] =>
  unit.status === 'blocked' ? [] : needsOfUnit(state, unit, now)

function standing(unit: Unit, takenBack: TakenBack | undefined): string[] {
  const { spec, attempt, spent, agent, base, commit, cause, usage } = unit
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['run', unit.run],
    ['attempt', `${attempt} (${spent} of ${spec.attempts} consumed)`],
    ['agent', agent ?? spec.agents.join(', ')],
    ['after', spec.after.join(', ')],
    ['claims', unit.claims.write.map(each => each.text).join(', ')],
    ['base', base?.slice(0, 10) ?? ''],
    ['commit', commit?.slice(0, 10) ?? ''],
    ['revert', takenBack === undefined ? '' : takenBackText(takenBack)],
    ['open to', unit.opened === undefined ? '' : `${unit.opened.by} (${unit.opened.reason})`],
    ['made by', unit.hand ?? ''],
    ['because of', cause ?? ''],
    ['time', usage.timeMs === 0 ? '' : usedText(usage)],
  ]
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name.padEnd(10)}  ${value}`)
}

const failureLine = (failure: Failure) => `${failure.class}: ${failure.summary}`
const noteLine = ({ kind, by, text }: Unit['notes'][number]) => `${kind} of ${by}: ${text}`

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ['', paint('strong', title), ...lines.map(each => `  ${each}`)]
}

/** Only what can still be done: nobody reads an answer of a unit that has ended, and one that was left out waits for nobody. */
function briefLines(unit: Unit, brief: Brief, again: string | undefined, paint: Paint): string[] {
  const { status } = unit
  if (status !== 'blocked' && status !== 'failed') return []
  const isBlocked = status === 'blocked'
  const options = brief.options
    .filter(each => isBlocked || !/ (answer|cancel) /.test(each))
    .filter(each => again === undefined || !/ retry /.test(each))
    .map(each => asTyped(each, unit))
  return [
    ...section(
      isBlocked ? 'Waits for a person' : 'Why it stopped',
      [brief.question, brief.situation].filter(Boolean),
      paint,
    ),
    ...section('What was tried', brief.tried, paint),
    ...section('You can', again === undefined ? options : [again, ...options], paint),
    ...section('Recommended', isBlocked ? [brief.recommendation].filter(Boolean) : [], paint),
  ]
}

/** Journals keep the command and the unit; what it takes besides stands here. */
function asTyped(option: string, { stop }: Unit): string {
  const isRefused = stop === 'signature' && / (answer|retry) /.test(option)
  return `${option}${/ answer /.test(option) ? ' "…"' : ''}${isRefused ? ' --override' : ''}`
}

const evidenceLines = ({ lines, isCut }: UnitEvidence) => (isCut ? ['…', ...lines] : lines)

export function unitJson({ state, unit, background, now }: UnitView) {
  const { evidence, paused, rewritten, unproved, trouble, takenBack } = background
  const reason = whyWaiting(state, unit, now)
  const { id, run, spec, status, attempt, spent, agent, base, tree, commit, failures } = unit
  const { notes, brief, stop, cause, usage, claims } = unit
  return {
    unit: id,
    run,
    name: spec.name,
    status,
    reason: { ...reason, text: reasonText(reason, isDriven(state)) },
    attempt,
    spent,
    agent,
    base,
    tree,
    commit,
    opened: unit.opened ?? null,
    hand: unit.hand ?? null,
    claims: {
      write: claims.write.map(each => each.text),
      read: claims.read.map(each => each.text),
    },
    failures,
    notes,
    stop,
    brief,
    cause,
    usage,
    evidence: evidence.lines,
    paused: paused ? { by: paused.by, reason: paused.reason, at: paused.at } : null,
    needs: [...needsOfUnit(state, unit, now), ...troubleNeeds(state, unit, trouble)],
    trouble: trouble?.summary ?? null,
    reverted: takenBack ?? null,
    rewritten,
    unproved: unproved?.unproved ?? [],
  }
}
