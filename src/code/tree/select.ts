// Follows a selector of a query pack from a node to nodes below it. Knows nothing of any language.

import type { Selector } from '../languages/pack.ts'
import type { Tree } from './grammar.ts'

/** The nodes of the first selector that finds any. */
export function selectAll(from: Tree, selector: Selector): readonly Tree[] {
  if (typeof selector === 'string') return follow(from, selector)
  for (const each of selector) {
    const found = follow(from, each)
    if (found.length > 0) return found
  }
  return []
}

export function selectOne(from: Tree, selector: Selector | undefined): Tree | undefined {
  return selector === undefined ? undefined : selectAll(from, selector)[0]
}

function follow(from: Tree, path: string): readonly Tree[] {
  if (path === '.') return [from]
  return path
    .split('/')
    .reduce<readonly Tree[]>((nodes, step) => nodes.flatMap(each => take(each, step)), [from])
}

function take(node: Tree, step: string): readonly Tree[] {
  if (step.endsWith('*')) return [followed(node, step.slice(0, -1))]
  if (step.endsWith('$')) return below(node, step.slice(0, -1)).slice(-1)
  return below(node, step)
}

function followed(node: Tree, step: string): Tree {
  let current = node
  for (let next = below(current, step)[0]; next; next = below(current, step)[0]) current = next
  return current
}

function below(node: Tree, step: string): readonly Tree[] {
  for (const choice of step.split('|')) {
    const found = choice.startsWith('<')
      ? childrenOf(node, choice.slice(1, -1))
      : node.fieldChildren(choice)
    if (found.length > 0) return found
  }
  return []
}

const childrenOf = (node: Tree, kind: string) =>
  node.children().filter(child => child.kind() === kind)
