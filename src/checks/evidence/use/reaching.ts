// Whether a function leads to another one, by the functions that it refers to and those that these refer to. Gives up where that would
// be a long way: circles of dead code are small.

import type { Codebase } from '../../../code/codebase.ts'
import type { Meanings } from './meanings.ts'

export interface Place {
  readonly path: string
  readonly name: string
}

export interface Reaching {
  readonly codebase: Codebase
  readonly meanings: Meanings
}

const MOST_FUNCTIONS = 60
const MOST_FILES = 6

export function reachesOne(from: Place, goals: readonly Place[], reaching: Reaching): boolean {
  const isGoal = ({ path, name }: Place) =>
    goals.some(each => each.path === path && each.name === name)
  const files = new Set([from.path, ...goals.map(each => each.path)])
  const known = new Set<string>()
  const open = [from]
  for (let at = open.shift(); at; at = open.shift()) {
    const next = usedBy(at, reaching)
    if (next.some(isGoal)) return true
    for (const each of next) {
      const key = `${each.path}#${each.name}`
      if (known.has(key) || known.size >= MOST_FUNCTIONS) continue
      if (files.size >= MOST_FILES && !files.has(each.path)) continue
      known.add(key)
      files.add(each.path)
      open.push(each)
    }
  }
  return false
}

/** Functions that it refers to, where it is told whose they are. */
function usedBy({ path, name }: Place, { codebase, meanings }: Reaching): readonly Place[] {
  const { declarations = [] } = codebase.outline(path) ?? {}
  const own = declarations.filter(each => each.name === name)
  const isFunction = (place: Place) =>
    codebase
      .outline(place.path)
      ?.declarations.some(each => each.name === place.name && each.kind === 'function') ?? false
  return codebase
    .depth(path)
    .references.filter(({ line }) => own.some(each => line >= each.line && line <= each.endLine))
    .flatMap(use => meanings.of(path, use))
    .flatMap(({ name, files = [path] }) => files.map(file => ({ path: file, name })))
    .filter(isFunction)
}
