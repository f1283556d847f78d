// What a unit file asks for: the work, its bounds and what proves it. Two texts that ask for the same are one piece of work, whoever does
// it, in whatever order, and whatever the config has said since.

import { canonicalJson } from '../base/json.ts'
import { compareText } from '../base/order.ts'
import type { ClaimOrder, Order } from '../contract/order.ts'
import type { UnitFrontMatter } from '../contract/unit.ts'
import { briefText } from './brief.ts'
import type { UnitFile } from './readers/unit-file.ts'

export type Review = 'none' | 'human'

type OfOrder = Pick<Order, 'name' | 'title' | 'brief' | 'claims' | 'doNotTouch' | 'produces'>

export interface Asked extends OfOrder {
  /** Names of checks: those that it names, and those that its acceptance is bound to. Undefined where it names none: every check judges it. */
  readonly checks: readonly string[] | undefined
  readonly review: Review
}

export function askedBy({ front, brief }: UnitFile): Asked {
  const bound = (front.acceptance ?? []).flatMap(each => each.check ?? [])
  const isJudgedByAll = front.checks === undefined && bound.length === 0
  return {
    name: front.id ?? '',
    title: front.title ?? firstLine(brief),
    brief: briefText(front, brief),
    claims: claimsOf(front),
    doNotTouch: front.do_not_touch ?? [],
    produces: [front.produces ?? []].flat(),
    checks: isJudgedByAll ? undefined : [...new Set([...(front.checks ?? []), ...bound])],
    review: reviewOf(front),
  }
}

/** Whether an order, with the review that was asked for beside it, was made from a text that asks for the same. */
export function isOrderOf(file: UnitFile, order: Order, review: string): boolean {
  const { name, title, brief, claims, doNotTouch, produces } = order
  const now = askedBy(file)
  // A text that names none asked for those that there were.
  const checks = now.checks && order.checks.map(each => each.name)
  const then = { name, title, brief, claims, doNotTouch, produces, checks, review }
  return comparable(then) === comparable(now)
}

/** Whether it names the agents of the order. A text that names none goes to the only one that there was. */
export function isDoneBy({ front: { agent } }: UnitFile, { agents }: Order): boolean {
  const then = agents.map(each => each.name)
  if (agent === undefined) return then.length === 1
  return canonicalJson(agent.split(',').map(each => each.trim())) === canonicalJson(then)
}

const comparable = (asked: Omit<Asked, 'review'> & { readonly review: string }) =>
  canonicalJson({ ...asked, checks: asked.checks?.toSorted(compareText) ?? null })

function claimsOf({ claims = {}, produces = [] }: UnitFrontMatter): ClaimOrder {
  return {
    create: [...new Set([...(claims.create ?? []), ...[produces].flat()])],
    edit: claims.edit ?? [],
    delete: claims.delete ?? [],
    read: claims.read ?? [],
  }
}

function reviewOf({ review, acceptance }: UnitFrontMatter): Review {
  const isAttested = acceptance?.some(each => each.owner !== undefined) ?? false
  return review === 'human' || isAttested ? 'human' : 'none'
}

const firstLine = (text: string) => text.split('\n', 1)[0]!.replace(/^#+ */, '').trim()
