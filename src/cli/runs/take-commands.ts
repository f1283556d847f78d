// The commands by which a person takes what a run landed, as they are typed for where its target is checked out; and what has to make room.

import { join } from 'node:path'
import { shellWord } from '../../base/shell-word.ts'
import type { Run } from '../../kernel/model.ts'
import type { InTheWay, LinesNow, TargetNow } from './lines-now.ts'

/** What a person takes of a run: its branch, or the commit that was proved where the branch is somewhere else by now. */
export function wordFor(run: Run, { lines, tags }: LinesNow): string {
  if (isMoved(run, lines)) return run.tip.slice(0, 10)
  const line = lineName(run)
  return tags.has(line) ? `heads/${line}` : line
}

export const movedText = (run: Run, { lines }: LinesNow): string | undefined =>
  isMoved(run, lines)
    ? `${lineName(run)} is not where this journal left it: ${run.tip.slice(0, 10)} is what it knows as proved`
    : undefined

const isMoved = ({ id, tip }: Run, lines: LinesNow['lines']) => (lines.get(id) ?? tip) !== tip

export const lineName = ({ id }: Run) => `fixpoint/${id}`

/** Git, as it is typed for where the target is checked out. */
const gitAt = ({ here }: LinesNow, { checkout }: TargetNow) =>
  checkout === undefined || checkout === here ? 'git' : `git -C ${shellWord(checkout)}`

export function forwardCommand(
  now: LinesNow,
  found: TargetNow,
  target: string,
  line: string,
): string {
  if (found.checkout === undefined) return `git fetch . ${shellWord(`${line}:${target}`)}`
  return `${gitAt(now, found)} merge --ff-only ${line}`
}

export function mergeCommand(
  now: LinesNow,
  found: TargetNow,
  target: string,
  line: string,
): string {
  if (found.checkout === undefined) return `git switch ${shellWord(target)} && git merge ${line}`
  return `${gitAt(now, found)} merge ${line}`
}

export const pickCommand = (
  now: LinesNow,
  found: TargetNow,
  target: string,
  commits: readonly string[],
) => {
  const pick = `cherry-pick ${commits.map(each => each.slice(0, 10)).join(' ')}`
  return found.checkout === undefined
    ? `git switch ${shellWord(target)} && git ${pick}`
    : `${gitAt(now, found)} ${pick}`
}

const MOST_NAMES = 5

export const named = (files: readonly string[]) =>
  [
    ...files.slice(0, MOST_NAMES),
    ...(files.length > MOST_NAMES ? [`and ${files.length - MOST_NAMES} more`] : []),
  ].join(', ')

/** Under another name beside it, and over nothing. */
export const aside = ({ checkout }: TargetNow, ignored: readonly InTheWay[]) =>
  ignored
    .map(each => [each.path, each.aside].map(name => shellWord(join(checkout!, name))))
    .map(([from, to]) => `mv -n ${from} ${to}`)

/** Git writes over them without asking. */
export const inTheWay = ({ checkout }: TargetNow, ignored: readonly InTheWay[]) =>
  `${checkout} has files that git ignores where it would write: ${named(ignored.map(each => each.path))}; move them away first`

/** Putting the very files aside would end in conflict markers, and nobody would have proved the two together. */
export const commitFirst = (now: LinesNow, found: TargetNow, target: string, line: string) =>
  `${gitAt(now, found)} commit -am "Work in progress" && fixpoint land ${line} --into ${shellWord(target)}`
