// What a build leaves out, whatever it is built for: items of Rust under `#[cfg(any())]`, files of Go with `//go:build ignore`, and the
// ruled out branches of `#if` in Swift, whose grammar knows only their lines.

import { type Dead, emptied } from './blanks.ts'
import type { Tree } from './grammar.ts'
import { childrenOf } from './select.ts'

export function leftOut(root: Tree, source: string, language: string): readonly Dead[] {
  if (language === 'rust') return mayBeNever.test(source) ? neverConfigured(root, source) : []
  if (language === 'go') return ignoredFile(source)
  return language === 'swift' ? deadDirectives(source) : []
}

const NEVER = String.raw`cfg\s*\(\s*(any\s*\(\s*\)|false|FALSE)\s*,?\s*\)\s*\]`
const mayBeNever = new RegExp(NEVER)
const isNever = new RegExp(String.raw`^#!?\[\s*${NEVER}$`)

function neverConfigured(root: Tree, source: string): readonly Dead[] {
  return root.findAll({ rule: { regex: String.raw`^#!?\[\s*${NEVER}$` } }).flatMap(node => {
    const kind = String(node.kind())
    const block = node.parent()
    if (
      !isNever.test(node.text()) ||
      !/^(source_file|declaration_list|block)$/.test(String(block?.kind()))
    )
      return []
    if (kind === 'inner_attribute_item') {
      const { start, end } = block!.range()
      return block!.kind() === 'source_file' ? [emptied(start.index, end.index, source)] : []
    }
    if (kind !== 'attribute_item') return []
    const siblings = childrenOf(block!)
    const from = node.range().start.index
    const place = siblings.findIndex(each => each.node.range().start.index === from)
    const item = siblings.slice(place).find(each => !isBeside(each.kind))
    if (!item?.node.isNamed()) return []
    let first = place
    while (isBeside(siblings[first - 1]?.kind ?? '')) first--
    const start = siblings[first]!.node.range().start.index
    return [emptied(start, item.node.range().end.index, source)]
  })
}

const isBeside = (kind: string) => kind === 'attribute_item' || kind.includes('comment')

const ignored = /^\/\/\s*(?:go:build|\+build)[ \t]+ignore[ \t]*$/m

/** A program by itself may still be run by `go run`: generators are written so. */
function ignoredFile(source: string): readonly Dead[] {
  const clause = /^package[ \t]+(\w+)/m.exec(source)
  if (!clause || !ignored.test(source.slice(0, clause.index))) return []
  if (clause[1] === 'main' && /^func main\(/m.test(source)) return []
  return [emptied(clause.index + clause[0].length, source.length, source)]
}

interface Open {
  /** Where the branch that is being read begins, if it never runs. */
  dead: number | undefined
  /** One of the branches before always runs. */
  isDecided: boolean
  /** Every condition so far is a constant. */
  isConstant: boolean
  /** The lines of its directives. */
  readonly lines: Dead[]
}

const directive = /^[ \t]*#(if|elseif|else|endif)\b[ \t]*(.*?)[ \t]*(?:\/\/.*)?\r?$/gm

function deadDirectives(source: string): readonly Dead[] {
  const dead: Dead[] = []
  const open: Open[] = []
  for (const { 0: line, 1: word, 2: condition, index } of source.matchAll(directive)) {
    const end = index + line.length
    if (word === 'if') open.push({ dead: undefined, isDecided: false, isConstant: true, lines: [] })
    const branch = open.at(-1)
    if (!branch) continue
    if (branch.dead !== undefined) dead.push(emptied(branch.dead, index, source))
    branch.lines.push(emptied(index, end, source))
    if (word === 'endif') {
      open.pop()
      if (branch.isConstant) dead.push(...branch.lines)
      continue
    }
    const isElse = word === 'else'
    branch.dead = branch.isDecided || (!isElse && condition === 'false') ? end : undefined
    branch.isConstant &&= isElse || /^(?:true|false)$/.test(condition!)
    branch.isDecided ||= condition === 'true'
  }
  return dead
}
