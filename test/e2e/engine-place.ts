// A project of a test as the place of an engine that is started as a process of its own, told to stop, or killed.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../crash/place.ts'
import type { TestRepository } from './repository.ts'

export function placeOf({ root, git }: TestRepository): Place {
  const home = join(root, '..')
  mkdirSync(join(home, 'tmp'), { recursive: true })
  return { home, root, git }
}
