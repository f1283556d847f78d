// Where a journal keeps its files. A journal is a folder: the decisions, the last head seen, transcripts and artifacts.
// Transcripts have a database of their own, so that a chatty agent neither holds the write lock of the
// decisions nor makes their fsync carry its output, and can be thrown away without touching them.

import { join } from 'node:path'

export interface Layout {
  readonly folder: string
  readonly decisions: string
  readonly head: string
  readonly transcripts: string
  readonly artifacts: string
  /** What is remembered beside the decisions; in no backup. */
  readonly asides: string
}

export function layoutOf(folder: string): Layout {
  return {
    folder,
    decisions: join(folder, 'decisions.db'),
    head: join(folder, 'head'),
    transcripts: join(folder, 'transcripts.db'),
    artifacts: join(folder, 'artifacts'),
    asides: join(folder, 'asides'),
  }
}
