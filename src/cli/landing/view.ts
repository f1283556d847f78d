// A landing as people read it: which branches landed, which were refused and by what evidence, and what to type next. And a dry run.

import { shellWord } from '../../base/shell-word.ts'
import { rewrittenText } from '../../checks/program/rewritten.ts'
import { type ExitCode, exitCode } from '../../contract/exit-codes.ts'
import type { Artifacts } from '../../journal/artifacts.ts'
import type { State } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { isBad } from '../../kernel/unit.ts'
import type { View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { unitsOf } from '../runs/find.ts'
import { type Ran, showRun } from '../runs/perform.ts'
import { isThereAlready } from '../runs/there-already.ts'
import { thereText } from './already.ts'
import type { LandingPlan } from './preflight.ts'

export interface Refusal {
  readonly id: string
  readonly unit: string
  readonly why: string
  /** The end of what the check or git said. */
  readonly lines: readonly string[]
}

export interface Landed extends Omit<Ran, 'kind'> {
  readonly kind: 'landed'
  readonly plan: LandingPlan
  readonly refused: readonly Refusal[]
  /** Units of branches that others of this landing brought whole. */
  readonly brought: readonly string[]
  /** Branches that moved since the landing was ordered. */
  readonly moved: readonly string[]
}

const MOST_LINES = 20

export function refusalsOf(state: State, run: string, artifacts: Artifacts): readonly Refusal[] {
  return unitsOf(state, findRow(state.runs, run)!)
    .filter(each => isBad(each) && !isThereAlready(each))
    .flatMap(({ id, spec, failures }) => {
      const last = failures.at(-1)
      if (!last) return []
      const texts = (last.details ?? []).map(each => artifacts.read(each).toString('utf8'))
      return [{ id, unit: spec.name, why: last.summary, lines: shown(texts) }]
    })
}

/** An ellipsis says that there was more. */
function shown(texts: readonly string[]): readonly string[] {
  const lines = texts.flatMap(each => each.trimEnd().split('\n'))
  return lines.length <= MOST_LINES ? lines : ['…', ...lines.slice(-MOST_LINES)]
}

export const broughtIn = (state: State, run: string): readonly string[] =>
  unitsOf(state, findRow(state.runs, run)!)
    .filter(isThereAlready)
    .map(each => each.spec.name)

/** Of the branches: what others of the landing brought is there, so that nothing of it failed. */
function exitOfLanding({ code, refused, brought, view }: Landed): ExitCode {
  if (code !== exitCode.partial || brought.length === 0 || refused.length > 0) return code
  return view.evaluation && view.evaluation.fallen.length > 0 ? exitCode.degraded : exitCode.ok
}

export function showLanded(landed: Landed, paint: Paint): View {
  const { plan, refused, brought, moved } = landed
  const shownRun = showRun({ ...landed, kind: 'ran' }, paint)
  const text = [
    targetLine(plan),
    shownRun.text,
    ...calledLines(plan),
    ...brought.map(
      each =>
        `  ${each} is there already: with what landed before it, nothing of it was left to land`,
    ),
    ...refusalLines(refused, paint),
  ].join('\n')
  const json = {
    ...shownRun.json,
    target: plan.target.name,
    branches: plan.units.map(({ branch, tip, plan: { name } }) => ({ branch, tip, unit: name })),
    refused,
    brought,
    moved,
    there: plan.there,
    granted: grantedJson(plan),
    rewritten: rewrittenJson(plan),
  }
  const notes = moved.map(
    each =>
      `${each} moved meanwhile; what landed is the tip it had. Again for the rest: fixpoint land ${shellWord(each)}`,
  )
  return {
    ...shownRun,
    exitCode: exitOfLanding(landed),
    text,
    json,
    notes: [...grantedNotes(plan), ...(shownRun.notes ?? []), ...notes],
  }
}

/** What was granted is said once more beside what came of it. */
const grantedNotes = ({ units }: LandingPlan) =>
  units.flatMap(({ branch, granted, rewritten }) => [
    ...granted.map(each => `Granted: ${branch} changes ${each}, which decides what counts.`),
    ...rewritten.map(each => `Granted: ${branch} changes ${rewrittenText(each)}.`),
  ])

const grantedJson = ({ units }: LandingPlan) =>
  units.flatMap(({ branch, granted }) => granted.map(path => ({ branch, path })))

const rewrittenJson = ({ units }: LandingPlan) =>
  units.flatMap(({ branch, rewritten }) => rewritten.map(each => ({ branch, ...each })))

export const refusalLines = (refused: readonly Refusal[], paint: Paint): readonly string[] =>
  refused.flatMap(({ unit, why, lines }) => [
    '',
    `${paint('bad', `${unit} was refused`)}: ${why}`,
    ...lines.map(each => `  ${each}`),
  ])

/** Where a unit is not called as its branch is. */
const calledLines = ({ units }: LandingPlan) =>
  units
    .filter(({ branch, plan: { name } }) => name !== branch)
    .map(({ branch, plan: { name } }) => `  ${name} is the branch ${branch}`)

const targetLine = ({ target }: LandingPlan) =>
  `Landing into ${target.name} (${target.why}) at ${target.tip.slice(0, 10)}`

export function showPlan(plan: LandingPlan, batch: number): View {
  const { units, checks, target } = plan
  const names = checks.map(each => each.name)
  const proofs = Math.ceil(units.length / batch)
  const lines = units.map(
    ({ branch, tip, commits, paths }) =>
      `  ${branch}  ${tip.slice(0, 10)}  ${count(commits, 'commit')}, ${count(paths, 'path')}`,
  )
  return {
    text: [
      targetLine(plan),
      ...lines,
      '',
      `Checks: ${names.join(', ')}. ${count(proofs, 'proof')} where all is green, by batches of ${batch}.`,
    ].join('\n'),
    json: {
      target: target.name,
      base: target.tip,
      checks: names,
      batch,
      branches: units.map(({ branch, tip, commits, paths }) => ({ branch, tip, commits, paths })),
      there: plan.there,
      granted: grantedJson(plan),
      rewritten: rewrittenJson(plan),
    },
    warnings: plan.warnings,
    notes: [...leftOutNotes(plan), ...grantedNotes(plan)],
  }
}

/** Of a plan without units: the target has every branch that was named. */
export const showNothing = ({ target, there }: LandingPlan): View => ({
  text: ['Nothing to land.', ...there.map(each => `  ${thereText(each, target)}`)].join('\n'),
  json: { target: target.name, base: target.tip, branches: [], there },
})

/** What the target has already is told before anything begins. */
export const leftOutNotes = ({ target, there }: LandingPlan): readonly string[] =>
  there.map(each => `Left out: ${thereText(each, target)}.`)

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
