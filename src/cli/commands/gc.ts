// `fixpoint gc` and `fixpoint prune`: removes what the journal proves that nobody wants, and on request also what is merely idle.

import { DiagnosticError } from '../../base/diagnostic.ts'
import { readConfig } from '../../config/read.ts'
import { type Collected, collectGarbage, type Thing } from '../../engine/keeping/collect.ts'
import { noRetention, readRetention, transcriptsKept } from '../../engine/keeping/retention.ts'
import { type Command, command } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { openProjectRepository } from '../runs/engage.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'

interface Options {
  readonly isDryRun: boolean
  readonly isVerbose: boolean
}

interface Words {
  readonly name: string
  readonly summary: string
  readonly details: readonly string[]
  readonly examples: readonly string[]
  /** Also what is idle and would be wanted again soon. */
  readonly takesIdle: boolean
}

function collecting({ takesIdle, ...words }: Words): Command {
  return command<Options, Collected>({
    ...words,
    usage: '',
    positionals: { min: 0, max: 0 },
    options: {
      'dry-run': { type: 'boolean', help: 'print what would be removed, and remove nothing' },
      verbose: { type: 'boolean', short: 'v', help: 'print also what stays, and why' },
    },
    read: args => ({ isDryRun: args.flag('dry-run'), isVerbose: args.flag('verbose') }),
    run: ({ isDryRun }, world) => run(takesIdle, isDryRun, world),
    view: (collected, { isDryRun, isVerbose }) => ({
      text: text(collected, isVerbose),
      json: { dry_run: isDryRun, freed_bytes: freed(collected), ...collected },
      notes: notes(collected, isDryRun),
    }),
  })
}

async function run(takesIdle: boolean, isDryRun: boolean, world: World): Promise<Collected> {
  const root = findRoot(world.cwd)
  const config = await readConfig(root)
  const { retention, problems } = readRetention(config.file, config.placeOf)
  const all = [...config.problems, ...problems]
  if (all.length > 0) throw new DiagnosticError(all)
  return openProjectRepository(root, world, repository =>
    collectGarbage({
      root,
      repository,
      retention: takesIdle ? { ...retention, ...noRetention } : retention,
      program: programName,
      now: new Date(world.now()).toISOString(),
      isDryRun,
      command: takesIdle ? 'fixpoint prune' : 'fixpoint gc',
      why: takesIdle
        ? 'fixpoint prune, which keeps none of a unit that has ended'
        : `fixpoint gc, because retention.transcripts is ${transcriptsKept(config.file)}`,
    }),
  )
}

export const gc = collecting({
  name: 'gc',
  summary: 'remove what nobody wants any more: what landed, ended or expired',
  details: [
    'Nothing is removed but what the journal proves to be over: trees of attempts that landed or expired,',
    'branches of runs that a branch of yours holds, workspaces that nobody needs, old transcripts and results of checks.',
    'Safe at any time, also beside a run. How long things stay: retention: in the config.',
  ],
  examples: ['fixpoint gc --dry-run', 'fixpoint gc', 'fixpoint gc --dry-run --verbose'],
  takesIdle: false,
})

export const prune = collecting({
  name: 'prune',
  summary: 'gc at once and to the ground: also what is only idle, whatever its age',
  details: [
    'gc waits until things expire and keeps idle workspaces ready; prune takes these too: every workspace that nobody',
    'works in, stored results of setups, transcripts and trees of all units that have ended. The next run starts',
    'slower, and logs of ended units are gone.',
    'What a living process holds, an open unit needs, or was never delivered stays here too, also of a cancelled run;',
    'git branch -D fixpoint/RUN gives it up by name.',
  ],
  examples: ['fixpoint prune --dry-run', 'fixpoint prune'],
  takesIdle: true,
})

function text({ removed, kept }: Collected, isVerbose: boolean): string {
  const stays = isVerbose ? kept : []
  if (removed.length + stays.length === 0) return 'Nothing to remove.'
  const lines = [
    ...removed.map(each => ({ sign: '-', each, size: each.bytes })),
    ...stays.map(each => ({ sign: ' ', each, size: 0 })),
  ]
  return lines.map(({ sign, each, size }) => line(sign, each, size)).join('\n')
}

function line(sign: string, { kind, name, reason }: Thing, bytes: number): string {
  const size = bytes === 0 ? '' : `, ${sizeText(bytes)}`
  return `${sign} ${kind.padEnd(kindWidth)}  ${name}  (${reason}${size})`
}

const kindWidth = 'transcript'.length

const freed = ({ removed }: Collected) => removed.reduce((sum, { bytes }) => sum + bytes, 0)

function notes(collected: Collected, isDryRun: boolean): readonly string[] {
  const { removed, spared } = collected
  if (removed.length + spared.length === 0) return []
  return [
    ...(removed.length > 0
      ? [`${isDryRun ? 'Would remove' : 'Removed'} ${countText(removed)}.`]
      : []),
    ...sizeNotes(collected, isDryRun),
    ...spared.map(({ kind, name }) => `${kind} ${name} was wanted again meanwhile and stays.`),
  ]
}

const nouns: Readonly<Record<Thing['kind'], readonly [one: string, many: string]>> = {
  workspace: ['workspace', 'workspaces'],
  attempt: ['ref of an attempt', 'refs of attempts'],
  line: ['branch of a run', 'branches of runs'],
  setup: ['result of a setup', 'results of setups'],
  cache: ['cache of a clone that was moved', 'caches of clones that were moved'],
  trash: ['half-deleted folder', 'half-deleted folders'],
  transcript: ['transcript', 'transcripts'],
  artifact: ['artifact', 'artifacts'],
  check: ['result of a check', 'results of checks'],
}

/** What a thing takes on disk is counted where it is a file of Fixpoint's; a ref only holds what git keeps. */
const isRef = ({ kind }: Thing) => kind === 'attempt' || kind === 'line'

function countText(removed: readonly Thing[]): string {
  const counts = [...Map.groupBy(removed, each => each.kind)].map(
    ([kind, of]) => `${of.length} ${nouns[kind][of.length === 1 ? 0 : 1]}`,
  )
  return counts.join(', ')
}

function sizeNotes(collected: Collected, isDryRun: boolean): readonly string[] {
  const bytes = freed(collected)
  const size = sizeText(bytes)
  return [
    ...(bytes === 0 ? [] : [isDryRun ? `That would free ${size}.` : `${size} are free again.`]),
    ...(collected.removed.some(isRef)
      ? ['What only these refs hold is freed by git itself, in its own time: git gc.']
      : []),
  ]
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

function sizeText(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 ? value : value.toFixed(1)} ${units[step]}`
}
