// Files that a command was asked to write. The project's own files are never among them.

import { resolve } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { refuse } from '../base/diagnostic.ts'
import { CONFIG_FILE } from '../config/read.ts'
import type { Project } from './project.ts'
import type { World } from './world.ts'

export function writeOutput(
  file: string,
  text: string,
  { root, specFile, stateFile }: Project,
  { cwd }: World,
): void {
  const path = resolve(cwd, file)
  const own = [specFile, stateFile, CONFIG_FILE].map(each => resolve(root, each))
  if (own.includes(path))
    refuse('output/own-file', 'this is a file of the project itself', {
      at: { file },
      fix: 'name another file',
    })
  writeFileAtomic(path, text)
}
