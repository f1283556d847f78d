// Which files of a folder are as they were committed. Asks git, once, and only where somebody asks; elsewhere than in a repository none is.

import { askGit } from '../base/git.ts'

export function asCommitted(folder: string): (path: string) => boolean {
  let known: { readonly tracked: Set<string>; readonly changed: Set<string> } | undefined
  return path => {
    known ??= {
      tracked: namesIn(folder, 'ls-files', '-z'),
      changed: namesIn(folder, 'diff', '--name-only', '--no-renames', '--relative', '-z', 'HEAD'),
    }
    return known.tracked.has(path) && !known.changed.has(path)
  }
}

function namesIn(folder: string, ...words: readonly string[]): Set<string> {
  const answer = askGit(folder, ...words)
  return new Set(answer?.isOk ? answer.text.split('\0') : [])
}
