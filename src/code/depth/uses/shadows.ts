// Names that a function gives a meaning of its own: its parameters, and what its body makes of them. Only of languages that look a plain
// name up by scope. Fixtures of Python are given to tests by the name of a parameter: in files of tests it is a reference.

import { script } from '../../languages/named-rule.ts'
import { isTestFile } from '../../test-files.ts'
import type { Tree } from '../../tree/grammar.ts'

interface Shadow {
  readonly start: number
  readonly end: number
}

export interface Shadows {
  /** The name at this place is a parameter, or means one. */
  readonly hide: (name: string, on: string | undefined, offset: number) => boolean
}

const kinds = ['formal_parameters', 'parameters', 'lambda_parameters'].map(kind => ({ kind }))

export function readShadows(
  root: Tree,
  source: string,
  { path, language }: { readonly path: string; readonly language: string },
): Shadows {
  const isPython = language === 'python'
  const hasScopes = script.some(each => each === language) || (isPython && !isTestFile(path))
  if (!hasScopes) return { hide: () => false }
  const byName = new Map<string, Shadow[]>()
  const add = (name: string, ...ranges: readonly Shadow[]) => {
    const known = byName.get(name)
    if (known) known.push(...ranges)
    else byName.set(name, [...ranges])
  }
  for (const node of root.findAll({
    rule: { any: isPython ? kinds.slice(1) : kinds.slice(0, 1) },
  })) {
    const [own, whole] = [node.range(), node.parent()?.range()]
    if (!whole) continue
    for (const { name, at } of parametersIn(source.slice(own.start.index, own.end.index))) {
      const start = own.start.index + at
      add(name, { start, end: start + 1 }, { start: own.end.index, end: whole.end.index })
    }
  }
  const arrows = isPython
    ? []
    : root.findAll({ rule: { kind: 'arrow_function', has: bareParameter } })
  for (const arrow of arrows) {
    const [name, whole] = [arrow.field('parameter'), arrow.range()]
    if (name) add(name.text(), { start: name.range().start.index, end: whole.end.index })
  }
  const lookUps = new Map<string, (offset: number) => boolean>()
  const covers = (name: string, ranges: Shadow[]) => {
    const known = lookUps.get(name) ?? coverOf(ranges)
    lookUps.set(name, known)
    return known
  }
  return {
    hide(name, on, offset) {
      const ranges = on === undefined ? byName.get(name) : undefined
      return ranges !== undefined && covers(name, ranges)(offset)
    },
  }
}

/** Whether some range holds an offset: a bundle has thousands of one name, so how far those reach that begin before it is kept. */
function coverOf(ranges: readonly Shadow[]): (offset: number) => boolean {
  const sorted = ranges.toSorted((one, other) => one.start - other.start)
  const reach = new Float64Array(sorted.length)
  for (const [at, { end }] of sorted.entries()) reach[at] = Math.max(end, reach[at - 1] ?? end)
  return offset => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    return low > 0 && offset < reach[low - 1]!
  }
}

const bareParameter = { field: 'parameter', kind: 'identifier' }

const parameter =
  /^\s*(?:(?:public|private|protected|readonly|override)\s+)*(?:\.\.\.|\*{1,2})?\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*(?=$|[?:=])/u

/** Plain ones; who takes an object apart asks it for members of these names. */
function parametersIn(list: string): readonly { readonly name: string; readonly at: number }[] {
  const bare = list.startsWith('(') ? list.slice(1, -1) : list
  const shift = list.startsWith('(') ? 1 : 0
  const found: { readonly name: string; readonly at: number }[] = []
  for (const { text, at } of itemsOf(bare)) {
    const match = parameter.exec(text)
    if (match) found.push({ name: match[1]!, at: shift + at + match[0].lastIndexOf(match[1]!) })
  }
  return found
}

/** Parted at the commas that stand in no bracket. */
function itemsOf(list: string): readonly { readonly text: string; readonly at: number }[] {
  const items: { readonly text: string; readonly at: number }[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= list.length; at++) {
    const char = list[at]
    if (char === undefined || (char === ',' && depth === 0)) {
      items.push({ text: list.slice(from, at), at: from })
      from = at + 1
    } else if ('([{'.includes(char)) depth++
    else if (')]}'.includes(char)) depth--
  }
  return items
}
