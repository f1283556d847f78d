// A few resources read again, beside the rows of all others as they were shown before: what a view is made of that differs from a known
// one in these alone. Under the same state, marks and locks stand as they stood.

import { type NarrowEvidence, readNarrow } from '../../checks/evidence/narrow.ts'
import { type FoundAnew, withFoundAnew } from '../../checks/evidence/remembering/memory.ts'
import type { Evidence } from '../../evidence/weigh.ts'
import { type ShownRow, shownRow } from '../../plan/views/report-row.ts'
import type { View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { viewInOneForm, writeEntry } from './entry.ts'
import { type EvidenceOnDisk, writeEvidence } from './evidence-place.ts'
import { type FilesNow, keepOutlines, knownFiles, watchedFiles } from './known-files.ts'
import type { Recall } from './recall.ts'
import { decodeRows, type KeptRows, withRows } from './rows.ts'

export interface Anew {
  /** Of the resources that were read again. */
  readonly evidence: readonly Evidence[]
  /** Of all resources, in their order. */
  readonly rows: readonly ShownRow[]
  readonly keep: (next: ShownNext) => void
}

/** What the next refresh will show. */
export interface ShownNext {
  readonly view: View
  readonly rows: readonly ShownRow[]
  /** Hashes of files that were written here; undefined where none were. */
  readonly files: Readonly<Record<string, string>> | undefined
}

export interface Rereading {
  /** Of the resources that may have other evidence now. */
  readonly addresses: readonly string[]
  readonly files: FilesNow
  /** Where evidence is kept, and what is. */
  readonly place: string
  readonly before: EvidenceOnDisk
  /** No file is so young that it may have changed since it was read. */
  readonly isSettled: boolean
}

/** Undefined where one of them cannot be read by its files alone. */
export async function readAnew(
  rereading: Rereading,
  recall: Recall,
  paint: Paint,
): Promise<Anew | undefined> {
  const { files, isSettled } = rereading
  const { isJson } = recall.request
  const text = recall.rows()
  const kept = decodeRows(text)
  const found = kept && (await findAnew(rereading, kept))
  // Whoever reads on finds them read.
  if (!found || isSettled) keepOutlines(files)
  if (!found) return undefined
  const evidence = new Map(found.map(each => [each.evidence.address, each.evidence]))
  const rows = kept.rows.map(row => {
    const own = evidence.get(row.address)
    return own ? rowAgain(row, own, paint) : row
  })
  return {
    evidence: [...evidence.values()],
    rows,
    keep(next) {
      if (isSettled)
        keepAnew(rereading, recall, found, { ...next, text: withRows(text, next.rows, isJson) })
    },
  }
}

type Found = NarrowEvidence & FoundAnew

async function findAnew(
  { addresses, files }: Rereading,
  { declared }: KeptRows,
): Promise<readonly Found[] | undefined> {
  const known = knownFiles(files)
  const found: Found[] = []
  for (const address of addresses) {
    const own = declared(address)
    const read = own && (await readNarrow(own.resource, own.required, known))
    if (!read) return undefined
    found.push({ ...own, ...read })
  }
  return found
}

/** Who keeps its verdict, and from what it was, is a matter of the state alone. */
function rowAgain(row: ShownRow, evidence: Evidence, paint: Paint): ShownRow {
  const status = row.keptBy === undefined ? evidence.status : row.status
  return shownRow({ ...row, evidence, status }, paint)
}

function keepAnew(
  { files, place, before }: Rereading,
  { digest, known, path, request }: Recall,
  found: readonly Found[],
  next: ShownNext & { readonly text: string },
): void {
  const whole = before.whole()
  if (!whole) return
  const remembered = withFoundAnew(whole, found, watchedFiles(files))
  writeEvidence(place, remembered)
  const evidence = remembered.found
  if (!known || digest === undefined || evidence === null) return
  const again = {
    tree: next.files ? null : digest,
    files: { ...known.files, ...next.files },
    evidence,
    view: viewInOneForm(next.view, request.isJson),
  }
  writeEntry(path, { ...known, ...again }, next.text)
}
