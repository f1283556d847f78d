// What to type for a run that is over and whose landings the branch that is checked out does not hold. Asks git, and moves nothing.

import { askGit } from '../../base/git.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { Run } from '../../kernel/model.ts'

/** Undefined where there is nothing to bring: nothing landed, the branch is gone, or HEAD holds it all. */
export function bringHome(root: string, { id, status, base, tip }: Run): string | undefined {
  if (status !== 'finished' || tip === base) return undefined
  const line = `fixpoint/${id}`
  const holds = (newer: string, older: string) =>
    askGit(root, 'merge-base', '--is-ancestor', older, newer)?.isOk === true
  if (!holds(`refs/heads/${line}`, tip) || holds('HEAD', tip)) return undefined
  if (holds(tip, 'HEAD')) return `git merge --ff-only ${line}`
  const head = askGit(root, 'symbolic-ref', '--quiet', 'HEAD')
  if (!head?.isOk) return undefined
  const target = head.text.replace(/^refs\/heads\//, '')
  return `fixpoint land ${line} --into ${shellWord(target)}`
}
