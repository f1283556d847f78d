// What `init` would do in a folder, as a list: decided from what is there, before anything is written.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isRepository } from '../../base/git.ts'
import { CONFIG_FILE } from '../../config/read.ts'
import { configTemplate } from '../../config/template.ts'
import type { Project } from '../project.ts'

export type Step =
  | { readonly kind: 'create' | 'replace' | 'append'; readonly file: string; readonly text: string }
  | { readonly kind: 'begin'; readonly file: string }
  | { readonly kind: 'keep'; readonly file: string }
  | { readonly kind: 'configure'; readonly key: string; readonly value: string }

/** git calls this when two branches changed the state: it merges by resource, not by line. */
export const mergeDriver = { name: 'fixpoint', command: 'fixpoint state merge %O %A %B' } as const

export function planSteps(project: Project, spec: string): Step[] {
  const { root, specFile, stateFile } = project
  const isThere = (file: string) => existsSync(resolve(root, file))
  return [
    { kind: isThere(specFile) ? 'replace' : 'create', file: specFile, text: spec },
    { kind: isThere(stateFile) ? 'keep' : 'begin', file: stateFile },
    ...(isThere(CONFIG_FILE) ? [] : [created(CONFIG_FILE, configTemplate())]),
    ...(isThere(IGNORE_FILE) ? [] : [created(IGNORE_FILE, ignored)]),
    ...attributeSteps(root, stateFile),
    ...(isRepository(root) ? driverSteps : []),
  ]
}

const IGNORE_FILE = '.fixpoint/.gitignore'
const ATTRIBUTES_FILE = '.gitattributes'

const ignored = '# Journal, caches and logs of this machine.\n/local/\n'

const created = (file: string, text: string): Step => ({ kind: 'create', file, text })

const driverSteps: readonly Step[] = [
  {
    kind: 'configure',
    key: `merge.${mergeDriver.name}.name`,
    value: 'Fixpoint state, by resource',
  },
  { kind: 'configure', key: `merge.${mergeDriver.name}.driver`, value: mergeDriver.command },
]

function attributeSteps(root: string, stateFile: string): Step[] {
  const path = resolve(root, ATTRIBUTES_FILE)
  const line = `${stateFile} merge=${mergeDriver.name}`
  if (!existsSync(path)) return [created(ATTRIBUTES_FILE, `${line}\n`)]
  const before = readFileSync(path, 'utf8')
  if (before.split('\n').some(each => each.trim() === line)) return []
  const gap = before === '' || before.endsWith('\n') ? '' : '\n'
  return [{ kind: 'append', file: ATTRIBUTES_FILE, text: `${gap}${line}\n` }]
}
