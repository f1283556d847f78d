// Brings what landed to where the person who started the run wanted it. Where the target has moved, says by what its commits are to be
// judged when they come into the line.

import { canonicalJson } from '../../base/json.ts'
import type { Order } from '../../contract/order.ts'
import type { Outcomes } from '../../kernel/effect.ts'
import type { Unit } from '../../kernel/model.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import { deliver as deliverLine } from '../../workspace/deliver.ts'
import { sightOf } from '../came-otherwise.ts'
import { type House, oneOfEach, orderOf } from '../house.ts'
import type { EffectOf } from '../ports.ts'
import { goneText } from '../recognise.ts'
import { restsOn, type TakenOut, takenOut, takenOutText } from '../taken-out.ts'
import { knownOn } from './checks.ts'
import { lineOf } from './land.ts'

export async function deliver(
  house: House,
  { run, how, tip, target: named }: EffectOf<'deliver'>,
): Promise<Outcomes['deliver']> {
  if (how === 'pr') throw new Error('invariant: no run is started with --deliver pr')
  const target = named ?? house.repository.facts.branch
  if (how === 'ff' && target === undefined) return nowhere(run)
  if ((await house.repository.objects.info(tip)) === undefined) return gone(run, tip)
  const out = how === 'ff' ? await takenOut(sightOf(house), run) : undefined
  if (out !== undefined) return movedBack(run, out)
  const known = knownOf(house, run)
  const held = how === 'ff' ? await unprovedOn(house, run, tip) : undefined
  const request = { line: lineOf(run), commit: tip, how, target: target ?? '', known, held }
  const delivered = await house.delivering(() => deliverLine(house.repository, request))
  if (delivered.kind === 'behind')
    return { ok: 'behind', tip: delivered.tip, brief: syncOrder(house, run, target!) }
  if (delivered.kind !== 'waiting') return { ok: true, status: 'merged' }
  const { reason: why, command } = delivered
  return { ok: true, status: 'conflicted', why, command }
}

/** Where every check that judged it is red, nothing speaks for it: then a person moves the target, or nobody. */
async function unprovedOn(house: House, run: string, tip: string): Promise<string | undefined> {
  const tree = await house.repository.objects.treeOf(tip)
  const checks = checksOf(house, run)
  const results = await Promise.all(checks.map(each => knownOn(house, each, tree)))
  const found = results.filter(each => each !== undefined)
  if (found.length === 0 || found.some(each => each.outcome === 'passed')) return undefined
  const names = found.map(each => each.name).join(', ')
  return `no check proves it: ${names} ${found.length === 1 ? 'fails' : 'fail'} on it, as without it`
}

/** A repository without a commit had nothing. */
function knownOf(house: House, run: string): string | undefined {
  const state = house.state()
  const known = restsOn(state, run)
  const isBase = known === findRow(state.runs, run)!.base
  return isBase && house.repository.facts.head === undefined ? undefined : known
}

/** Its branch was removed by hand, and git has tidied up. */
const gone = (run: string, tip: string): Outcomes['deliver'] => ({
  ok: true,
  status: 'conflicted',
  why: goneText(`what landed in ${run}`, tip),
  command: `fixpoint show run:${run}`,
})

/** A person decides whether it shall come back: the line has it, and brings it with whatever is delivered next. */
const movedBack = (run: string, out: TakenOut): Outcomes['deliver'] => ({
  ok: true,
  status: 'conflicted',
  why: takenOutText(out),
  command: `git merge fixpoint/${run}`,
})

const nowhere = (run: string): Outcomes['deliver'] => ({
  ok: true,
  status: 'conflicted',
  why: 'no branch was checked out that could be forwarded',
  command: `git switch BRANCH && git merge --ff-only fixpoint/${run}`,
})

/** What the target got meanwhile must pass everything that the run's own landings had to pass. */
function syncOrder(house: House, run: string, target: string): string {
  const orders = ordersOf(house, run)
  const order: Order = {
    version: 1,
    name: 'sync',
    title: `Merge branch '${target}' into fixpoint/${run}`,
    brief: '',
    claims: { create: [], edit: [], delete: [], read: [] },
    doNotTouch: [],
    produces: [],
    reserved: [],
    checks: checksOf(house, run),
    agents: [],
    setup: orders[0]?.setup,
    environment: orders[0]?.environment ?? [],
    carry: orders[0]?.carry ?? [],
    ports: orders[0]?.ports,
  }
  return house.artifacts.put(canonicalJson(order))
}

const checksOf = (house: House, run: string) =>
  oneOfEach(ordersOf(house, run).flatMap(each => each.checks))

const ordersOf = (house: House, run: string): readonly Order[] =>
  landed(house, run).map(unit => orderOf(house, unit))

const landed = (house: House, run: string): readonly Unit[] =>
  unitsOf(house, run).filter(unit => unit.status === 'landed' && unit.spec.brief !== undefined)

function unitsOf({ state }: House, run: string): readonly Unit[] {
  const { runs, units } = state()
  return findRow(runs, run)!.units.map(order => rowAt(units, order))
}
