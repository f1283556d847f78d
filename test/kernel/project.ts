// A project in a test: commands go in, and one can ask what became of each unit. Given, when and then in the fewest words.

import { expect } from 'vitest'
import type { Command, GateRequest, UnitRequest } from '../../src/kernel/command.ts'
import { decide } from '../../src/kernel/decide.ts'
import { due } from '../../src/kernel/due.ts'
import type { Effect, EffectKind, Outcome, Outcomes } from '../../src/kernel/effect.ts'
import type { Event, EventType } from '../../src/kernel/event.ts'
import { evolve } from '../../src/kernel/evolve.ts'
import { violations, violationsAtRest } from '../../src/kernel/invariants.ts'
import type { Brief, Failure, Gate, Run, RunPolicy, State, Unit } from '../../src/kernel/model.ts'
import { emptyState } from '../../src/kernel/policy.ts'
import { findRow } from '../../src/kernel/structure/rows.ts'
import { whyWaiting } from '../../src/kernel/why.ts'

export const t0 = '2026-01-01T00:00:00.000Z'
/** What an agent asks that needs a human. */
export const brief: Brief = {
  question: 'which?',
  situation: '',
  tried: [],
  evidence: [],
  options: [],
  recommendation: '',
}

export const signed = { by: 'ada', reason: 'because' } as const

type Timeless = Command extends infer C ? (C extends Command ? Omit<C, 'at'> : never) : never

export interface Project {
  state: State
  readonly events: Event[]
  at: string
}

export function project(): Project {
  return { state: emptyState('test'), events: [], at: t0 }
}

/** Carries a command out; every event and every rest must keep the invariants. */
export function send(project: Project, command: Timeless): readonly EventType[] {
  const decision = decide(project.state, { ...command, at: project.at } as Command)
  if ('refused' in decision) throw new Error(decision.refused.map(each => each.message).join('; '))
  for (const event of decision.events) {
    project.state = evolve(project.state, event)
    expect(violations(project.state)).toEqual([])
  }
  project.events.push(...decision.events)
  expect(violationsAtRest(project.state, project.at)).toEqual([])
  return decision.events.map(event => event.type)
}

/** The codes of a refusal; none means that the command was carried out. */
export function refusal(project: Project, command: Timeless): readonly string[] {
  const decision = decide(project.state, { ...command, at: project.at } as Command)
  return 'refused' in decision ? decision.refused.map(each => each.code) : []
}

/** A run called `r` whose units are given by name, or with what matters about them. */
export function started(
  units: readonly (string | UnitRequest)[],
  options: {
    gates?: readonly GateRequest[]
    policy?: Partial<RunPolicy>
    run?: string
    on?: Project
  } = {},
): Project {
  const made = options.on ?? project()
  send(made, {
    type: 'start',
    run: options.run ?? 'r',
    base: 'c0',
    units: units.map(unit => (typeof unit === 'string' ? { name: unit } : unit)),
    gates: options.gates ?? [],
    policy: options.policy ?? {},
  })
  return made
}

export function wide(project: Project, limit = 10): Project {
  send(project, {
    type: 'configure',
    ...signed,
    limits: { prepare: limit, work: limit, judge: limit },
  })
  return project
}

const idOf = (name: string) => (name.includes('/') ? name : `r/${name}`)

export function unit(project: Project, name: string): Unit {
  return findRow(project.state.units, idOf(name))!
}

export function run(project: Project, id = 'r'): Run {
  return findRow(project.state.runs, id)!
}

export function gate(project: Project, name: string): Gate {
  return findRow(project.state.gates, `r:${name}`)!
}

export const status = (project: Project, name: string) => unit(project, name).status

export function statuses(project: Project): Readonly<Record<string, string>> {
  const units = run(project).units.map(order => project.state.units.chunks.flat()[order]!)
  return Object.fromEntries(units.map(each => [each.spec.name, each.status]))
}

export const why = (project: Project, name: string) =>
  whyWaiting(project.state, unit(project, name), project.at)

const effects = (project: Project): readonly Effect[] => due(project.state, project.at).effects

export const effectIds = (project: Project) => effects(project).map(effect => effect.id)

export function effectOf<K extends EffectKind>(
  project: Project,
  owner: string,
  kind: K,
): Extract<Effect, { kind: K }> {
  const found = effects(project).find(
    each =>
      each.kind === kind &&
      (each.id.startsWith(`${idOf(owner)}#`) || each.id.startsWith(`${owner}#`)),
  )
  if (!found) throw new Error(`${owner} has no ${kind} outstanding: ${effectIds(project)}`)
  return found as Extract<Effect, { kind: K }>
}

/** Takes an effect and answers the token. */
export function claim(project: Project, owner: string, kind: EffectKind, holder = 'box'): number {
  send(project, { type: 'claim', effect: effectOf(project, owner, kind).id, holder })
  return project.state.fence
}

export function answer<K extends EffectKind>(
  project: Project,
  owner: string,
  kind: K,
  result: Outcomes[K],
): readonly EventType[] {
  const { id } = effectOf(project, owner, kind)
  const fence = claim(project, owner, kind)
  return send(project, { type: 'report', effect: id, fence, ...({ kind, result } as Outcome) })
}

const good: { readonly [K in EffectKind]?: Outcomes[K] } = {
  prepare: { ok: true },
  judge: { ok: true },
  review: { ok: true },
  prove: { ok: true },
  land: { ok: true },
}

/** Performs the steps of a unit, each of them well. Trees and commits are named after unit and serial. */
export function does(project: Project, name: string, ...kinds: readonly EffectKind[]): void {
  for (const kind of kinds) {
    const { attempt, candidates } = unit(project, name)
    if (kind === 'work') answer(project, name, kind, { ok: true, tree: `tree-${name}-${attempt}` })
    else if (kind === 'build')
      answer(project, name, kind, { ok: true, commit: `commit-${name}-${candidates}` })
    else answer(project, name, kind, good[kind]! as Outcomes[typeof kind])
  }
}

export const toJudge = ['prepare', 'work'] as const
export const toQueue = ['prepare', 'work', 'judge'] as const
export const toProve = ['prepare', 'work', 'judge', 'build'] as const
const toLand = ['prepare', 'work', 'judge', 'build', 'prove', 'land'] as const

export function lands(project: Project, ...names: readonly string[]): void {
  for (const name of names) does(project, name, ...toLand)
}

export function failure(kind: Failure['class'], more: Partial<Failure> = {}) {
  return { ok: false as const, failure: { class: kind, summary: `${kind} happened`, ...more } }
}

/** A session that ends with a tree that the judge does not take. */
export function failsJudge(project: Project, name: string, more: Partial<Failure> = {}): void {
  does(project, name, ...toJudge)
  answer(project, name, 'judge', failure('check_failed', more))
}

export function wait(project: Project, ms: number): readonly EventType[] {
  project.at = new Date(Date.parse(project.at) + ms).toISOString()
  return send(project, { type: 'tick' })
}
