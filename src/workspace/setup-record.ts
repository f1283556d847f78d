// What the setup command left in a workspace, and whether it still lies there as it was left. Reading only; a record that
// does not hold is worth nothing, and its files go with the next sweep.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { fingerprint, type Sharing, sharings } from './outputs.ts'
import type { Slot } from './slot.ts'

const recordSchema = z.object({
  /** Of the command and everything it depends on. */
  key: z.string(),
  /** The topmost paths that it made, one character per byte. */
  outputs: z.array(z.string()),
  fingerprint: z.string(),
  sharing: z.enum(sharings),
})

export type SetupRecord = z.infer<typeof recordSchema>

const recordFile = (folder: string) => join(folder, 'setup.json')

export function readRecord(folder: string): SetupRecord | undefined {
  try {
    return z.parse(recordSchema, JSON.parse(readFileSync(recordFile(folder), 'utf8')))
  } catch {
    return undefined // none, or half written by a process that died: then the setup is done again
  }
}

export async function writeRecord(
  folder: string,
  tree: string,
  wanted: { readonly key: string; readonly outputs: string[]; readonly sharing: Sharing },
): Promise<SetupRecord> {
  const record = { ...wanted, fingerprint: await fingerprint(tree, wanted.outputs, wanted.sharing) }
  writeFileAtomic(recordFile(folder), JSON.stringify(record))
  return record
}

export function forgetRecord(folder: string): void {
  rmSync(recordFile(folder), { force: true })
}

/** Whether everything that was recorded lies below `tree` exactly as it was left. */
export async function isIntact(record: SetupRecord, tree: string): Promise<boolean> {
  return record.fingerprint === (await fingerprint(tree, record.outputs, record.sharing))
}

/** The paths that a reset may leave alone. */
export async function keptOutputs(slot: Slot): Promise<ReadonlySet<string>> {
  const record = readRecord(slot.folder)
  if (!record) return new Set()
  if (await isIntact(record, slot.tree)) return new Set(record.outputs)
  forgetRecord(slot.folder)
  return new Set()
}
