// `fixpoint state merge`: what git calls when two branches changed the state file. Writes the result over OURS, as git expects.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeFileAtomic } from '../../base/atomic-file.ts'
import { type MergedState, mergeStates } from '../../state/merge.ts'
import { emptyState, readState, renderState, type State } from '../../state/read.ts'
import { command } from '../command.ts'

export const stateMerge = command<{ files: readonly string[] }, MergedState>({
  name: 'state merge',
  summary: 'merge two states that grew from one (the git merge driver)',
  usage: 'BASE OURS THEIRS',
  positionals: { min: 3, max: 3 },
  examples: ['fixpoint state merge base.json ours.json theirs.json'],
  details: ['Git calls it as merge driver for the state file; fixpoint init installs it.'],
  read: args => ({ files: args.positionals }),
  run({ files }, world) {
    const [base, ours, theirs] = files.map(file => readSide(resolve(world.cwd, file), file)) as [
      State,
      State,
      State,
    ]
    const merged = mergeStates(base, ours, theirs)
    writeFileAtomic(resolve(world.cwd, files[1]!), renderState(merged.state))
    return merged
  },
  view: ({ state, contested }) => ({
    text: `Merged: ${state.resources.length} resources, serial ${state.serial}`,
    json: { serial: state.serial, resources: state.resources.length, contested },
    notes: contested.map(each => `Both sides changed ${each}; the later one was kept.`),
  }),
})

/** Git hands an empty file where a side had none. */
function readSide(path: string, label: string): State {
  const text = readFileSync(path, 'utf8')
  return text.trim() === '' ? emptyState('') : readState(text, label)
}
