// The runs of a project for commands that only look: the open ones, what waits for a person in them, and whether somebody drives.

import { readState } from '../../engine/history.ts'
import { hasJournal, projectName } from '../../engine/journal-place.ts'
import { emptyState } from '../../kernel/policy.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { type Summary, summary } from '../../kernel/summary.ts'
import { findRoot } from '../project-place.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'
import { undrivenText } from './driving.ts'
import { type Need, needsOf, pausedProject } from './needs-person.ts'
import { type RunWords, runWords } from './run-words.ts'

export interface Standing extends Summary {
  /** By the name of the run. */
  readonly words: Readonly<Record<string, RunWords>>
  /** By the name of the run; those without are left out. */
  readonly needs: Readonly<Record<string, readonly Need[]>>
  /** Of the project as a whole. */
  readonly projectNeeds: readonly Need[]
  /** Why nothing moves, where nobody drives. */
  readonly undriven: string | undefined
}

/** Newest run first. */
export async function standingOf(world: World): Promise<Standing> {
  const root = findRoot(world.cwd)
  const state = hasJournal(root)
    ? await readState(root, { program: programName })
    : emptyState(projectName(root))
  const found = summary(state, world.now())
  const needs = found.runs.map(({ run }) => {
    return [run, needsOf(state, findRow(state.runs, run)!, world.now())] as const
  })
  return {
    ...found,
    runs: found.runs.toReversed(),
    words: Object.fromEntries(
      found.runs.map(({ run }) => [run, runWords(root, state, findRow(state.runs, run)!)]),
    ),
    needs: Object.fromEntries(needs.filter(([, of]) => of.length > 0)),
    projectNeeds: state.isPaused ? [pausedProject] : [],
    undriven: undrivenText(state),
  }
}

/** Those of the project first; what holds many runs is told once. */
export const needTexts = ({ projectNeeds, needs }: Standing): readonly string[] => [
  ...new Set([...projectNeeds, ...Object.values(needs).flat()].map(needText)),
]

export const needText = ({ name, why, command }: Need): string =>
  `${name}  ${why}${command === undefined ? '' : `  → ${command}`}`

/** What to type to get the runs on; undefined where they go on by themselves or are over. */
export function nextForRuns(standing: Standing): string | undefined {
  const { runs, needs, projectNeeds, undriven } = standing
  if (projectNeeds.length > 0) return projectNeeds[0]!.command
  const open = runs.filter(each => each.status === 'open')
  const need = Object.values(needs)
    .flat()
    .find(each => each.command !== undefined)
  const isMoving = open.some(each => !each.isParked)
  if (isMoving) return undriven === undefined ? 'fixpoint watch' : 'fixpoint run'
  return need?.command ?? open.map(each => `fixpoint show run:${each.run}`)[0]
}
