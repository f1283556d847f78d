// Where a project lies and what a command was told of it. Reads nothing: a command may start here and need no more.

import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CONFIG_FILE } from '../config/read.ts'
import type { Args, OptionSpecs } from './command.ts'
import type { World } from './world.ts'

/** Options that every command on a spec and a state takes. */
export const projectOptions: OptionSpecs = {
  spec: { type: 'string', value: 'FILE', help: 'the spec file' },
  state: { type: 'string', value: 'FILE', help: 'the state file' },
}

export const lockOptions: OptionSpecs = {
  'lock-timeout': {
    type: 'string',
    value: 'TIME',
    help: 'how long to wait for the lock of the state (30s)',
  },
}

/** What a command was told about its project on the command line. */
export type ProjectFlags = Readonly<Record<string, string | undefined>>

export const projectFlags = (args: Args, ...names: string[]): ProjectFlags =>
  Object.fromEntries(
    ['spec', 'state', 'lock-timeout', ...names].map(name => [name, args.text(name)]),
  )

export const SPEC_FILES = ['fixpoint.spec.yaml', 'terra4mice.spec.yaml']
export const STATE_FILES = ['fixpoint.state.json', 'terra4mice.state.json']

/** The nearest folder upwards that holds a spec or a config, not beyond the repository; else where we are. */
export function findRoot(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if ([...SPEC_FILES, CONFIG_FILE].some(each => existsSync(join(folder, each)))) return folder
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return resolve(cwd)
  }
}

/** Where the code of a project lies, unless `--root` says otherwise. */
export const codeRootOf = (root: string, flag: string | undefined, { cwd }: World) =>
  flag === undefined ? root : resolve(cwd, flag)
