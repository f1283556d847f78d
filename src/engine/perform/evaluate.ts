// Says what the spec of a run makes of the tip of its line, beside what it made of the base: how far it is, and what fell. The verdicts are
// told to every clone; the state file of the checkout stays as it is.

import { canonicalJson } from '../../base/json.ts'
import type { Verdicts } from '../../contract/verdicts.ts'
import type { Outcomes } from '../../kernel/effect.ts'
import type { Evaluation } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { appendToLog, type LogEntry, readLog } from '../../workspace/mirror-log.ts'
import { type House, secondsOf } from '../house.ts'
import { type Oracle, oracleAt } from '../oracle.ts'
import type { EffectOf } from '../ports.ts'

export async function evaluate(
  house: House,
  effect: EffectOf<'evaluate'>,
): Promise<Outcomes['evaluate']> {
  const run = findRow(house.state().runs, effect.run)
  if (run?.policy.oracle === undefined)
    throw new Error(`invariant: ${effect.run} evaluates, so it was started with an oracle`)
  const oracle = oracleAt(house.artifacts, run.policy.oracle)
  const before = await verdictsAt(house, oracle, effect, run.base)
  const after = await verdictsAt(house, oracle, effect, effect.tip)
  const evaluation: Evaluation = {
    tip: effect.tip,
    from: before.convergence,
    to: after.convergence,
    fallen: fallenBetween(before, after),
    unchecked: after.resources.filter(each => each.holds && each.status !== 'implemented').length,
    before: house.artifacts.put(canonicalJson(before)),
    after: house.artifacts.put(canonicalJson(after)),
  }
  if (!(await tellClones(house, effect, before, after, evaluation)))
    return { ok: false, failure: { class: 'infrastructure', summary: raced } }
  return { ok: true, isDegraded: evaluation.fallen.length > 0, evaluation }
}

/** The scanners are loaded only where something is evaluated. */
async function verdictsAt(
  house: House,
  oracle: Oracle,
  { id }: EffectOf<'evaluate'>,
  commit: string,
): Promise<Verdicts> {
  const { verdictsOf } = await import('./verdicts.ts')
  return verdictsOf(house, { oracle, commit, purpose: `${id}:${commit}` })
}

function fallenBetween(before: Verdicts, after: Verdicts): readonly string[] {
  const holding = new Set(after.resources.filter(each => each.holds).map(each => each.address))
  return before.resources
    .filter(each => each.holds && !holding.has(each.address))
    .map(each => each.address)
}

/** How often another run may write the record at the very moment that this one does. */
const MOST_RACES = 20

const raced = `refs/fixpoint/log was moved by others ${MOST_RACES} times`

/** One entry for the tip, and one for each verdict that is another than on the base. Told twice it stands there once. */
async function tellClones(
  { repository, now }: House,
  { run, tip }: EffectOf<'evaluate'>,
  before: Verdicts,
  after: Verdicts,
  { from, to, fallen }: Evaluation,
): Promise<boolean> {
  const head = { type: 'evaluated', run, commit: tip, from, to, fallen: fallen.length }
  const entries: LogEntry[] = [head, ...changed(before, after, run, tip)]
  for (let race = 0; race < MOST_RACES; race++) {
    const log = await readLog(repository)
    if (log.entries.some(each => isOf(each, run, tip))) return true
    const appended = { entries, after: log.tip, atSeconds: secondsOf(now()) }
    if ((await appendToLog(repository, appended)) !== 'stale') return true
  }
  return false
}

const isOf = (entry: LogEntry, run: string, commit: string) =>
  entry.type === 'evaluated' && entry.run === run && entry.commit === commit

function changed(before: Verdicts, after: Verdicts, run: string, commit: string): LogEntry[] {
  const known = new Map(before.resources.map(each => [each.address, each]))
  return after.resources
    .filter(({ address, status, level }) => {
      const was = known.get(address)
      return was?.status !== status || was.level !== level
    })
    .map(({ address, status, level }) => ({ type: 'verdict', run, commit, address, status, level }))
}
