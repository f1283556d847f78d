// A journal in a project of a test, written as the engine writes it: events of the kernel through the room `journal`.

import { firstProjectName, journalFolder } from '../../src/engine/journal-place.ts'
import { openJournal } from '../../src/journal/journal.ts'
import type { Event } from '../../src/kernel/event.ts'

export async function writeJournal(root: string, events: readonly Event[]): Promise<void> {
  const journal = await openJournal<Event>(journalFolder(root), {
    project: firstProjectName(root),
    program: 'fixpoint test',
  })
  try {
    await journal.append({ id: 'all', expectedSeq: 0, events })
  } finally {
    await journal.close()
  }
}
