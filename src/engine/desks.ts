// The workspaces that this process has open, by what they are for. One left by a process that died is never worked in again: it goes
// back to the pool, and is handed out after its reset was proved.

import type { Person } from '../workspace/commit.ts'
import type { Repository } from '../workspace/open.ts'
import {
  acquireWorkspace,
  adoptWorkspace,
  releaseWorkspace,
  type Workspace,
} from '../workspace/pool.ts'

export class Desks {
  readonly #repository: Repository
  readonly #identity: Person
  readonly #open = new Map<string, Workspace>()

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

  /** What a dead process held for this purpose is free again. */
  async releaseAbandoned(purpose: string): Promise<void> {
    const left = await adoptWorkspace(this.#repository, purpose)
    if (left) releaseWorkspace(left)
  }

  close(purpose: string): void {
    const workspace = this.#open.get(purpose)
    if (!workspace) return
    this.#open.delete(purpose)
    releaseWorkspace(workspace)
  }

  closeAll(): void {
    for (const purpose of [...this.#open.keys()]) this.close(purpose)
  }
}
