// `fixpoint diff`: what changed between two state files.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import { diffStates, type StateDiff, type StatusStep } from '../../state/diff.ts'
import { readState, type State } from '../../state/read.ts'
import { command } from '../command.ts'
import type { Paint, Tone } from '../paint.ts'
import {
  openProject,
  openSpec,
  type Project,
  type ProjectFlags,
  projectFlags,
  projectOptions,
} from '../project.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly old: string
  readonly now: string | undefined
}

interface Side {
  readonly file: string
  readonly serial: number
}

interface Result {
  readonly old: Side
  readonly now: Side
  readonly diff: StateDiff
}

export const diff = command<Options, Result>({
  name: 'diff',
  summary: 'compare two states',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    old: { type: 'string', value: 'FILE', help: 'the earlier state' },
    new: { type: 'string', value: 'FILE', help: 'the later state (the current one)' },
  },
  examples: [
    'fixpoint diff --old state.json.bak',
    'fixpoint diff --old state.json.bak --new fixpoint.state.json',
  ],
  read(args) {
    const old = args.text('old')
    if (old === undefined)
      throw new UsageError('diff needs --old FILE', 'name an earlier state file')
    return { flags: projectFlags(args), old, now: args.text('new') }
  },
  async run({ flags, old, now }, world) {
    const project = await openProject(flags, world)
    const later = now ?? project.stateFile
    const before = readSide(resolve(world.cwd, old), old)
    const after = readSide(
      now === undefined ? resolve(project.root, later) : resolve(world.cwd, later),
      later,
    )
    return {
      old: { file: old, serial: before.serial },
      now: { file: later, serial: after.serial },
      diff: diffStates(before, after, await declaredWeights(project, world)),
    }
  },
  view: (result, _, paint) => ({ text: diffText(result, paint), json: diffJson(result) }),
})

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

function diffText({ old, now, diff }: Result, paint: Paint): string {
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

const diffJson = ({ old, now, diff }: Result) => ({
  old,
  new: now,
  upgraded: diff.upgraded,
  downgraded: diff.downgraded,
  changed: diff.changed,
  added: diff.added,
  removed: diff.removed,
  convergence: { old: diff.convergenceBefore, new: diff.convergenceAfter },
})
