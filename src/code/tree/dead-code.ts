// Code that never runs because the text itself says so: `if (false) { … }`, `if False:`, `#if 0`, what stands behind a `return`, what a
// build leaves out. Blanked before anybody reads what it declares, uses or registers.

import type { Range } from '../recognize/python/reader.ts'
import { afterJumps } from './after-jumps.ts'
import { blanked, withParts } from './blanks.ts'
import { deadBranches } from './dead-branches.ts'
import type { Tree } from './grammar.ts'
import { leftOut } from './left-out.ts'
import { mayFollowJump } from './may-follow-jump.ts'

/** The very text where nothing of it is dead. */
export function withoutDeadCode(root: Tree, source: string, language: string): string {
  const jumped = mayFollowJump(Buffer.from(source), language)
    ? afterJumps(root, source, language)
    : []
  return withParts(source, [
    ...deadBranches(root, source),
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
