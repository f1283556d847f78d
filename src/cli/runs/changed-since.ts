// Units of a run whose file was edited, or whose branch moved, since they were ordered. A run goes by what it was ordered to do; whoever
// changed that wants to be told, with what to type to have the new one. Only looks.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { shellWord } from '../../base/shell-word.ts'
import type { Order } from '../../contract/order.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { type Artifacts, openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import { isDoneBy, isOrderOf } from '../../work/asked.ts'
import { readUnitFile, type UnitFile } from '../../work/readers/unit-file.ts'
import { runGitAsUser } from '../../workspace/git.ts'
import { fromRoot } from '../project.ts'
import type { World } from '../world.ts'

export type Changed =
  /** `anew` works by the text of now. */
  | { readonly kind: 'edited'; readonly file: string; readonly anew: string }
  /** `anew` lands what the branch is now; `tip` is what it was. */
  | { readonly kind: 'moved'; readonly branch: string; readonly tip: string; readonly anew: string }

/** By the ids of the units; those that are what they were are not there. */
export async function changedSince(
  root: string,
  state: State,
  units: readonly Unit[],
  world: World,
): Promise<ReadonlyMap<string, Changed>> {
  const found = new Map<string, Changed>()
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const orders = units.map(unit => ({ unit, order: orderOf(artifacts, unit) }))
  const hasBranches = orders.some(each => each.order?.source)
  const tips = hasBranches ? await branchTips(root, world) : new Map<string, string>()
  const look = { root, cwd: world.cwd, state, files: unitFiles(root) }
  for (const { unit, order } of orders) {
    const changed = order?.source
      ? movedBranch(state, tips, unit, order.source)
      : order && editedFile(look, unit, order)
    if (changed) found.set(unit.id, changed)
  }
  return found
}

export function orderOf(artifacts: Artifacts, { spec }: Unit): Order | undefined {
  if (spec.brief === undefined || spec.kind === 'revert') return undefined
  return JSON.parse(artifacts.read(spec.brief).toString('utf8')) as Order
}

type Source = NonNullable<Order['source']>

/** One that is gone did not move: what was ordered can still be landed. */
function movedBranch(
  { runs }: State,
  tips: ReadonlyMap<string, string>,
  { run }: Unit,
  { branch, commit }: Source,
): Changed | undefined {
  const tip = tips.get(`refs/heads/${branch}`) ?? tips.get(`refs/remotes/${branch}`)
  if (tip === undefined || tip === commit) return undefined
  const { deliver, target } = findRow(runs, run)!.policy
  const into = deliver === 'ff' && target !== undefined ? ` --into ${shellWord(target)}` : ''
  return { kind: 'moved', branch, tip: commit, anew: `fixpoint land ${shellWord(branch)}${into}` }
}

/** Where every branch is now, by its ref. */
async function branchTips(
  root: string,
  { environment }: World,
): Promise<ReadonlyMap<string, string>> {
  const words = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/remotes']
  const lines = (await runGitAsUser('git', root, environment, words)).stdout.toString().split('\n')
  return new Map(lines.map(each => [each.slice(each.indexOf(' ') + 1), each.split(' ', 1)[0]!]))
}

interface Look {
  readonly root: string
  readonly cwd: string
  readonly state: State
  readonly files: (run: string, order: Order) => ReadonlyMap<string, NamedFile>
}

interface NamedFile {
  readonly path: string
  readonly unit: UnitFile
}

function editedFile(look: Look, unit: Unit, order: Order): Changed | undefined {
  const { root, cwd, state, files } = look
  const own = files(unit.run, order)
  const now = own.get(unit.spec.name)
  if (!now) return undefined
  if (isOrderOf(now.unit, order, unit.spec.review) && isDoneBy(now.unit, order)) return undefined
  const paths = together(state, unit).flatMap(({ spec }) => own.get(spec.name)?.path ?? [])
  const anew = `fixpoint run ${paths.map(each => shellWord(fromRoot(cwd, each))).join(' ')}`
  return { kind: 'edited', file: fromRoot(root, now.path), anew }
}

/** The unit, what waits for it, and what those need: none of them starts without the others. */
function together({ units }: State, unit: Unit): readonly Unit[] {
  const orders = new Set([unit.order])
  for (const order of orders)
    for (const fed of rowAt(units, order).feeds)
      if (rowAt(units, fed).status !== 'landed') orders.add(fed)
  for (const order of orders) for (const need of rowAt(units, order).needs) orders.add(need)
  return [...orders].sort((a, b) => a - b).map(each => rowAt(units, each))
}

/**
 * An order does not say which file it was made from, but keeps all files of its run from being written. They are the same for every
 * unit of a run.
 */
export function unitFiles(root: string): Look['files'] {
  const known = new Map<string, ReadonlyMap<string, NamedFile>>()
  return (run, order) => {
    const files =
      known.get(run) ?? new Map(order.reserved.flatMap(each => namedIn(resolve(root, each))))
    known.set(run, files)
    return files
  }
}

function namedIn(path: string): readonly (readonly [string, NamedFile])[] {
  if (!path.endsWith('.md') || !existsSync(path)) return []
  const { unit } = readUnitFile(readFileSync(path, 'utf8'), path)
  return unit?.front.id === undefined ? [] : [[unit.front.id, { path, unit }]]
}
