// From unit files to what a run is asked to do: an order for each unit, and its place in the graph. Everything that can be known before an
// agent starts is said here, all of it at once. Starts nothing and keeps nothing.

import { type Diagnostic, error } from '../base/diagnostic.ts'
import { parseDuration } from '../base/duration.ts'
import { didYouMean } from '../base/nearest.ts'
import type { AgentRecipe, CheckOrder, CommitOrder, Order, PortOrder } from '../contract/order.ts'
import type { UnitFrontMatter } from '../contract/unit.ts'
import { type Asked, askedBy, type Review } from './asked.ts'
import { circleProblems } from './circles.ts'
import type { UnitFile } from './readers/unit-file.ts'

export interface NamedUnit {
  /** Where problems are said to be; a prompt has no file. */
  readonly file: string
  readonly unit: UnitFile
}

/** What the project's configuration offers. */
export interface Offer {
  readonly agents: readonly AgentRecipe[]
  readonly checks: readonly CheckOrder[]
  /** Paths that decide about work, whoever does it. */
  readonly reserved: readonly string[]
  readonly setup: string | undefined
  readonly environment: readonly string[]
  readonly carry: readonly string[]
  readonly ports: PortOrder | undefined
  readonly commit: CommitOrder | undefined
}

/** The kernel's request, but for the order, which is kept by its hash. */
export interface UnitPlan {
  readonly name: string
  readonly kind?: 'branch'
  readonly after: readonly string[]
  readonly write: readonly string[]
  readonly read: readonly string[]
  readonly agents: readonly string[]
  readonly review: Review
  readonly attempts?: number
  readonly converge: boolean
  readonly escalate: boolean
  readonly budget: { readonly timeMs?: number }
}

export interface CompiledUnit {
  readonly order: Order
  readonly plan: UnitPlan
}

export interface Compiled {
  /** In the order in which they start among equals. */
  readonly units: readonly CompiledUnit[]
  readonly problems: readonly Diagnostic[]
}

/** A unit that is not in this run: its file, and the command that takes it in. */
export interface AbsentUnit {
  readonly file: string
  readonly unit: UnitFile
  readonly command: string
}

/** What is known of a need that is not part of the run: nothing is wrong where it is there, else why it is not. */
export type Need = 'here' | { readonly why: string; readonly fix?: string | undefined }

/** `elsewhere` are units beside those of this run, and `landed` what landed before, both by their ids. */
export function compileUnits(
  units: readonly NamedUnit[],
  offer: Offer,
  elsewhere: ReadonlyMap<string, AbsentUnit> = new Map(),
  landed: ReadonlyMap<string, Need> = new Map(),
): Compiled {
  const names = units.map(each => each.unit.front.id ?? '')
  const files = units.map(each => each.file)
  const compiled = units.map(each => compileUnit(each, { names, files, elsewhere, landed }, offer))
  const inOrder = compiled.map(each => each.compiled).sort((a, b) => b.priority - a.priority)
  return {
    units: inOrder.map(({ order, plan }) => ({ order, plan })),
    problems: [
      ...repeated(units),
      ...circleProblems(units),
      ...compiled.flatMap(each => each.problems),
    ],
  }
}

interface Whole {
  readonly names: readonly string[]
  readonly files: readonly string[]
  readonly elsewhere: ReadonlyMap<string, AbsentUnit>
  readonly landed: ReadonlyMap<string, Need>
}

function compileUnit({ file, unit }: NamedUnit, whole: Whole, offer: Offer) {
  const { files } = whole
  const { front, unread } = unit
  const problems: Diagnostic[] = []
  const report = (code: string, message: string, fix?: string) =>
    problems.push(error(`unit/${code}`, message, { at: { file }, fix }))
  if (front.id === undefined && !unread.includes('id'))
    report('id', 'the unit has no id', 'add id: T01')
  const { review, checks, ...asked } = askedBy(unit)
  const { claims } = asked
  const claimed = claims.create.length + claims.edit.length + claims.delete.length
  if (claimed === 0 && !unread.includes('claims'))
    report(
      'claims',
      'the unit claims nothing that it may change',
      'add claims: with create, edit or delete',
    )
  refuseAbsentNeeds(front, whole, report)
  refuseUnheard(front, report)
  const agents = agentsFor(front, offer, report)
  const judging = checksFor(checks, offer, report)
  const order: Order = {
    version: 1,
    ...asked,
    reserved: [...offer.reserved, ...files],
    checks: judging,
    otherChecks: offer.checks.filter(each => !judging.includes(each)),
    agents,
    setup: offer.setup,
    environment: offer.environment,
    carry: offer.carry,
    ports: offer.ports,
    ...(offer.commit && { commit: offer.commit }),
  }
  return {
    problems,
    compiled: {
      order,
      plan: planOf(front, review, order, budgetOf(front, report)),
      priority: front.priority ?? 0,
    },
  }
}

/** What it needs may lie in a file that was not named, or have landed before. */
function refuseAbsentNeeds(
  { id, depends_on = [] }: UnitFrontMatter,
  { names, elsewhere, landed }: Whole,
  report: Report,
): void {
  const others = names.filter(each => each !== id)
  for (const name of depends_on) {
    const before = landed.get(name)
    if (names.includes(name) || before === 'here') continue
    const absent = elsewhere.get(name)
    const why = absent
      ? `which is in ${absent.file} and not part of this run`
      : 'which is not in this run'
    const fixes = [before?.fix, absent?.command].filter(each => each !== undefined)
    report(
      'depends-on',
      `it depends on ${name}, ${before?.why ?? why}`,
      fixes.length > 0 ? fixes.join(', or ') : didYouMean(name, others),
    )
  }
}

type Report = (code: string, message: string, fix?: string) => void

function planOf(
  front: UnitFrontMatter,
  review: Review,
  { claims, name, agents }: Order,
  budget: UnitPlan['budget'],
): UnitPlan {
  return {
    name,
    after: front.depends_on ?? [],
    write: [...new Set([...claims.create, ...claims.edit, ...claims.delete])],
    read: claims.read,
    agents: agents.map(each => each.name),
    review,
    ...(front.attempts !== undefined && { attempts: front.attempts }),
    converge: front.iterate ?? false,
    escalate: front.escalation !== undefined,
    budget,
  }
}

/** What a unit may ask for and nobody here can give is refused: nothing that is written down is passed over. */
function refuseUnheard(front: UnitFrontMatter, report: Report): void {
  if (front.review === 'agent')
    report('review', 'a review by an agent is not known to this version', 'use review: human')
  if (front.model !== undefined || front.effort !== undefined)
    report(
      'model',
      'agents that are commands take no model: and no effort:',
      'put them into its command',
    )
  if (front.budget?.tokens !== undefined || front.budget?.usd !== undefined)
    report('budget', 'agents that are commands do not tell what they cost', 'bound time: instead')
}

/** All attempts together; what one session may take is said by its agent. */
function budgetOf({ budget }: UnitFrontMatter, report: Report): UnitPlan['budget'] {
  if (budget?.time === undefined) return {}
  const timeMs = parseDuration(String(budget.time))
  if (timeMs === undefined || timeMs === 0)
    report('budget', `"${budget.time}" is not a time to work in`, 'for example 30m')
  return timeMs ? { timeMs } : {}
}

/** The chain that the unit names, or the only agent that there is. */
function agentsFor({ agent }: UnitFrontMatter, { agents }: Offer, report: Report) {
  const known = agents.map(each => each.name)
  if (agent === undefined) {
    if (agents.length === 0)
      report('agent', 'no agent is configured', 'add agents: to .fixpoint/config.yaml')
    if (agents.length > 1)
      report(
        'agent',
        `it names no agent, and there are ${known.join(', ')}`,
        'add agent: to the unit',
      )
    return agents.slice(0, 1)
  }
  const chain = agent.split(',').map(each => each.trim())
  for (const name of chain)
    if (!known.includes(name))
      report(
        'agent',
        known.length === 0
          ? `there is no agent ${name}: the config declares none`
          : `there is no agent ${name}`,
        known.length === 0
          ? `declare it in .fixpoint/config.yaml and commit that, as in agents: { ${name}: { command: "…" } }`
          : (didYouMean(name, known) ?? `one of ${known.join(', ')}`),
      )
  return chain.flatMap(name => agents.filter(each => each.name === name))
}

/** Those that the unit names; every one where it names none. */
function checksFor(
  names: Asked['checks'],
  { checks }: Offer,
  report: Report,
): readonly CheckOrder[] {
  if (names === undefined) return checks
  const known = checks.map(each => each.name)
  for (const name of names)
    if (!known.includes(name))
      report(
        'check',
        `there is no check ${name}`,
        didYouMean(name, known) ?? 'add it under checks: in .fixpoint/config.yaml',
      )
  return names.flatMap(name => checks.filter(each => each.name === name))
}

function repeated(units: readonly NamedUnit[]): Diagnostic[] {
  return units.flatMap(({ file, unit }, at) => {
    const first = units.findIndex(each => each.unit.front.id === unit.front.id)
    if (first === at || unit.front.id === undefined) return []
    const message = `${unit.front.id} is the id of ${units[first]!.file} too`
    return [error('unit/repeated', message, { at: { file } })]
  })
}
