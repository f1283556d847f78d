// `fixpoint restore`: a journal from its backup, or the tree of an earlier turn that the next attempt of a unit goes on from.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import { restore as restoreJournal } from '../../engine/keeping/journal-care.ts'
import type { Restored } from '../../journal/restore.ts'
import { command } from '../command.ts'
import { findRoot } from '../project.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'

interface Options {
  readonly word: string
  readonly replaces: boolean
}

export const restore = command<Options, Restored>({
  name: 'restore',
  summary: 'put the journal of this project back from a backup',
  usage: 'DIR',
  positionals: { min: 1, max: 1 },
  options: {
    force: { type: 'boolean', help: 'also where there is a journal; that one is set aside' },
  },
  details: [
    'The backup is verified before anything is touched: each file by its hash, and each entry by the chain. One of another project or from a newer program is refused.',
  ],
  examples: ['fixpoint restore ../backups/monday', 'fixpoint restore ../backups/monday --force'],
  read: args => ({ word: args.positionals[0]!, replaces: args.flag('force') }),
  run: ({ word, replaces }, world) => fromBackup(word, replaces, world),
  view: ({ manifest: { seq, at, program }, aside }) => ({
    text: `The journal is back as it was on ${at}, up to entry ${seq}, by ${program}.`,
    json: { seq, at, program, aside: aside ?? null },
    notes: aside === undefined ? [] : [`The journal that was here lies in ${aside}.`],
  }),
})

function fromBackup(word: string, replaces: boolean, world: World): Promise<Restored> {
  const path = resolve(world.cwd, word)
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    refuse('backup/none', `there is no folder ${word}`, {
      fix: 'name the folder that fixpoint backup made',
    })
  return restoreJournal(path, { root: findRoot(world.cwd), program: programName, replaces })
}
