// The runs of a project for commands that only look: the open ones, what waits for a person in them, and whether somebody drives.

import { readState } from '../../engine/history.ts'
import { firstProjectName, hasJournal } from '../../engine/journal-place.ts'
import { landedElsewhere } from '../../engine/mirror.ts'
import { emptyState } from '../../kernel/policy.ts'
import { rowsOf } from '../../kernel/structure/rows.ts'
import type { Summary } from '../../kernel/summary.ts'
import { findRoot } from '../project-place.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'
import { undrivenText } from './driving.ts'
import { unitsOf } from './find.ts'
import { type Failed, failedOf, type ToTake, unseenOf, waitingToBeTaken } from './left-over.ts'
import { type Need, needsOf, pausedProject } from './needs-person.ts'
import { type RunWords, runWords } from './run-words.ts'
import { summaries } from './summaries.ts'
import { type Taking, takings } from './taking.ts'
import { type Trouble, troubleNeeds, troublesOf } from './trouble.ts'

export interface Standing extends Summary {
  /** By the name of the run. */
  readonly words: Readonly<Record<string, RunWords>>
  /** By the name of the run; those without are left out. */
  readonly needs: Readonly<Record<string, readonly Need[]>>
  /** Of the project as a whole. */
  readonly projectNeeds: readonly Need[]
  /** What runs that are over left to take, newest first. */
  readonly toTake: readonly ToTake[]
  /** Why it cannot be said of all of them whether they left something. */
  readonly unseen: string | undefined
  /** What failed in the latest run. */
  readonly failed: Failed | undefined
  /** Why nothing moves, where nobody drives. */
  readonly undriven: string | undefined
  /** Runs that only the record of landings knows, and how much landed in each. */
  readonly elsewhere: ReadonlyMap<string, number>
}

/** Newest run first. */
export async function standingOf(world: World): Promise<Standing> {
  const root = findRoot(world.cwd)
  const state = hasJournal(root)
    ? await readState(root, { program: programName })
    : emptyState(firstProjectName(root))
  const found = summaries(state, world.now())
  const rows = rowsOf(state.runs)
  const taken = await takings(
    root,
    world.environment,
    state,
    rows.filter(each => each.status === 'finished'),
  )
  const troubles = hasJournal(root)
    ? await troublesOf(root, [...rowsOf(state.units), ...rowsOf(state.deliveries)])
    : new Map<string, Trouble>()
  const needs = rows.map(run => {
    const own = needsOf(state, run, world.now())
    const mended = unitsOf(state, run).flatMap(each =>
      troubleNeeds(state, each, troubles.get(each.id)),
    )
    return [run.id, [...own, ...mended, ...takingNeeds(run.id, taken.get(run.id))]] as const
  })
  return {
    ...found,
    runs: found.runs.toReversed(),
    words: Object.fromEntries(
      rows.map(run => [run.id, runWords(root, state, run, taken.get(run.id), troubles)]),
    ),
    needs: Object.fromEntries(needs.filter(([, of]) => of.length > 0)),
    projectNeeds: state.isPaused ? [pausedProject] : [],
    toTake: waitingToBeTaken(root, rows, taken),
    unseen: unseenOf(taken),
    failed: failedOf(root, state),
    undriven: undrivenText(state),
    elsewhere: await landedElsewhere(root, world.environment, state),
  }
}

/** A delivery that was asked for and waits. */
const takingNeeds = (run: string, taking: Taking | undefined): readonly Need[] =>
  taking?.kind === 'open' && taking.isWanted
    ? [{ name: run, why: `is not delivered: ${taking.why}`, command: taking.command }]
    : []

/** Those of the project first; what holds many runs is told once. */
export const needTexts = ({ projectNeeds, needs }: Standing): readonly string[] => [
  ...new Set([...projectNeeds, ...Object.values(needs).flat()].map(needText)),
]

export const needText = ({ name, why, command }: Need): string =>
  `${name}  ${why}${command === undefined ? '' : `  → ${command}`}`

/** A journal that was restored from before them does not list them. */
export const elsewhereNotes = ({ elsewhere }: Standing): readonly string[] =>
  elsewhere.size === 0
    ? []
    : [
        `refs/fixpoint/log records landings of ${[...elsewhere.keys()].join(', ')}, which this journal does not know: it was restored from before them, or another clone made them.`,
      ]

/** What has landed is brought home before anything new is begun, and what failed comes after that. Where git answers nothing, it says why. */
export function nextAfterRuns({ toTake, failed, unseen }: Standing): string | undefined {
  if (unseen !== undefined) return 'git status'
  return toTake[0]?.command ?? failed?.command ?? undefined
}

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
