// A copy of a journal that others go on writing, whole or absent: it gets its name when everything in it is on the disk.

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { refuse } from '../base/diagnostic.ts'
import { readHead, type Writer } from './append.ts'
import { openArtifacts } from './artifacts.ts'
import { Database } from './database.ts'
import { render } from './head-file.ts'
import { type Layout, layoutOf } from './layout.ts'
import { writeManifest } from './manifest.ts'
import type { BackupOptions, Head } from './model.ts'

/** More claims than anybody makes after a backup, so that a restored journal repeats no fencing token. */
export const fenceLeap = 1_000_000_000

export function backupJournal(
  writer: Writer,
  from: Layout,
  target: string,
  { program, at, withTranscripts }: BackupOptions,
): void {
  const { project } = writer
  buildFolder(target, partial => {
    writer.database.copyInto(partial.decisions)
    if (withTranscripts) copyTranscripts(from, partial)
    copyArtifacts(writer, partial)
    const head = sealCopy(partial, project)
    const transcripts = existsSync(partial.transcripts)
    writeManifest(partial.folder, { program, project, at, head, transcripts })
  })
}

/** Makes a folder under another name first, so that `target` is never seen half made. */
export function buildFolder<T>(target: string, fill: (partial: Layout) => T): T {
  if (existsSync(target))
    refuse('journal/exists', 'the target is there already', {
      at: { file: target },
      fix: 'name a folder that does not exist',
    })
  const partial = `${target}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  try {
    const result = fill(layoutOf(partial))
    renameSync(partial, target)
    return result
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

export function copyTranscripts(from: Layout, to: Layout): void {
  if (!existsSync(from.transcripts)) return
  const transcripts = new Database(from.transcripts, { durability: 'NORMAL', isReadOnly: true })
  try {
    transcripts.copyInto(to.transcripts)
  } finally {
    transcripts.close()
  }
}

/** Reading and putting verifies each one on the way. */
function copyArtifacts(writer: Writer, to: Layout): void {
  const copies = openArtifacts(to.artifacts)
  for (const hash of writer.artifacts.list()) copies.put(writer.artifacts.read(hash))
}

function sealCopy(copy: Layout, project: string): Head {
  const database = new Database(copy.decisions, { durability: 'FULL' })
  try {
    database.run('leapFence', 0, fenceLeap)
    const head = readHead({ database, project })
    if (head.seq > 0) writeFileAtomic(copy.head, render(head))
    return head
  } finally {
    database.close()
  }
}
