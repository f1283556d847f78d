// Everything outside the kernel, as it may go wrong: a repository with refs, agents that lie, crash or hang, judges, a forge.
// It keeps its own account of what every commit holds, so that the journal can be compared with what really happened.

import type { Effect, Outcome } from '../../src/kernel/effect.ts'
import type { Brief, Failure, FailureClass } from '../../src/kernel/model.ts'
import type { Chance } from './chance.ts'

interface Commit {
  readonly id: string
  readonly parent: string | null
  /** What a merge brought in from the target. */
  readonly second: string | null
  readonly unit: string | null
}

interface Tree {
  readonly isGood: boolean
  readonly why: FailureClass
  readonly metric: number
}

export interface World {
  readonly refs: Map<string, string>
  /** Where people want the work of a run; others push there too. */
  readonly targets: Map<string, string>
  /** What a unit is to bring into its line, told by the journal. */
  readonly brings: Map<string, string>
  readonly commits: Map<string, Commit>
  readonly trees: Map<string, Tree>
  readonly built: Map<string, string>
  /** Pairs of units that are green alone and red together. */
  readonly enemies: Set<string>
  /** Pairs of units that edited the same lines. */
  readonly conflicts: Set<string>
  isCalm: boolean
}

export function newWorld(): World {
  return {
    refs: new Map(),
    targets: new Map(),
    brings: new Map(),
    commits: new Map(),
    trees: new Map(),
    built: new Map(),
    enemies: new Set(),
    conflicts: new Set(),
    isCalm: false,
  }
}

export function commit(
  world: World,
  parent: string | null,
  unit: string | null,
  second: string | null = null,
): string {
  const id = `c${world.commits.size}`
  world.commits.set(id, { id, parent, second, unit })
  return id
}

/** The units in a commit, the newest first; a unit stands as often as it landed. */
export function unitsIn(world: World, id: string): readonly string[] {
  const units: string[] = []
  for (
    let at = world.commits.get(id);
    at;
    at = at.parent === null ? undefined : world.commits.get(at.parent)
  )
    if (at.unit !== null) units.push(at.unit)
  return units
}

/** Performs an effect, side effects included, and answers what happened. */
export function perform(world: World, chance: Chance, effect: Effect): Outcome {
  if (!world.isCalm && effect.kind !== 'work' && chance.odds(0.04))
    return { kind: effect.kind, result: trouble('infrastructure', chance) } as Outcome
  switch (effect.kind) {
    case 'prepare':
      return { kind: 'prepare', result: { ok: true } }
    case 'work':
      return { kind: 'work', result: session(world, chance, effect) }
    case 'judge':
      return { kind: 'judge', result: verdict(world.trees.get(effect.tree)!) }
    case 'review':
      return { kind: 'review', result: review(world, chance) }
    case 'build':
      return { kind: 'build', result: build(world, effect) }
    case 'prove':
      return { kind: 'prove', result: prove(world, effect) }
    case 'land':
      return { kind: 'land', result: land(world, effect) }
    case 'evaluate':
      return {
        kind: 'evaluate',
        result: { ok: true, isDegraded: !world.isCalm && chance.odds(0.2) },
      }
    case 'deliver':
      return { kind: 'deliver', result: deliver(world, chance, effect) }
  }
}

function trouble(failure: FailureClass, chance: Chance, metric?: number) {
  const details: Failure = {
    class: failure,
    summary: `simulated ${failure}`,
    ...(chance.odds(0.7) && { signature: `s${chance.below(4)}` }),
    ...(metric !== undefined && { metric }),
  }
  return { ok: false as const, failure: details }
}

type Session = Extract<Outcome, { kind: 'work' }>['result']

const brief: Brief = {
  question: 'Which of the two?',
  situation: 'simulated',
  tried: [],
  evidence: [],
  options: [],
  recommendation: 'the first',
}

const badEnds: readonly FailureClass[] = [
  'agent_error',
  'timeout',
  'result_invalid',
  'infrastructure',
  'quota',
]

function session(world: World, chance: Chance, effect: Extract<Effect, { kind: 'work' }>): Session {
  const tree = `t${world.trees.size}`
  const isGood = world.isCalm || chance.odds(0.7)
  const why = chance.pick(['check_failed', 'no_change', 'scope'] as const)
  world.trees.set(tree, { isGood, why, metric: chance.below(6) })
  if (effect.stopping) return { ok: 'stopped', tree: chance.odds(0.5) ? tree : null }
  if (world.isCalm) return { ok: true, tree }
  if (chance.odds(0.06)) return { ok: 'blocked', brief }
  if (chance.odds(0.2)) return trouble(chance.pick(badEnds), chance)
  return { ok: true, tree }
}

function verdict(tree: Tree): Extract<Outcome, { kind: 'judge' }>['result'] {
  if (tree.isGood) return { ok: true }
  const { why, metric } = tree
  const failure: Failure = { class: why, summary: why, signature: `${why}${metric}`, metric }
  return { ok: false, failure }
}

function review(world: World, chance: Chance) {
  return world.isCalm || chance.odds(0.75) ? { ok: true as const } : trouble('rejected', chance)
}

function build(world: World, effect: Extract<Effect, { kind: 'build' }>) {
  const other = unitsIn(world, effect.onto).find(each =>
    world.conflicts.delete(`${effect.unit} ${each}`),
  )
  if (other !== undefined) {
    const failure: Failure = { class: 'candidate_failed', summary: `conflicts with ${other}` }
    return { ok: false as const, failure }
  }
  const key = `${effect.onto} ${effect.unit} ${effect.tree}`
  const brought = world.brings.get(effect.unit) ?? null
  const known = world.built.get(key) ?? commit(world, effect.onto, effect.unit, brought)
  world.built.set(key, known)
  return { ok: true as const, commit: known }
}

/** Red where an enemy is in the candidate that the attempt did not see on its base; in a batch, until one alone is to blame. */
function prove(world: World, { unit, commit, covers }: Extract<Effect, { kind: 'prove' }>) {
  const together = unitsIn(world, commit)
  for (const each of [unit, ...covers]) {
    const below = together.slice(together.indexOf(each) + 1)
    const enemy = below.find(other => world.enemies.has(`${each} ${other}`))
    if (enemy === undefined) continue
    if (covers.length === 0) world.enemies.delete(`${each} ${enemy}`)
    const failure: Failure = { class: 'check_failed', summary: `red together with ${enemy}` }
    return { ok: false as const, failure }
  }
  return { ok: true as const }
}

function land(world: World, effect: Extract<Effect, { kind: 'land' }>) {
  const tip = world.refs.get(effect.run)!
  if (holds(world, tip, effect.to)) return { ok: true as const, tip }
  if (tip !== effect.from) return { ok: 'moved' as const, tip }
  world.refs.set(effect.run, effect.to)
  return { ok: true as const }
}

function holds(world: World, tip: string, wanted: string): boolean {
  const seen = new Set([tip])
  for (const at of seen) {
    if (at === wanted) return true
    const { parent, second } = world.commits.get(at)!
    for (const each of [parent, second]) if (each !== null) seen.add(each)
  }
  return false
}

function deliver(
  world: World,
  chance: Chance,
  { how, run, tip }: Extract<Effect, { kind: 'deliver' }>,
) {
  const target = world.targets.get(run)
  if (how === 'ff' && target !== undefined && !holds(world, tip, target))
    return { ok: 'behind' as const, tip: target }
  const status = world.isCalm ? 'merged' : chance.pick(['open', 'merged', 'conflicted'] as const)
  return { ok: true as const, status, url: 'https://forge.test/1' }
}
