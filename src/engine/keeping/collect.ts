// Garbage collection of a project: what the journal proves to be over, and what is merely idle, judged first and removed then. A dry run is the
// judgement alone. Works beside a live run, and takes nothing that a living process holds.

import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Event } from '../../kernel/event.ts'
import { emptyState } from '../../kernel/policy.ts'
import { attemptOf } from '../../workspace/attempt-ref.ts'
import {
  type CollectionFacts,
  type CollectionPlan,
  collect,
  type Kept,
  planCollection,
  type Removal,
} from '../../workspace/gc.ts'
import { runGit } from '../../workspace/git.ts'
import type { Repository } from '../../workspace/open.ts'
import { listRefs } from '../../workspace/refs.ts'
import { type History, readHistory } from '../history.ts'
import { firstProjectName, hasJournal } from '../journal-place.ts'
import { lineOf } from '../perform/land.ts'
import {
  judgeOutputs,
  type Output,
  type OutputKind,
  rememberTrees,
  removeOutputs,
} from './outputs.ts'
import type { Retention } from './retention.ts'
import { settled } from './settled.ts'

export interface CollectOptions {
  readonly root: string
  readonly repository: Repository
  readonly retention: Retention
  readonly program: string
  readonly now: string
  readonly isDryRun: boolean
  /** What was typed. */
  readonly command: string
  /** Who removes, and by what rule: what `logs` says where a transcript was. */
  readonly why: string
}

export interface Thing {
  readonly kind: Removal['kind'] | OutputKind
  readonly name: string
  readonly reason: string
}

export interface Collected {
  readonly removed: readonly (Thing & { readonly bytes: number })[]
  readonly kept: readonly Thing[]
  /** What somebody wanted again between the judgement and the removal. */
  readonly spared: readonly Thing[]
}

export async function collectGarbage(options: CollectOptions): Promise<Collected> {
  const { root, repository, retention, now, isDryRun, why } = options
  const { state, entries } = await pastOf(options)
  const proof = settled({ state, entries, retention, now }, await holders(repository))
  const folder = relative(repository.facts.root, realpathSync(root))
  const began = (gitDirectory: string) =>
    firstProjectName(join(dirname(gitDirectory), folder)) === state.project
  const facts = { ...proof, began, keepFree: retention.workspaces }
  const { checksMs } = retention
  const plan = await planCollection(repository, facts)
  const outputs = await judgeOutputs({ root, now, entries, settled: proof, checksMs })
  const expired = outputs.filter(each => each.isRemoved)
  const planned = [...plan.removals, ...expired]
  const done = isDryRun
    ? planned
    : [
        ...(await collectAndRemember(options, plan, facts)),
        ...(await removeOutputs(root, now, expired, why)),
      ]
  return {
    removed: done.map(({ bytes, ...each }) => ({ ...thing(each), bytes })),
    kept: [...plan.kept, ...outputs.filter(each => !each.isRemoved)].map(thing),
    spared: planned.filter(each => !done.includes(each)).map(thing),
  }
}

/** Of a tree that is gone `diff` and `restore` say when that was, and why. */
async function collectAndRemember(
  { root, repository, now, command }: CollectOptions,
  plan: CollectionPlan,
  facts: CollectionFacts,
): Promise<readonly Removal[]> {
  const removed = await collect(repository, plan, facts)
  const trees = removed
    .filter(each => each.kind === 'attempt')
    .map(({ name, reason }) => ({
      attempt: attemptOf(name),
      why: `${command} (${reason})`,
    }))
  await rememberTrees(root, now, trees)
  return removed
}

const thing = ({ kind, name, reason }: Kept | Output | Thing): Thing => ({ kind, name, reason })

/** Where nothing has run yet there is nothing that a journal could prove. */
async function pastOf({ root, program }: CollectOptions): Promise<Omit<History, 'seq'>> {
  if (hasJournal(root)) return readHistory(root, { program })
  return { state: emptyState(firstProjectName(root)), entries: [] satisfies readonly Event[] }
}

/** By the tip of each line, a branch that is not Fixpoint's and holds it. */
async function holders(repository: Repository): Promise<(tip: string) => string | undefined> {
  const found = new Map<string, string>()
  for (const { id } of await listRefs(repository, lineOf('').slice(0, -1))) {
    const words = ['for-each-ref', '--format=%(refname)', '--contains', id]
    const { stdout } = await runGit(repository.refs, [...words, 'refs/heads', 'refs/remotes'])
    const [holder] = stdout
      .toString()
      .split('\n')
      .filter(ref => ref !== '' && !ref.startsWith(lineOf('')))
    if (holder !== undefined) found.set(id, holder.replace(/^refs\/(heads|remotes)\//, ''))
  }
  return tip => found.get(tip)
}
