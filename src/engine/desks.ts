// The workspaces that this process has open, by what they are for. One left by a process that died is never worked in again: it goes
// back to the pool, and is handed out after its reset was proved.

import type { Person } from '../workspace/commit.ts'
import { readLease, standingOf } from '../workspace/lease.ts'
import type { Repository } from '../workspace/open.ts'
import {
  acquireWorkspace,
  adoptWorkspace,
  clearTrash,
  releaseWorkspace,
  type Workspace,
} from '../workspace/pool.ts'
import { listSlots } from '../workspace/slot.ts'

export class Desks {
  readonly #repository: Repository
  readonly #identity: Person
  readonly #open = new Map<string, Workspace>()
  readonly #laid = new Set<string>()

  constructor(repository: Repository, identity: Person) {
    this.#repository = repository
    this.#identity = identity
  }

  find(purpose: string): Workspace | undefined {
    return this.#open.get(purpose)
  }

  /** A fresh workspace on `base`, whatever lay under that purpose before. */
  async open(purpose: string, base: string): Promise<Workspace> {
    this.close(purpose)
    await this.releaseAbandoned(purpose)
    const workspace = await acquireWorkspace(this.#repository, {
      attempt: purpose,
      base,
      identity: this.#identity,
    })
    this.#open.set(purpose, workspace)
    return workspace
  }

  /** It holds what an earlier attempt has kept. */
  noteLaid(purpose: string): void {
    this.#laid.add(purpose)
  }

  isLaid(purpose: string): boolean {
    return this.#laid.has(purpose)
  }

  /** What a dead process held for this purpose is free again. */
  async releaseAbandoned(purpose: string): Promise<void> {
    const left = await adoptWorkspace(this.#repository, purpose)
    if (left) releaseWorkspace(left)
  }

  /** The same for all that dead processes did for attempts: those are over. What they were removing is removed. */
  async clearAfterTheDead(): Promise<void> {
    for (const { folder } of listSlots(this.#repository)) {
      const lease = readLease(folder)
      if (lease && isOfAttempt(lease.attempt) && standingOf(lease) === 'orphaned')
        await this.releaseAbandoned(lease.attempt)
    }
    await clearTrash(this.#repository)
  }

  close(purpose: string): void {
    const workspace = this.#open.get(purpose)
    if (!workspace) return
    this.#open.delete(purpose)
    this.#laid.delete(purpose)
    releaseWorkspace(workspace)
  }

  closeAll(): void {
    for (const purpose of [...this.#open.keys()]) this.close(purpose)
  }
}

/** `r1/T01#2`, alone or with what is done for it after a colon. A workspace that a person opened has another name. */
const isOfAttempt = (purpose: string) => /#\d+(:|$)/.test(purpose)
