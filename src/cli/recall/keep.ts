// Keeps the view of a refresh for the next one, with everything that it was made from. Refuses whenever something else than
// content had a say, or something changed while it was made.

import { statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { sha256 } from '../../base/hash.ts'
import { digestOfTree, type GitTree, isGitTree, readGitTree } from '../../code/git-tree.ts'
import { mayHaveChangedSince } from '../../code/limits.ts'
import { readConfig } from '../../config/read.ts'
import type { ShownRow } from '../../plan/views/report-row.ts'
import { isChecked } from '../../spec/bound-checks.ts'
import { requiredLevel } from '../../spec/model.ts'
import { settleState } from '../../state/change.ts'
import { digestOf } from '../../state/digest.ts'
import { addressOf } from '../../state/read.ts'
import type { Update } from '../../state/update.ts'
import type { View } from '../command.ts'
import type { FoundInCode, Refreshed } from '../refreshing.ts'
import { type Entry, viewInOneForm, writeEntry } from './entry.ts'
import { hashesOf } from './program.ts'
import type { Recall } from './recall.ts'
import { encodeRows } from './rows.ts'

export interface Shown {
  readonly view: View
  readonly rows: readonly ShownRow[]
}

/** `shown` is about the state that `refreshed` holds, which may just have been written. */
export async function keepView(
  recall: Recall,
  refreshed: Refreshed,
  { view, rows }: Shown,
  written?: Update['written'],
): Promise<void> {
  const { request, digest, beganMs } = recall
  if (digest === undefined || mayHaveChangedSince(refreshed.codebase.changedMs(), beganMs)) return
  if (!(await restsOnContent(refreshed))) return
  const marks = marksBehind(recall, refreshed)
  if (!marks) return
  const kept = {
    marks,
    evidence: refreshed.kept,
    isQuiet: refreshed.codebase.diagnostics.length === 0,
    view: viewInOneForm(view, request.isJson),
    rows: () => encodeRows(rows, declaredBehind(refreshed), request.isJson),
  }
  await keepEntry(recall, refreshed, kept, written)
}

/**
 * The view of before, where the code is another one and all that was found in it is the same: it shows nothing else of the code.
 * The evidence that it was made of must be the very one that is remembered.
 */
export async function viewAgain(recall: Recall, found: FoundInCode): Promise<View | undefined> {
  const { known } = recall
  if (!known?.isQuiet || known.evidence === undefined) return undefined
  if (found.again !== known.evidence || found.codebase.diagnostics.length > 0) return undefined
  await keepEntry(recall, found, { ...known, rows: recall.rows })
  return known.view
}

type Kept = Pick<Entry, 'marks' | 'evidence' | 'isQuiet' | 'view'> & Pick<Recall, 'rows'>

async function keepEntry(
  recall: Recall,
  found: Behind,
  kept: Kept,
  written?: Update['written'],
): Promise<void> {
  const { digest, path, beganMs } = recall
  if (digest === undefined || mayHaveChangedSince(found.codebase.changedMs(), beganMs)) return
  const files = filesBehind(recall, found, written)
  const tree = await treeAgain(recall, found, written !== undefined)
  if (!files || !tree) return
  const { marks, evidence, isQuiet, view, rows } = kept
  const noFolders = declaredOutside(recall, found)
  const index = await indexOf(tree.answer, recall)
  const entry: Entry = {
    tree: tree.digest,
    index,
    files,
    marks,
    noFolders,
    evidence,
    isQuiet,
    view,
  }
  writeEntry(path, entry, rows())
}

type Behind = Pick<FoundInCode, 'desk' | 'codebase'>

const declaredBehind = ({ desk, readings }: Refreshed) =>
  readings.map(({ resource }) => ({ resource, required: requiredLevel(desk.spec, resource) }))

/** What a file's content or name alone brings about. Other trouble may be over the next time. */
const lasting = /^code\/(too-large|strange-name)$/

/** Results of checks depend on programs and on time, and reports may lie anywhere. */
async function restsOnContent({ desk, codebase, readings }: Refreshed): Promise<boolean> {
  const { file } = await readConfig(desk.project.root)
  return (
    file.reports === undefined &&
    desk.spec.resources.every(each => !isChecked(desk.spec, each)) &&
    readings.every(each => each.unread === undefined) &&
    codebase.diagnostics.every(each => lasting.test(each.code))
  )
}

/** Undefined where one of them may have been another when it was read. What was written here is known by its text. */
function filesBehind({ files, beganMs }: Recall, { desk }: Behind, written: Update['written']) {
  const { project, handle, included } = desk
  if (included === undefined) return undefined
  const spec = resolve(project.root, project.specFile)
  const state = join(handle.store.place, handle.name)
  const folder = isAbsolute(project.specFile) ? dirname(spec) : project.root
  const parts = Object.entries(included).map(([path, hash]) => [join(folder, path), hash] as const)
  if (written && (written.replaced ?? null) !== files[state]) return undefined
  const own = written && { [state]: sha256(written.text) }
  const known = { ...files, ...Object.fromEntries(parts), ...own }
  const now = hashesOf([...Object.keys(known), spec, state])
  const isSure = Object.entries(now).every(([path, hash]) =>
    path in known ? known[path] === hash : hash !== null && !isFresh(path, beganMs),
  )
  return isSure ? now : undefined
}

const isFresh = (path: string, sinceMs: number) =>
  mayHaveChangedSince(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? sinceMs, sinceMs)

/** Undefined where a mark was held against other files than those that lie there now. */
function marksBehind({ request }: Recall, { desk, readings }: Refreshed) {
  const settled = desk.state ? settleState(desk.state, desk.spec).resources : []
  const entries = new Map(settled.map(each => [addressOf(each), each]))
  const marked = readings.flatMap(({ evidence: { address }, markDigest }) => {
    const entry = entries.get(address)
    return entry?.mark_digest === undefined
      ? []
      : [{ files: entry.files ?? [], digest: markDigest ?? null }]
  })
  const isSure = marked.every(
    each => (digestOf(request.codeRoot, each.files) ?? null) === each.digest,
  )
  return isSure ? marked : undefined
}

/**
 * Where no file that was read changed since the command began, and git says of the tree what it said then. It may say otherwise of a
 * tree in which a state was written: then its digest is not known.
 */
async function treeAgain(
  { request, digest, beganMs }: Recall,
  { codebase }: Behind,
  isWritten: boolean,
) {
  if (mayHaveChangedSince(codebase.changedMs(), beganMs)) return undefined
  const answer = await readGitTree(request.codeRoot)
  if (!isGitTree(answer) || digest === undefined) return undefined
  if (digestOfTree(request.codeRoot, answer) === digest) return { answer, digest }
  return isWritten ? { answer, digest: null } : undefined
}

/** Undefined where the sum may be that of another index than git was asked about: both times it has to be the same. */
async function indexOf({ sum, index }: GitTree, recall: Recall) {
  const then = await recall.tree
  const isSure = isGitTree(then) && then.sum === sum && then.index === index
  return isSure && sum !== undefined && index !== undefined ? { sum, index } : undefined
}

/** Files of the code are no folders while git says the same of them. */
function declaredOutside({ request }: Recall, { desk, codebase }: Behind): string[] {
  const isInside = (path: string) => request.root === request.codeRoot && codebase.has(path)
  const declared = desk.spec.resources.flatMap(each => [...each.files, ...each.tests])
  return [...new Set(declared)].filter(path => !isInside(path))
}
