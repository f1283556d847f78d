// The plan: spec minus state, as ordered actions. What a resource is, the state says; what it should be, the spec.

import { sortedBy } from '../base/order.ts'
import type { Level, Status } from '../contract/level.ts'
import type { StateEntry } from '../contract/state.ts'
import { convergence, roundConvergence, type Weighed } from '../evidence/convergence.ts'
import { type Resource, requiredLevel, type Spec } from '../spec/model.ts'
import { type Forgotten, settle } from '../state/settle.ts'

export type ActionKind = 'delete' | 'create' | 'update'

export interface Action {
  readonly action: ActionKind
  readonly address: string
  readonly reason: string
}

/** One resource of the spec beside what the state knows of it. */
export interface Verdict {
  readonly address: string
  readonly status: Status
  readonly resource: Resource
  readonly required: Level
  readonly entry: StateEntry | undefined
  /** What was verified is not what is declared now. */
  readonly isOutdated: boolean
  /** Dependencies that are not implemented yet. */
  readonly waitsFor: readonly string[]
}

export interface Plan {
  readonly specFile: string
  readonly serial: number | undefined
  readonly lineage: string | undefined
  /** Deletes, creates, updates; each by address. */
  readonly actions: readonly Action[]
  /** Every resource of the spec that the plan looked at, by address. */
  readonly verdicts: readonly Verdict[]
  /** Addresses that the spec has moved or removed and the state still holds under the old name. */
  readonly forgotten: readonly Forgotten[]
  readonly convergence: number
}

export interface PlanInput {
  readonly spec: Spec
  readonly entries: readonly StateEntry[]
  readonly serial: number | undefined
  readonly lineage: string | undefined
  /** Whether an entry was verified as something else than what is declared. */
  readonly isDeclaredOtherwise: (
    entry: StateEntry | undefined,
    resource: Resource,
    required: Level,
  ) => boolean
  /** Why evidence that was just read finds what is missing to be so. */
  readonly whyMissing?: ReadonlyMap<string, string> | undefined
  /** Only these addresses; undefined for all. */
  readonly targets: ReadonlySet<string> | undefined
}

const order: readonly ActionKind[] = ['delete', 'create', 'update']

export function makePlan(input: PlanInput): Plan {
  const { spec, entries, serial, lineage, targets } = input
  const { entries: settled, forgotten } = settle(entries, spec)
  const effective = new Map(settled.map(each => [`${each.type}.${each.name}`, each]))
  const isTarget = (address: string) => targets?.has(address) ?? true
  const verdicts = sortedBy(judge(input, effective), each => each.address).filter(each =>
    isTarget(each.address),
  )
  const declared = new Set(spec.resources.map(each => each.address))
  const extra = [...effective.keys()].filter(address => !declared.has(address) && isTarget(address))
  const actions = [
    ...extra.map(removal),
    ...verdicts.flatMap(each => actionFor(each, input.whyMissing?.get(each.address))),
  ]
  return {
    specFile: spec.file,
    serial,
    lineage,
    actions: order.flatMap(kind =>
      sortedBy(
        actions.filter(each => each.action === kind),
        each => each.address,
      ),
    ),
    verdicts,
    forgotten: forgotten.filter(each => isTarget(each.movedTo ?? each.address)),
    convergence: roundConvergence(convergence(verdicts.map(weighed))),
  }
}

const weighed = ({ status, resource }: Verdict): Weighed => ({ status, weight: resource.weight })

function judge(
  { spec, isDeclaredOtherwise }: PlanInput,
  recorded: ReadonlyMap<string, StateEntry>,
): Verdict[] {
  const statusOf = (address: string): Status => recorded.get(address)?.status ?? 'missing'
  return spec.resources.map(resource => {
    const required = requiredLevel(spec, resource)
    const entry = recorded.get(resource.address)
    return {
      address: resource.address,
      status: statusOf(resource.address),
      resource,
      required,
      entry,
      isOutdated: isDeclaredOtherwise(entry, resource, required),
      waitsFor: resource.dependsOn.filter(to => !/^(implemented|deprecated)$/.test(statusOf(to))),
    }
  })
}

function removal(address: string): Action {
  return { action: 'delete', address, reason: 'Resource in state but not declared in spec' }
}

const outdated = 'declared otherwise since it was verified: fixpoint refresh'

function actionFor(verdict: Verdict, whyMissing: string | undefined): Action[] {
  const actions = actionByStatus(verdict, whyMissing)
  if (!verdict.isOutdated) return actions
  if (actions.length === 0)
    return [{ action: 'update', address: verdict.address, reason: `D${outdated.slice(1)}` }]
  return actions.map(each => ({ ...each, reason: `${each.reason} (${outdated})` }))
}

function actionByStatus(
  { address, status, entry }: Verdict,
  whyMissing = 'Resource declared in spec but not in state',
): Action[] {
  switch (status) {
    case 'implemented':
    case 'deprecated':
      return []
    case 'missing':
      return [
        {
          action: 'create',
          address,
          reason: entry ? missingReason(entry) : whyMissing,
        },
      ]
    case 'partial':
      return [
        {
          action: 'update',
          address,
          reason: reasonOf(entry) ?? 'Resource is partially implemented',
        },
      ]
    case 'broken':
      return [{ action: 'update', address, reason: reasonOf(entry) ?? 'Resource is broken' }]
  }
}

const missingReason = (entry: StateEntry) => reasonOf(entry) ?? 'Resource is missing'

/** The reason of a status; the absorbed form kept it among the attributes. */
export function reasonOf(entry: StateEntry | undefined): string | undefined {
  const old = entry?.attributes?.[`${entry.status}_reason`]
  return entry?.reason ?? (typeof old === 'string' && old !== '' ? old : undefined)
}
