// The journal of a project on this machine: one folder, SQLite inside. This file puts the parts together;
// each of them says in its own file what it promises.

import { DiagnosticError } from '../base/diagnostic.ts'
import { appendBatch, findBatch, isNew, readHead, type Writer } from './append.ts'
import { backupJournal } from './backup.ts'
import { claim, claimAll } from './claim.ts'
import { beat, readEffects } from './effects-table.ts'
import { encodeBatch } from './encode.ts'
import { pages, startAt } from './entries.ts'
import { erase } from './erase.ts'
import { openHeadFile } from './head-file.ts'
import { type Layout, layoutOf } from './layout.ts'
import type { AppendResult, Batch, Claims, Entry, Head, Journal, JournalEvent } from './model.ts'
import { type JournalOptions, openWriter } from './opening.ts'
import { openPresence } from './presence.ts'
import { loadSnapshot, saveSnapshot } from './snapshots.ts'
import { verifyJournal } from './verify.ts'
import { openWatchers } from './watch.ts'

export async function openJournal<Event extends JournalEvent = JournalEvent>(
  folder: string,
  options: JournalOptions,
): Promise<Journal<Event>> {
  const writer = openWriter(folder, options)
  const layout = layoutOf(folder)
  const { database } = writer
  const requireThere = openPresence(layout.decisions)
  const { changed, watchers, close } = followChanges(writer, layout, options)
  return {
    project: writer.project,
    head: async () => readHead(writer),
    append: async (batch, claims) => {
      requireThere()
      const result = append(writer, batch, claims)
      if (isNew(result)) changed({ seq: result.last, hash: result.hash })
      return result
    },
    findBatch: async id => findBatch(database, id),
    read: (from, to = Number.MAX_SAFE_INTEGER) => {
      requireThere()
      return read<Event>(writer, from, to)
    },
    effects: async () => readEffects(database),
    claim: async (query, record) => {
      requireThere()
      const result = claim(writer, query, record)
      if (result.kind === 'claimed') changed(readHead(writer))
      return result
    },
    heartbeat: async (lease, expiresAt) => database.relaxed(() => beat(database, lease, expiresAt)),
    saveSnapshot: async snapshot => saveSnapshot(database, snapshot),
    loadSnapshot: async kernel => loadSnapshot(database, kernel),
    erase: async erasure => {
      const result = erase(writer, erasure)
      changed(readHead(writer))
      return result
    },
    verify: async () => verifyJournal(writer),
    backup: async (target, options) => backupJournal(writer, layout, target, options),
    watch: watchers.add,
    close: async () => close(),
  }
}

/** Bookkeeping after each commit of this process: the head file, then the listeners. */
function followChanges(writer: Writer, layout: Layout, options: JournalOptions) {
  const watchers = openWatchers(writer.database, () => readHead(writer))
  const headFile = options.isReadOnly ? undefined : openHeadFile(layout.head)
  return {
    watchers,
    changed: (head: Head) => {
      headFile?.write(head)
      watchers.notify(head)
    },
    close: () => {
      watchers.close()
      headFile?.close()
      writer.database.close()
    },
  }
}

function append(writer: Writer, batch: Batch, claims: Claims | undefined): AppendResult {
  const encoded = encodeBatch(batch, writer.artifacts)
  return writer.database.transaction(() => {
    const result = appendBatch(writer, encoded)
    return claims ? claimAll(writer, result, claims) : result
  }, isNew)
}

async function* read<Event extends JournalEvent>(
  writer: Writer,
  from: number,
  to: number,
): AsyncGenerator<readonly Entry<Event>[]> {
  const start = startAt(writer, from)
  if (!start) return
  for (const page of pages<Event>(writer, start, to)) {
    if (page.entries.length > 0) yield page.entries
    if (page.damage) throw new DiagnosticError([page.damage])
  }
}
