// What composing the routes of a repository asks of the rest of it. Only types.

import type { Starting } from './exported-applications.ts'
import type { Repository } from './look-up.ts'
import type { TextOf } from './read-marks.ts'

export interface Surroundings extends Repository, Starting {
  /** Another file that is no test brings in what this one offers under the name. */
  readonly isImported: (file: string, name: string) => boolean
  /** The same by that very name, and not as a whole. */
  readonly isImportedByName: (file: string, name: string) => boolean
  /** What configuration puts in front of the routes of a file. */
  readonly basePath: (framework: string, file: string) => string
  /** The text that a name of a file stands for. */
  readonly textOf: TextOf
}
