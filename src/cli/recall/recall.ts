// A view that was made before of the very same things: nothing is read, judged or rendered twice while nothing changed.
// It holds by content alone. Whatever cannot be compared by content is not kept, and only a built program recalls.

import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder } from '../../base/cache-folder.ts'
import { sha256 } from '../../base/hash.ts'
import {
  digestOfMarked,
  isGitTree,
  markOfTree,
  readGitTree,
  type TreeMark,
} from '../../code/git-tree.ts'
import { packFiles } from '../../code/languages/pack-files.ts'
import { CONFIG_FILE } from '../../config/read.ts'
import { digestOf } from '../../state/digest.ts'
import type { View } from '../command.ts'
import { SPEC_FILES, STATE_FILES } from '../project-place.ts'
import type { World } from '../world.ts'
import type { Entry } from './entry.ts'
import { behindAnalysis, hashesOf, programHash } from './program.ts'
import { readSealedParts } from './sealed.ts'

/** Everything that decides a view apart from files. */
export interface Request {
  readonly command: string
  readonly root: string
  readonly codeRoot: string
  /** Plain data. */
  readonly options: unknown
  /** Files that the command line names, from where it was typed. */
  readonly named: readonly (string | undefined)[]
  readonly isJson: boolean
  readonly isColored: boolean
}

export interface Recall {
  readonly request: Request
  /** Where the view is kept. */
  readonly path: string
  /** What git said when the command began. */
  readonly tree: ReturnType<typeof readGitTree>
  /** The same in short; undefined where git does not tell all. */
  readonly mark: TreeMark | undefined
  /** Its digest; undefined where none can be had. */
  readonly digest: string | undefined
  /** Hashes of the files that may decide, as they were when the command began. */
  readonly files: Readonly<Record<string, string | null>>
  /** By the clock of file systems, not by the one that commands show. */
  readonly beganMs: number
  /** A view of before, of which everything but the code is as it was. */
  readonly known: Entry | undefined
  /** Its rows, as they were encoded; '' where they are not known. */
  readonly rows: () => string
  /** The same, where the code is too. */
  readonly view: View | undefined
}

/** Undefined where nothing can be kept. */
export async function recall(request: Request, world: World): Promise<Recall | undefined> {
  const folder = cacheFolder(world.environment)
  if (folder === undefined || programHash === undefined) return undefined
  const beganMs = Date.now()
  // Git answers later than the entry is read.
  const tree = readGitTree(request.codeRoot, () => entry?.index)
  const path = join(folder, 'views', `${slotOf(request, programHash, world)}.view`)
  const kept = readSealedParts(path)
  const entry = kept && (JSON.parse(kept.first.toString()) as Entry)
  const files = hashesOf([...watched(request, folder, world), ...Object.keys(entry?.files ?? {})])
  const answer = await tree
  const mark = isGitTree(answer) ? markOfTree(answer) : undefined
  const digest =
    isGitTree(answer) && mark ? digestOfMarked(request.codeRoot, answer, mark) : undefined
  const known = entry && holds(entry, files, request) ? entry : undefined
  const view = known && digest === known.tree ? known.view : undefined
  const rows = () => kept?.second()?.toString() ?? ''
  return { request, path, tree, mark, digest, files, beganMs, known, rows, view }
}

function slotOf(request: Request, program: string, { cwd, environment }: World): string {
  const settings = Object.entries(environment).filter(([name]) => name.startsWith('FIXPOINT_'))
  const packs = packFiles(request.codeRoot)
  return sha256(JSON.stringify([program, process.version, cwd, request, packs, settings.sort()]))
}

/** Files whose coming, going or changing changes what a command finds. */
function watched(
  { root, codeRoot, named }: Request,
  folder: string,
  { cwd, environment }: World,
): string[] {
  const { FIXPOINT_SPEC, FIXPOINT_STATE } = environment
  return [
    ...behindAnalysis(codeRoot, folder),
    ...[CONFIG_FILE, ...SPEC_FILES, ...STATE_FILES].map(each => join(root, each)),
    ...[FIXPOINT_SPEC, FIXPOINT_STATE].flatMap(each => (each ? [resolve(root, each)] : [])),
    ...named.flatMap(each => (each ? [resolve(cwd, each)] : [])),
  ]
}

function holds(entry: Entry, files: Recall['files'], { root, codeRoot }: Request): boolean {
  const isFolder = (path: string) =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true
  return (
    Object.entries(entry.files).every(([path, hash]) => files[path] === hash) &&
    entry.marks.every(each => (digestOf(codeRoot, each.files) ?? null) === each.digest) &&
    !entry.noFolders.some(isFolder)
  )
}
