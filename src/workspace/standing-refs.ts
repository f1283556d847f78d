// Reads refs, and moves those that keep no record of their moves, through processes that live as long as their owner needs them.
// A branch is never moved here: git notes in its record when it moved, by a clock that it reads once in a process.

import { DiagnosticError } from '../base/diagnostic.ts'
import type { Git } from './git.ts'
import { ObjectReader } from './objects.ts'
import { type Reading, StandingGit } from './standing-git.ts'

const unrecorded = /^refs\/fixpoint\//
const COMMITTED = 'commit: ok\n'

export class StandingRefs {
  readonly #objects: ObjectReader
  readonly #updates: StandingGit

  constructor(git: Git) {
    this.#objects = new ObjectReader(git)
    const settings = { 'core.logAllRefUpdates': 'false' }
    this.#updates = new StandingGit(git, ['update-ref', '--no-deref', '--stdin'], { settings })
  }

  /** Undefined where there is none, or where what it names is not in the repository. */
  async target(ref: string): Promise<string | undefined> {
    return (await this.#objects.info(ref))?.id
  }

  /** One transaction, in the words of `update-ref --stdin`; false where it was not done this way, for whatever reason. */
  async move(refs: readonly string[], input: string): Promise<boolean> {
    if (!refs.every(each => unrecorded.test(each))) return false
    try {
      return await this.#updates.ask(input, readCommitted)
    } catch (cause) {
      if (cause instanceof DiagnosticError) return false
      throw cause
    }
  }

  close(): void {
    this.#objects.close()
    this.#updates.close()
  }
}

/** Git says `start: ok`, `prepare: ok` and `commit: ok`, each when it is done, and ends where it cannot. */
function readCommitted(bytes: Buffer): Reading<true> {
  const end = bytes.indexOf(COMMITTED)
  return end < 0 ? { neededBytes: 0 } : { value: true, lengthBytes: end + COMMITTED.length }
}
