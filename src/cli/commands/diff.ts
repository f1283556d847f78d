// `fixpoint diff`: what a unit or a run changed in the code; or what changed between two states, or since a plan was saved, of
// everything or of one resource or folder.

import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import type { PlanFile } from '../../contract/plan-file.ts'
import { picked } from '../../plan/picked.ts'
import { entryOf } from '../../state/change.ts'
import { diffStates, type StateDiff, type StatusStep } from '../../state/diff.ts'
import { addressOf, emptyState, readState, type State } from '../../state/read.ts'
import { findAddress } from '../addresses.ts'
import { command } from '../command.ts'
import type { Paint, Tone } from '../paint.ts'
import { planOf } from '../planning.ts'
import { openDesk, openProject, openSpec, type Project } from '../project.ts'
import { findRoot, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { readAttempt } from '../runs/attempt.ts'
import { type ChangeFound, changeFound } from '../runs/change-found.ts'
import { changeShown } from '../runs/change-view.ts'
import { namedRunning, refuseUnknown } from '../runs/named-running.ts'
import { savedPlanAt } from '../saved-plan.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly old: string | undefined
  readonly now: string | undefined
  /** A unit or run, a resource, a file or folder, or a saved plan. */
  readonly word: string | undefined
  readonly attempt: number | undefined
  readonly isShort: boolean
}

interface Side {
  readonly file: string
  readonly serial: number
  readonly state: State
}

interface StatesCompared {
  readonly kind: 'states'
  readonly old: Side
  readonly now: Side
  readonly diff: StateDiff
}

type Result = StatesCompared | ChangeFound

export const diff = command<Options, Result>({
  name: 'diff',
  summary: 'show what a unit or a run changed, or compare two states',
  usage: '[UNIT|run:ID|ADDR|DIR|PLANFILE]',
  positionals: { min: 0, max: 1 },
  options: {
    ...projectOptions,
    old: { type: 'string', value: 'FILE', help: 'the earlier state' },
    new: { type: 'string', value: 'FILE', help: 'the later state (the current one)' },
    attempt: {
      type: 'string',
      value: 'N',
      help: 'of a unit: what this attempt left (what landed, else the last)',
    },
    stat: { type: 'boolean', help: 'of a unit or run: the files alone, without the patch' },
  },
  examples: [
    'fixpoint diff --old state.json.bak',
    'fixpoint diff --old state.json.bak --new fixpoint.state.json',
    'fixpoint diff feature.auth_login --old state.json.bak',
    'fixpoint diff next.plan',
    'fixpoint diff T01',
    'fixpoint diff T01 --attempt 1',
    'fixpoint diff run:r1 --stat',
  ],
  details: [
    'A saved plan is the earlier side itself: what changed since it was made.',
    'Of a unit it shows what landed, or what its last attempt left; of a run everything from its base to its tip.',
  ],
  read: args => ({
    flags: projectFlags(args),
    old: args.text('old'),
    now: args.text('new'),
    word: args.positionals[0],
    attempt: readAttempt(args.text('attempt')),
    isShort: args.flag('stat'),
  }),
  async run(options, world) {
    const change = await ofRunning(options, world)
    if (change) return change
    const project = await openProject(options.flags, world)
    const saved =
      options.word === undefined
        ? undefined
        : savedPlanAt(resolve(world.cwd, options.word), options.word)
    const old = saved ? planSide(saved, options.word!) : earlierSide(options, world)
    const now = laterSide(options.now, project, world)
    const declared = await declaredWeights(project, world)
    const isWanted =
      saved || options.word === undefined
        ? everything
        : await part(options, options.word, old, now, world)
    const weights = declared && new Map([...declared].filter(([address]) => isWanted(address)))
    return {
      kind: 'states',
      old,
      now,
      diff: diffStates(only(old.state, isWanted), only(now.state, isWanted), weights),
    }
  },
  view: (result, { isShort }, paint) =>
    result.kind === 'states'
      ? { text: diffText(result, paint), json: diffJson(result) }
      : changeShown(result, isShort, paint),
})

/** What the journal knows under this word; two states are compared only where somebody names the earlier one. */
async function ofRunning(
  { word, old, now, attempt, isShort }: Options,
  world: World,
): Promise<ChangeFound | undefined> {
  const named =
    word === undefined || old !== undefined || now !== undefined
      ? undefined
      : await namedRunning(word, world)
  if (named?.kind === 'run' && attempt !== undefined)
    throw new UsageError('--attempt is of a unit', 'for example fixpoint diff T01 --attempt 1')
  const isOfRunning = attempt !== undefined || isShort
  if (isOfRunning && word === undefined)
    throw new UsageError(
      '--attempt and --stat are of a unit or run',
      'name one: fixpoint runs lists them',
    )
  if (isOfRunning && !named) return refuseUnknown(word!, findRoot(world.cwd))
  return named && changeFound(named, attempt, world)
}

type IsWanted = (address: string) => boolean

const everything: IsWanted = () => true

const only = (state: State, isWanted: IsWanted): State => ({
  ...state,
  resources: state.resources.filter(each => isWanted(addressOf(each))),
})

function earlierSide({ old: file, word }: Options, { cwd }: World): Side {
  if (file === undefined && word !== undefined)
    return refuse('diff/unknown', `there is no unit, no run and no saved plan ${word}`, {
      fix: 'fixpoint runs lists runs; to compare two states of a resource or folder add --old FILE',
    })
  if (file === undefined)
    throw new UsageError(
      'diff needs a unit, a run, a saved plan, or --old FILE',
      'see fixpoint diff --help',
    )
  const state = readSide(resolve(cwd, file), file)
  return { file, serial: state.serial, state }
}

function laterSide(file: string | undefined, { root, stateFile }: Project, { cwd }: World): Side {
  const path = file === undefined ? resolve(root, stateFile) : resolve(cwd, file)
  const label = file ?? stateFile
  const state = readSide(path, label)
  return { file: label, serial: state.serial, state }
}

/** What the plan said of each resource; what was missing then was in no state. */
function planSide({ state: { serial }, resources }: PlanFile, file: string): Side {
  const entries = resources
    .filter(each => each.status !== 'missing')
    .map(({ address, status }) => {
      const dot = address.indexOf('.')
      return { type: address.slice(0, dot), name: address.slice(dot + 1), status }
    })
  return {
    file,
    serial: serial ?? 0,
    state: { ...emptyState(''), serial: serial ?? 0, resources: entries },
  }
}

/** One resource, which may be gone from the spec, or those that lie in a folder. */
async function part(
  { flags }: Options,
  word: string,
  old: Side,
  now: Side,
  world: World,
): Promise<IsWanted> {
  const isRecorded = [old, now].some(side => entryOf(side.state, word))
  if (isRecorded) return address => address === word
  const desk = await openDesk(flags, world)
  const found = findAddress(word, desk, world)
  if (found.kind === 'resource') return address => address === word
  const folder = relative(desk.project.root, resolve(world.cwd, word)).replaceAll('\\', '/')
  const addresses = new Set(picked(planOf(desk, []), folder).verdicts.map(each => each.address))
  return address => addresses.has(address)
}

function readSide(path: string, label: string): State {
  if (!existsSync(path))
    refuse('state/absent', 'there is no such state file', {
      at: { file: label },
      fix: 'check the path',
    })
  return readState(readFileSync(path, 'utf8'), label)
}

/** The same resources and weights as `ci`; undefined without a spec. */
async function declaredWeights(
  project: Project,
  world: World,
): Promise<ReadonlyMap<string, number> | undefined> {
  if (!existsSync(resolve(project.root, project.specFile))) return undefined
  const { spec } = await openSpec(project, world)
  return new Map(spec.resources.map(each => [each.address, each.weight]))
}

function diffText({ old, now, diff }: StatesCompared, paint: Paint): string {
  const delta = Math.round((diff.convergenceAfter - diff.convergenceBefore) * 10) / 10
  const sections = [
    ...steps('Upgraded', 'add', diff.upgraded, paint),
    ...steps('Downgraded', 'remove', diff.downgraded, paint),
    ...steps('Changed', 'change', diff.changed, paint),
    ...names('New', 'add', diff.added, paint),
    ...names('Removed', 'remove', diff.removed, paint),
  ]
  return [
    'fixpoint diff',
    '='.repeat(50),
    `  Old: ${old.file} (serial ${old.serial})`,
    `  New: ${now.file} (serial ${now.serial})`,
    '',
    ...(sections.length > 0 ? sections : ['No changes.', '']),
    `Convergence: ${percent(diff.convergenceBefore)} -> ${percent(diff.convergenceAfter)} (${delta < 0 ? '-' : '+'}${percent(Math.abs(delta))})`,
  ].join('\n')
}

const percent = (value: number) => `${value.toFixed(1)}%`

function steps(title: string, tone: Tone, found: readonly StatusStep[], paint: Paint): string[] {
  const lines = found.map(({ address, from, to }) => `  ${paint(tone, address)}: ${from} -> ${to}`)
  return lines.length > 0 ? [`${title} (${lines.length}):`, ...lines, ''] : []
}

function names(title: string, tone: Tone, found: StateDiff['added'], paint: Paint): string[] {
  const lines = found.map(({ address, status }) => `  ${paint(tone, address)}: ${status}`)
  return lines.length > 0 ? [`${title} (${lines.length}):`, ...lines, ''] : []
}

const sideJson = ({ file, serial }: Side) => ({ file, serial })

const diffJson = ({ old, now, diff }: StatesCompared) => ({
  old: sideJson(old),
  new: sideJson(now),
  upgraded: diff.upgraded,
  downgraded: diff.downgraded,
  changed: diff.changed,
  added: diff.added,
  removed: diff.removed,
  convergence: { old: diff.convergenceBefore, new: diff.convergenceAfter },
})
