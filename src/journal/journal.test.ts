// The SQLite store keeps every promise of the suite, each place being a folder.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openJournal } from './journal.ts'
import { describeStore } from './store-suite.ts'

const root = mkdtempSync(join(tmpdir(), 'fixpoint-journal-'))
afterAll(() => rmSync(root, { recursive: true }))

describeStore('SQLite', {
  open: place => openJournal(join(root, place), { project: 'shop', program: 'fixpoint 0.0.0' }),
})
