// `fixpoint version`.

import { command } from '../command.ts'
import { programVersion } from '../version.ts'

export const version = command({
  name: 'version',
  summary: 'print the version',
  usage: '',
  positionals: { min: 0, max: 0 },
  examples: ['fixpoint version', 'fixpoint --version --json'],
  read: () => ({}),
  run: () => ({ program: programVersion, node: process.versions.node }),
  view: ({ program, node }) => ({ text: `fixpoint ${program}`, json: { fixpoint: program, node } }),
})
