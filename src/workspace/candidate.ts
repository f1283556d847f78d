// The commit that would land: the integration tip with one attempt's changes, merged in memory. A conflict is a value with
// everything that a fresh attempt needs to know; nothing is checked out and no merge driver of the repository runs.

import { refuse } from '../base/diagnostic.ts'
import { type CommitRequest, writeCommit } from './commit.ts'
import { byteNames, readable, runGit } from './git.ts'
import type { Repository } from './open.ts'

export interface CandidateRequest extends Omit<CommitRequest, 'tree' | 'parents'> {
  /** The tip of the integration line, or another candidate that is expected to land first. */
  readonly onto: string
  /** The kept commit of an attempt: its tree, on the base it started from. */
  readonly attempt: string
  /** The attempt is history to keep, not changes to take over: it becomes the second parent. */
  readonly isMerge?: boolean
}

export interface Candidate {
  readonly commit: string
  readonly tree: string
  readonly onto: string
}

export interface ConflictSide {
  readonly mode: string
  readonly id: string
}

export interface Conflict {
  readonly path: string
  /** As git names it: `contents`, `modify/delete`, `rename/rename` and so on; and `add/add`. */
  readonly kind: string
  readonly message: string
  readonly base?: ConflictSide
  /** What already stands on the integration line. */
  readonly ours?: ConflictSide
  /** What the attempt made of it. */
  readonly theirs?: ConflictSide
  /** The merged text with its markers; absent where there is none, or where it is long. */
  readonly markers?: string
}

export type Merged =
  | { readonly kind: 'candidate'; readonly candidate: Candidate }
  /** Everything in the attempt stands on the line already. */
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }

export async function buildCandidate(
  repository: Repository,
  { onto, attempt, isMerge = false, ...commit }: CandidateRequest,
): Promise<Merged> {
  const merge = await mergeTrees(repository, onto, attempt)
  if ('conflicts' in merge) return { kind: 'conflict', conflicts: merge.conflicts }
  const { tree } = merge
  if (!isMerge && tree === (await repository.objects.treeOf(onto))) return { kind: 'nothing-new' }
  const parents = isMerge ? [onto, attempt] : [onto]
  const id = await writeCommit(repository, { ...commit, tree, parents })
  return { kind: 'candidate', candidate: { commit: id, tree, onto } }
}

const CONFLICTED = 1
const MAX_MARKED_BYTES = 64 * 1024

export async function mergeTrees(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<{ readonly tree: string } | { readonly conflicts: readonly Conflict[] }> {
  const { objects } = repository
  // What was made on this very commit needs no merging: its tree is the result.
  if ((await objects.info(`${theirs}^`))?.id === ours) return { tree: await objects.treeOf(theirs) }
  const words = ['merge-tree', '--write-tree', '-z', '--messages', ours, theirs]
  const settings = { 'merge.conflictStyle': 'diff3', 'merge.directoryRenames': 'false' }
  const { code, stdout, stderr } = await runGit(repository.git, words, {
    settings,
    accepts: [0, CONFLICTED],
  })
  const fields = byteNames(stdout)
  const tree = fields[0]
  // It ends with the same code where it could not read one of the two, and then names no tree.
  if (tree === undefined) refuse('git/no-merge', `git merge-tree: ${stderr.trim()}`)
  if (code === 0) return { tree }
  const { sides, messages } = readConflicts(fields.slice(1))
  const conflicts = messages.map(({ paths, kind, message }) =>
    describe(repository, tree, sides, paths, kind, message),
  )
  return { conflicts: await Promise.all(conflicts) }
}

interface Side extends ConflictSide {
  readonly stage: string
  readonly path: string
}

interface Message {
  readonly paths: readonly string[]
  readonly kind: string
  readonly message: string
}

/** Sides as `<mode> <id> <stage>\t<path>` up to an empty field; then, for each message, the number of its paths, the paths, a kind and a text. */
function readConflicts(fields: readonly string[]) {
  const end = fields.indexOf('')
  const sides = fields.slice(0, end).map(readSide)
  const messages: Message[] = []
  for (let next = end + 1; next < fields.length; ) {
    const last = next + 1 + Number(fields[next])
    const paths = fields.slice(next + 1, last)
    messages.push({ paths, kind: fields[last] ?? '', message: readable(fields[last + 1] ?? '') })
    next = last + 2
  }
  return { sides, messages: messages.filter(({ kind }) => kind.startsWith('CONFLICT')) }
}

function readSide(field: string): Side {
  const [mode = '', id = '', stage = ''] = field.slice(0, field.indexOf('\t')).split(' ')
  return { mode, id, stage, path: field.slice(field.indexOf('\t') + 1) }
}

async function describe(
  repository: Repository,
  tree: string,
  sides: readonly Side[],
  paths: readonly string[],
  kind: string,
  message: string,
): Promise<Conflict> {
  const [path = ''] = paths
  const at = (stage: string) => {
    const side = sides.find(each => each.stage === stage && paths.includes(each.path))
    return side && { mode: side.mode, id: side.id }
  }
  const [base, ours, theirs] = [at('1'), at('2'), at('3')]
  const named = kind.replace(/^CONFLICT \((.*)\)$/, '$1')
  const markers = await markersAt(repository, `${tree}:${readable(path)}`)
  return {
    path: readable(path),
    kind: !base && ours && theirs && named === 'contents' ? 'add/add' : named,
    message: message.trim(),
    ...(base && { base }),
    ...(ours && { ours }),
    ...(theirs && { theirs }),
    ...(markers && { markers }),
  }
}

async function markersAt({ objects }: Repository, name: string): Promise<string | undefined> {
  if (name.includes('\n')) return undefined
  const info = await objects.info(name)
  if (info?.type !== 'blob' || info.sizeBytes > MAX_MARKED_BYTES) return undefined
  const text = (await objects.content(info.id))?.toString('utf8')
  return text?.includes('<<<<<<<') ? text : undefined
}
