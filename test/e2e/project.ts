// A project for one test: a fresh folder with the given files, gone when the test ends.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type Circumstances,
  fixpoint,
  type Outcome,
  type ProgramCircumstances,
  program,
} from './cli.ts'

export interface Project {
  readonly root: string
  readonly path: (file: string) => string
  readonly read: (file: string) => string
  readonly write: (file: string, content: string) => void
  /** Every file below the root, sorted; what git keeps is left out. */
  readonly files: () => readonly string[]
  /** Every file with its content: two of them are equal when nothing was touched. */
  readonly snapshot: () => Readonly<Record<string, string>>
  readonly fixpoint: (
    line: string | readonly string[],
    circumstances?: Partial<Circumstances>,
  ) => Promise<Outcome>
  readonly program: (
    line: string | readonly string[],
    circumstances?: Partial<ProgramCircumstances>,
  ) => Promise<Outcome>
}

export function project(files: Readonly<Record<string, string>> = {}): Project {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'fixpoint-test-')))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const root = join(home, 'project')
  for (const folder of ['project', 'home']) mkdirSync(join(home, folder))
  for (const [file, content] of Object.entries(files)) put(join(root, file), content)
  return openProject(root)
}

/** A folder that is there already. */
export function openProject(root: string): Project {
  const path = (file: string) => join(root, file)
  const read = (file: string) => readFileSync(path(file), 'utf8')
  const list = () => filesBelow(root)
  return {
    root,
    path,
    read,
    write: (file, content) => put(path(file), content),
    files: list,
    snapshot: () => Object.fromEntries(list().map(file => [file, read(file)])),
    fixpoint: (line, circumstances) => fixpoint(line, { cwd: root, ...circumstances }),
    program: (line, circumstances) => program(line, { cwd: root, ...circumstances }),
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(file => !file.startsWith('.git/'))
    .sort()
}
