// The few files in which a tree differs from the one that evidence was found in, told by git, each read by the scanners alone.
// Answers nothing where that does not tell everything: a file that came or went, whose bytes evidence rests on, or that only a grammar
// reads.

import { existsSync, lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Changed } from '../../checks/evidence/remembering/changed-files.ts'
import type { Asked } from '../../checks/evidence/remembering/remembered.ts'
import { type FactCache, isVerified, outlineKey, verifiedKey } from '../../code/cache.ts'
import type { FileHead } from '../../code/codebase.ts'
import { asCode } from '../../code/component.ts'
import type { TreeMark } from '../../code/git-tree.ts'
import { packFiles } from '../../code/languages/pack-files.ts'
import type { Outline } from '../../code/model.ts'
import { hasScanner, outlineOf } from '../../code/outline.ts'
import { encodeOutline, isSameRecord, namesIn } from '../../code/outline-codec.ts'
import { headOf } from '../../code/own-code.ts'
import { isUnnamed } from '../../code/resolving/paths.ts'
import { blobOf, isSource, readSource } from '../../code/source-file.ts'
import { mayHoldDeadCode } from '../../code/tree/may-hold-dead-code.ts'

/** With more of them the memory is worth being made anew. */
const MOST_TOUCHED = 32

/** A file that is not as it is tracked, or was not when the evidence was found. */
export interface Touched extends Changed {
  /** Of the content that it has now. */
  readonly id: string
  readonly isAsBefore: boolean
  /** Whether its outline is the one of then, and it is not empty. */
  readonly isReadAlike: boolean
  /** What it declared then, and what it declares now: nothing where nothing reads such a file, or where it is as before. */
  readonly namesBefore: readonly string[]
  readonly outline: Outline | undefined
  /** The outline as it is kept, and its key. */
  readonly record: readonly [key: string, record: Uint8Array] | undefined
  readonly head: FileHead
  readonly changedMs: number
}

export async function touchedFiles(
  before: Asked,
  mark: TreeMark,
  root: string,
  outlines: FactCache,
): Promise<readonly Touched[] | undefined> {
  if (mark.index !== before.mark?.index) return undefined
  const paths = new Set([...before.mark.touched, ...mark.touched])
  if (paths.size > MOST_TOUCHED || packFiles(root).length > 0 || hasCome(before, root))
    return undefined
  const files: Touched[] = []
  for (const path of paths) {
    const file = await touchedFile(path, before, root, outlines)
    if (!file) return undefined
    files.push(file)
  }
  return files
}

/** Something that was asked for and was not there. */
const hasCome = ({ paths, count }: Asked, root: string) =>
  paths.slice(count).some(path => existsSync(join(root, path)))

async function touchedFile(
  path: string,
  { paths, count, ids, resources }: Asked,
  root: string,
  outlines: FactCache,
): Promise<Touched | undefined> {
  const place = paths.indexOf(path)
  const id = ids[place]
  const isFile = lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile()
  if (!id || place >= count || !isFile) return undefined
  const source = readSource(root, path)
  if (!isSource(source)) return undefined
  const { bytes, changedMs } = source
  const plainKey = outlineKey(path, blobOf(bytes))
  const key = isVerified(id, path) ? verifiedKey(plainKey) : plainKey
  const same = { ...nothingNew, path, place, id: key, head: headOf(bytes), changedMs }
  if (id === key) return { ...same, isAsBefore: true }
  // Its evidence is found anew, and that is for others to do: no need to look closer.
  if ([...resources.values()].some(each => each.paths.includes(place))) return undefined
  const before = outlines.find(id)
  const isOrWasScript = isScript(bytes) || (before !== undefined && namesIn(before).length > 0)
  if (isUnnamed(path)) return isOrWasScript || (await isReadByTree(path)) ? undefined : same
  if (!hasScanner(path)) return before || (await isReadByTree(path)) ? undefined : same
  const plain = before && scanned(path, bytes)
  const outline = plain && key !== plainKey ? await confirmed(plain, path, bytes) : plain
  if (!outline) return undefined
  const record = encodeOutline(outline)
  const isReadAlike = bytes.length > 0 && isSameRecord(before, record)
  return { ...same, isReadAlike, namesBefore: namesIn(before!), outline, record: [key, record] }
}

const isScript = (bytes: Uint8Array) => bytes[0] === HASH && bytes[1] === BANG

const HASH = 35
const BANG = 33

const nothingNew = {
  isAsBefore: false,
  isReadAlike: false,
  namesBefore: [],
  outline: undefined,
  record: undefined,
}

/** Loaded only for kinds of files that no scanner reads. */
async function isReadByTree(path: string): Promise<boolean> {
  const { packFor } = await import('../../code/languages/all.ts')
  return packFor(path) !== undefined
}

/** Undefined where a grammar might say otherwise. */
function scanned(file: string, content: Uint8Array): Outline | undefined {
  const { path, bytes } = asCode(file, content)
  if (mayHoldDeadCode(path, bytes)) return undefined
  const outline = outlineOf(path, bytes)
  return outline.isSuspect || outline.mayBeUnreached ? undefined : outline
}

/** Undefined where a grammar has the last word. Loaded only for files that a resource names. */
async function confirmed(outline: Outline, path: string, bytes: Uint8Array) {
  const { syntaxProblems, withProblems } = await import('../../code/syntax.ts')
  let isSure = true
  const problems = syntaxProblems(path, bytes, () => {
    isSure = false
    return undefined
  })
  return isSure ? withProblems(outline, problems) : undefined
}
