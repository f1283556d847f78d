// Performs the steps of `init`. What is to be created is never overwritten, also when somebody else is faster.

import { appendFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { createFileAtomic, writeFileAtomic } from '../../base/atomic-file.ts'
import { refuse } from '../../base/diagnostic.ts'
import { askGit } from '../../base/git.ts'
import { openLocalStore } from '../../state/backends/local.ts'
import { beginState } from '../../state/begin.ts'
import type { World } from '../world.ts'
import type { Step } from './steps.ts'

export async function performSteps(
  steps: readonly Step[],
  root: string,
  world: World,
): Promise<void> {
  for (const step of steps) await performStep(step, root, world)
}

async function performStep(step: Step, root: string, world: World): Promise<void> {
  switch (step.kind) {
    case 'keep':
      return
    case 'create':
      if (!createFileAtomic(resolve(root, step.file), step.text)) refuseExisting(step.file)
      return
    case 'replace':
      return writeFileAtomic(resolve(root, step.file), step.text)
    case 'append':
      return appendFileSync(resolve(root, step.file), step.text)
    case 'begin':
      return begin(resolve(root, step.file), world)
    case 'configure':
      askGit(root, 'config', '--local', step.key, step.value)
  }
}

async function begin(path: string, world: World): Promise<void> {
  const handle = { store: openLocalStore(dirname(path)), name: basename(path), label: path }
  await beginState(handle, world.newId(), world.now())
}

export function refuseExisting(file: string): never {
  refuse('init/exists', `${file} is already there; nothing was written`, {
    fix: 'fixpoint init --force replaces the spec and keeps the state',
  })
}
