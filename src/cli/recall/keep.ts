// Keeps the view of a refresh for the next one, with everything that it was made from. Refuses whenever something else than
// content had a say, or something changed while it was made.

import { statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { digestOfTree, type GitTree, isGitTree, readGitTree } from '../../code/git-tree.ts'
import { mayHaveChangedSince } from '../../code/limits.ts'
import { readConfig } from '../../config/read.ts'
import { settleState } from '../../state/change.ts'
import { digestOf } from '../../state/digest.ts'
import { addressOf } from '../../state/read.ts'
import type { View } from '../command.ts'
import type { FoundInCode, Refreshed } from '../refreshing.ts'
import type { Entry } from './entry.ts'
import { hashesOf } from './program.ts'
import type { Recall } from './recall.ts'
import { writeSealed } from './sealed.ts'

export async function keepView(recall: Recall, refreshed: Refreshed, view: View): Promise<void> {
  const { request, digest, beganMs } = recall
  if (digest === undefined || mayHaveChangedSince(refreshed.codebase.changedMs(), beganMs)) return
  if (!(await restsOnContent(refreshed))) return
  const marks = marksBehind(recall, refreshed)
  if (!marks) return
  await keepEntry(recall, refreshed, {
    marks,
    evidence: refreshed.kept,
    isQuiet: refreshed.codebase.diagnostics.length === 0,
    view: request.isJson ? { ...view, text: '' } : { ...view, json: {} },
  })
}

/**
 * The view of before, where the code is another one and all that was found in it is the same: it shows nothing else of the code.
 * The evidence that it was made of must be the very one that is remembered.
 */
export async function viewAgain(recall: Recall, found: FoundInCode): Promise<View | undefined> {
  const { known } = recall
  if (!known?.isQuiet || known.evidence === undefined) return undefined
  if (found.again !== known.evidence || found.codebase.diagnostics.length > 0) return undefined
  await keepEntry(recall, found, known)
  return known.view
}

type Kept = Pick<Entry, 'marks' | 'evidence' | 'isQuiet' | 'view'>

async function keepEntry(recall: Recall, found: Behind, kept: Kept): Promise<void> {
  const { digest, path, beganMs } = recall
  if (digest === undefined || mayHaveChangedSince(found.codebase.changedMs(), beganMs)) return
  const files = filesBehind(recall, found)
  const tree = await treeAgain(recall, found)
  if (!files || !tree) return
  const { marks, evidence, isQuiet, view } = kept
  const noFolders = declaredOutside(recall, found)
  const index = await indexOf(tree, recall)
  const entry: Entry = { tree: digest, index, files, marks, noFolders, evidence, isQuiet, view }
  writeSealed(path, JSON.stringify(entry))
}

type Behind = Pick<FoundInCode, 'desk' | 'codebase'>

/** What a file's content or name alone brings about. Other trouble may be over the next time. */
const lasting = /^code\/(too-large|strange-name)$/

/** Results of checks depend on programs and on time, and reports may lie anywhere. */
async function restsOnContent({ desk, codebase }: Refreshed): Promise<boolean> {
  const { file } = await readConfig(desk.project.root)
  return (
    file.reports === undefined &&
    desk.spec.resources.every(each => each.checks.length === 0) &&
    codebase.diagnostics.every(each => lasting.test(each.code))
  )
}

/** Undefined where one of them may have been another when it was read. */
function filesBehind({ files, beganMs }: Recall, { desk }: Behind) {
  const { project, handle, included } = desk
  if (included === undefined) return undefined
  const spec = resolve(project.root, project.specFile)
  const state = join(handle.store.place, handle.name)
  const folder = isAbsolute(project.specFile) ? dirname(spec) : project.root
  const parts = Object.entries(included).map(([path, hash]) => [join(folder, path), hash] as const)
  const known = { ...files, ...Object.fromEntries(parts) }
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

/** Where no file that was read changed since the command began, and git says of the tree what it said then. */
async function treeAgain({ request, digest, beganMs }: Recall, { codebase }: Behind) {
  if (mayHaveChangedSince(codebase.changedMs(), beganMs)) return undefined
  const answer = await readGitTree(request.codeRoot)
  return isGitTree(answer) && digestOfTree(request.codeRoot, answer) === digest ? answer : undefined
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
