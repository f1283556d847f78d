// `fixpoint backup` and `fixpoint recover`: a copy of the journal of a project, and what can be read of a damaged one.

import { resolve } from 'node:path'
import { renderDiagnostic } from '../../base/diagnostic.ts'
import {
  backUp,
  type Recovery,
  recover as recoverProject,
} from '../../engine/keeping/journal-care.ts'
import type { Manifest } from '../../journal/manifest.ts'
import { command } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { programName } from '../version.ts'

interface BackupOptions {
  readonly word: string
  readonly withTranscripts: boolean
}

export const backup = command<BackupOptions, Manifest>({
  name: 'backup',
  summary: 'copy the journal of this project into a new folder, also while a run writes to it',
  usage: 'DIR',
  positionals: { min: 1, max: 1 },
  options: {
    transcripts: { type: 'boolean', help: 'also what attempts were told and said' },
  },
  details: [
    'The folder holds every decision, every artifact and a manifest with the hash of each file. It is there whole, or',
    'not at all.',
    'Branches and trees lie in the repository: back that up as you do anyway.',
  ],
  examples: ['fixpoint backup ../backups/monday', 'fixpoint backup /mnt/safe/shop --transcripts'],
  read: args => ({ word: args.positionals[0]!, withTranscripts: args.flag('transcripts') }),
  run: ({ word, withTranscripts }, world) =>
    backUp({
      root: findRoot(world.cwd),
      program: programName,
      target: resolve(world.cwd, word),
      withTranscripts,
      at: new Date(world.now()).toISOString(),
    }),
  view: (manifest, { word }) => ({
    text: `${word} holds the journal up to entry ${manifest.seq}.`,
    json: { target: word, manifest },
    notes: [`Put it back: fixpoint restore ${word}`],
  }),
})

const lostLandings =
  'What landed after that entry stands on its branch: where its run is known and open, the next run reads it back from refs/fixpoint/log.'

export const recover = command<object, Recovery>({
  name: 'recover',
  summary: 'save what can be read of a damaged journal; the damaged one is set aside as it is',
  usage: '',
  positionals: { min: 0, max: 0 },
  details: [
    'Every entry up to the first that does not verify goes into a new journal, which takes the place of the damaged',
    'one. What was lost is listed. A journal that is whole is left alone, and one from a newer program is refused.',
    'Where there is a backup that is newer than the damage, restore that instead.',
  ],
  examples: ['fixpoint recover', 'fixpoint recover --json'],
  read: () => ({}),
  run: (_, world) =>
    recoverProject({
      root: findRoot(world.cwd),
      program: programName,
      environment: world.environment,
    }),
  view: ({ seq, problems, aside }) => ({
    text:
      aside === undefined
        ? `The journal is whole up to entry ${seq}; nothing is to be recovered.`
        : [
            `The journal was recovered up to entry ${seq}. The damaged one lies in ${aside}.`,
            ...problems.map(each => `Lost: ${renderDiagnostic(each)}`),
          ].join('\n'),
    json: { seq, problems, aside: aside ?? null },
    notes: aside === undefined ? [] : [lostLandings],
  }),
})
