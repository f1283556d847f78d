// Code that never runs because the text itself says so: `if (false) { … }`, `if False:`, `#if 0`, what stands behind a `return`, what a
// build leaves out. Blanked before anybody reads what it declares, uses or registers.

import type { Range } from '../recognize/python/reader.ts'
import { afterJumps } from './after-jumps.ts'
import { blanked, withParts } from './blanks.ts'
import { deadBranches } from './dead-branches.ts'
import type { Parser, Tree } from './grammar.ts'
import { leftOut } from './left-out.ts'
import { mayFollowJump } from './may-follow-jump.ts'
import { hasError } from './problems.ts'

export interface Live {
  /** The very text where nothing of it is dead. */
  readonly source: string
  readonly root: Tree
}

/** What runs. A text that parses must not stop doing so: where it would, all of it counts as running. */
export function readLive(parser: Parser, text: string): Live {
  const whole = { source: text, root: parser.parse(text) }
  const source = withoutDeadCode(whole.root, text, parser.pack.language)
  if (source === text) return whole
  const live = { source, root: parser.parse(source) }
  return hasError(live.root) && !hasError(whole.root) ? whole : live
}

function withoutDeadCode(root: Tree, source: string, language: string): string {
  const jumped = mayFollowJump(Buffer.from(source), language)
    ? afterJumps(root, source, language)
    : []
  return withParts(source, [
    ...deadBranches(root, source, language),
    ...jumped,
    ...leftOut(root, source, language),
  ])
}

/** Without blocks whose places are known. */
export const withoutBlocks = (source: string, blocks: readonly Range[]) =>
  withParts(
    source,
    blocks.map(({ start, end }) => blanked(start, end, source)),
  )
