// Names of a script's own that it only hands out: `module.exports = { run }`, `exports.run = run`, `export default run`, also in the hands
// of a wrapper; and those that it only adds to: `Card.displayName = 'card'`. Nobody uses them by that.

import type { Declaration, Reference } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

/** Undefined for any other place, and for names that are declared elsewhere. */
export type HandedOut = (node: Tree, name: string, on: string | undefined) => Reference['handsOut']

export function handedOut(declarations: readonly Declaration[]): HandedOut {
  const own = new Set(declarations.filter(each => each.parent < 0).map(each => each.name))
  return (node, name, on) => {
    if (!own.has(name)) return undefined
    if (on !== undefined) return isExports(on) && isTarget(node) ? 'by name' : undefined
    return byAssignment(node, name) ?? (isWholeExport(node) ? 'as a whole' : undefined)
  }
}

const isExports = (on: string) => on === 'exports' || on === ''

const kindOf = (node: Tree | null) => String(node?.kind() ?? '')

/** The member in front of `=`. */
function isTarget(node: Tree): boolean {
  const member = node.parent()
  const left = member?.parent()?.field('left')
  return kindOf(member) === 'member_expression' && left?.id() === member?.id() && isOfExports(left)
}

const isOfExports = (left: Tree | null | undefined) =>
  /^(?:module\s*\.\s*)?exports\b/.test(left?.text() ?? '')

function byAssignment(node: Tree, name: string): Reference['handsOut'] {
  if (isAddedTo(node)) return 'by name'
  const value = isPlainEntry(node, name) ? node.ancestors().find(isObject) : outermostCall(node)
  const assignment = value?.parent()
  if (!value || !assignment || kindOf(assignment) !== 'assignment_expression') return undefined
  const left = assignment.field('left')?.text() ?? ''
  if (assignment.field('right')?.id() !== value.id()) return undefined
  const given = /^(?:module\s*\.\s*)?exports(?:\s*\.\s*([\w$]+))?$/.exec(left)
  if (!given) return left.startsWith(`${name}.`) ? 'by name' : undefined
  if (given[1] !== undefined)
    return given[1] === name && value.id() === node.id() ? 'by name' : undefined
  if (isObject(value)) return 'by name'
  return left.startsWith('module') ? 'as a whole' : undefined
}

const isObject = (node: Tree) => kindOf(node) === 'object'

/** `{ run }`, `{ run: run }` */
function isPlainEntry(node: Tree, name: string): boolean {
  if (kindOf(node) === 'shorthand_property_identifier') return true
  const pair = node.parent()
  return kindOf(pair) === 'pair' && pair?.field('key')?.text() === name
}

/** `Card.displayName = …`, `Pond.prototype.fill = …`: what stands in front of the dot. */
function isAddedTo(node: Tree): boolean {
  let member = node.parent()
  if (kindOf(member) !== 'member_expression' || member?.field('object')?.id() !== node.id())
    return false
  while (kindOf(member!.parent()) === 'member_expression') member = member!.parent()
  const assignment = member!.parent()
  return (
    kindOf(assignment) === 'assignment_expression' &&
    assignment?.field('left')?.id() === member!.id() &&
    kindOf(assignment.parent()) === 'expression_statement' &&
    kindOf(assignment.parent()?.parent() ?? null) === 'program'
  )
}

/** The name itself, or the calls that it is handed to: `memo(Card)`, `connect(state)(Card)`. */
function outermostCall(node: Tree): Tree {
  let outer = node
  for (let at = node.parent(); at; at = at.parent()) {
    if (kindOf(at) === 'call_expression') outer = at
    else if (kindOf(at) !== 'arguments') break
  }
  return outer
}

/** `export default Card`, `export default memo(Card)`, `export = Card` */
function isWholeExport(node: Tree): boolean {
  const statement = outermostCall(node).parent()
  return (
    kindOf(statement) === 'export_statement' &&
    /^export\s*(?:default\b|=)/.test(statement!.text().slice(0, 40))
  )
}
