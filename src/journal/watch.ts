// Tells that the journal changed: at once for this process, by asking SQLite for its data version for all others.
// Asking costs a microsecond and works wherever the journal does, where file events differ by platform, miss
// memory-mapped writes and run out of handles. It never keeps a process alive.

import type { Database } from './database.ts'
import type { Head } from './model.ts'

/** The longest that a change by another process goes unseen. */
export const watchPollMs = 50

export interface Watchers {
  add(onChange: (head: Head) => void): () => void
  /** This process has written. */
  notify(head: Head): void
  close(): void
}

export function openWatchers(database: Database, readHead: () => Head): Watchers {
  const listeners = new Set<(head: Head) => void>()
  let timer: NodeJS.Timeout | undefined
  let seen: unknown
  const notify = (head: Head) => {
    for (const each of [...listeners]) each(head)
  }
  const poll = () => {
    const version = dataVersion(database)
    if (version === seen) return
    seen = version
    notify(readHead())
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  return {
    add: onChange => {
      listeners.add(onChange)
      if (!timer) {
        seen = dataVersion(database)
        timer = setInterval(poll, watchPollMs).unref()
      }
      return () => {
        listeners.delete(onChange)
        if (listeners.size === 0) stop()
      }
    },
    notify,
    close: () => {
      listeners.clear()
      stop()
    },
  }
}

function dataVersion(database: Database): unknown {
  return database.first('dataVersion')?.data_version
}
