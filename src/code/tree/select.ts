// Follows a selector of a query pack from a node to nodes below it. Knows nothing of any language.

import type { Selector } from '../languages/pack.ts'
import type { Tree } from './grammar.ts'

export interface Child {
  readonly kind: string
  readonly node: Tree
}

/** Every look through the border to the native library costs; the same node is asked several times in a row. */
const known = new WeakMap<Tree, readonly Child[]>()

export function childrenOf(node: Tree): readonly Child[] {
  const children =
    known.get(node) ?? node.children().map(each => ({ kind: String(each.kind()), node: each }))
  known.set(node, children)
  return children
}

/** All nodes at the end of the first selector that finds any. */
export function selectAll(from: Tree, selector: Selector): readonly Tree[] {
  return firstThatFinds(selector, path =>
    stepsOf(path).reduce<readonly Tree[]>(
      (nodes, step) => nodes.flatMap(each => takeAll(each, step)),
      [from],
    ),
  )
}

/** The first of them, at a fraction of the cost. */
export function selectOne(from: Tree, selector: Selector | undefined): Tree | undefined {
  if (selector === undefined) return undefined
  return firstThatFinds(selector, path => {
    let node: Tree | undefined = from
    for (const step of stepsOf(path)) node = node && takeOne(node, step)
    return node ? [node] : []
  })[0]
}

function firstThatFinds(
  selector: Selector,
  follow: (path: string) => readonly Tree[],
): readonly Tree[] {
  if (typeof selector === 'string') return follow(selector)
  for (const each of selector) {
    const found = follow(each)
    if (found.length > 0) return found
  }
  return []
}

const splitPaths = new Map<string, readonly string[]>()

function stepsOf(path: string): readonly string[] {
  const steps = splitPaths.get(path) ?? (path === '.' ? [] : path.split('/'))
  splitPaths.set(path, steps)
  return steps
}

function takeAll(node: Tree, step: string): readonly Tree[] {
  if (/[*$|]/.test(step)) return [takeOne(node, step)].filter(each => each !== undefined)
  if (!step.startsWith('<')) return node.fieldChildren(step)
  const kind = step.slice(1, -1)
  return childrenOf(node).flatMap(each => (each.kind === kind ? [each.node] : []))
}

function takeOne(node: Tree, step: string): Tree | undefined {
  if (step.endsWith('*')) return followed(node, step.slice(0, -1))
  if (step.endsWith('$')) return takeAll(node, step.slice(0, -1)).at(-1)
  for (const choice of step.split('|')) {
    const found = choice.startsWith('<') ? childOf(node, choice.slice(1, -1)) : node.field(choice)
    if (found) return found
  }
  return undefined
}

function followed(node: Tree, step: string): Tree {
  let current = node
  for (let next = takeOne(current, step); next; next = takeOne(current, step)) current = next
  return current
}

const childOf = (node: Tree, kind: string) =>
  childrenOf(node).find(each => each.kind === kind)?.node
