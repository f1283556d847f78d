// Where the parts of this repository lie that tests run.

import { join } from 'node:path'

export const REPOSITORY = join(import.meta.dirname, '../..')

/** Node as the repository brings it, whatever the system has. */
export const NODE = join(REPOSITORY, 'node_modules/node/bin/node')

export const PROGRAM = join(REPOSITORY, 'bin/fixpoint.js')
