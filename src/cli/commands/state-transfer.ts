// `fixpoint state pull` and `state push`: the whole state out of its backend and into it, serial and lineage checked.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../../base/diagnostic.ts'
import { readState, renderState, type State } from '../../state/read.ts'
import { replaceState } from '../../state/transfer.ts'
import { loadState, storeState } from '../../state/update.ts'
import { command } from '../command.ts'
import { writeOutput } from '../output-file.ts'
import { fromRoot, lockRequest, openProjectState } from '../project.ts'
import { lockOptions, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'

interface PullOptions {
  readonly flags: ProjectFlags
  readonly output: string | undefined
}

export const statePull = command<PullOptions, State>({
  name: 'state pull',
  summary: 'write the stored state to a file, or to stdout',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write it to FILE' },
  },
  examples: ['fixpoint state pull -o local_backup.json', 'fixpoint state pull > local_backup.json'],
  read: args => ({ flags: projectFlags(args), output: args.text('output') }),
  async run({ flags, output }, world) {
    const { project, handle } = await openProjectState(flags, world)
    const state =
      (await loadState(handle)) ??
      refuse('state/absent', 'there is no state yet', {
        at: { file: handle.label },
        fix: 'run fixpoint init',
      })
    if (output !== undefined) writeOutput(output, renderState(state), project, world)
    return state
  },
  view(state, { output }) {
    if (output === undefined)
      return { text: renderState(state).trimEnd(), json: state, isDocument: true }
    const json = { output, serial: state.serial, resources: state.resources.length }
    return { text: `Pulled: ${output} (${json.resources} resources, serial ${json.serial})`, json }
  },
})

interface PushOptions {
  readonly flags: ProjectFlags
  readonly input: string | undefined
  readonly isForced: boolean
}

export const statePush = command<PushOptions, { state: State; isWritten: boolean }>({
  name: 'state push',
  summary: 'store the state in a file, if it is a later one of this project',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    ...lockOptions,
    input: { type: 'string', short: 'i', value: 'FILE', help: 'the file to store' },
    force: { type: 'boolean', help: 'store it although it is older or of another lineage' },
  },
  examples: ['fixpoint state push -i local_backup.json'],
  read: args => ({
    flags: projectFlags(args),
    input: args.text('input'),
    isForced: args.flag('force'),
  }),
  async run({ flags, input, isForced }, world) {
    const { project, handle } = await openProjectState(flags, world)
    if (input === undefined)
      return refuse('state/no-input', 'no file to push', { fix: 'name one with -i FILE' })
    const path = resolve(world.cwd, input)
    const incoming = readState(readFileSync(path, 'utf8'), fromRoot(world.cwd, path))
    const { after, isWritten } = await storeState(
      handle,
      lockRequest(project.settings, 'state push', world),
      current => replaceState(current, incoming, input, isForced),
    )
    return { state: after, isWritten }
  },
  view({ state, isWritten }, { input }) {
    const json = {
      input,
      serial: state.serial,
      resources: state.resources.length,
      changed: isWritten,
    }
    const text = isWritten
      ? `Pushed: ${input} (${json.resources} resources, serial ${json.serial})`
      : 'No change: the same state is stored already.'
    return { text, json }
  },
})
