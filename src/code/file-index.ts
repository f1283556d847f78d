// Which files a codebase has. Inside a git repository git says so: what is tracked, and what is not but is not ignored either.
// Elsewhere the folder is walked. Reads no file but `.gitignore`, follows no link, and never leaves the root.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Diagnostic, DiagnosticError, warning } from '../base/diagnostic.ts'
import type { GitOutput } from '../base/git-output.ts'
import { compareText } from '../base/order.ts'
import {
  digestOfIndex,
  entriesOf,
  type GitTree,
  isFile,
  isGitTree,
  isSkipped,
  readGitTree,
} from './git-tree.ts'
import { type IgnoreRules, ignoreRules, isIgnored } from './ignore-rules.ts'

export interface IndexedFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string
  /** Git's id of the content, or '' where only reading the file tells. */
  readonly blob: string
}

export interface ApartFiles {
  readonly submodules: readonly string[]
  readonly left: ReadonlySet<string>
}

export interface FileIndex {
  /** In the order of their paths. */
  readonly files: readonly IndexedFile[]
  /** What git tracks and nothing here reads, from the root: submodules, and files that are not checked out. */
  readonly apart: ApartFiles
  /** What git said, where it did. */
  readonly tree: GitTree | undefined
  /** The folder that all worktrees of the repository share; outside git the root itself. */
  readonly repository: string
  readonly diagnostics: readonly Diagnostic[]
}

/** `tree` is what git was asked before, where it was. */
export async function indexFiles(
  root: string,
  tree: ReturnType<typeof readGitTree> = readGitTree(root),
): Promise<FileIndex> {
  const answer = await tree
  const tracked = isGitTree(answer) ? await answer.tracked() : undefined
  if (isGitTree(answer) && tracked && 'bytes' in tracked)
    return gitIndex(root, answer, tracked.bytes)
  const [trouble] = isInRepository(root) ? troublesIn(isGitTree(answer) ? [tracked!] : answer) : []
  if (trouble && !isNoRepository.test(trouble.message)) throw new DiagnosticError([trouble])
  const index = walkedIndex(root)
  return { ...index, diagnostics: [...(trouble ? [trouble] : []), ...index.diagnostics] }
}

/** What git itself takes for no repository is walked; where it refuses one, nobody else may say which files belong to it. */
const isNoRepository = /\bnot a git repository\b/

const troublesIn = (outputs: readonly GitOutput[]) =>
  outputs.flatMap(each => ('problem' in each ? [each.problem] : []))

function isInRepository(root: string): boolean {
  for (let folder = resolve(root); ; folder = join(folder, '..')) {
    if (existsSync(join(folder, '.git'))) return true
    if (join(folder, '..') === folder) return false
  }
}

function gitIndex(root: string, tree: GitTree, tracked: Buffer): FileIndex {
  const { changed, prefix, repository } = tree
  const blobs = new Map<string, string>()
  const submodules: string[] = []
  const left = new Set<string>()
  const skipped = new Set(tree.skipped)
  for (const entry of entriesOf(tracked)) {
    const path = pathOf(entry)
    if (isSkipped(entry)) {
      // Git does not look at it: where it is here, only its bytes tell.
      if (skipped.has(path)) blobs.set(path, '')
      else left.add(path)
    } else if (!isRegular(entry)) {
      if (entry.startsWith('160000', 2)) submodules.push(path)
    } else if (isLookedAt(entry)) blobs.set(path, entry.slice(9, entry.indexOf(' ', 9)))
    else if (isFile(root, path)) blobs.set(path, '')
  }
  for (const entry of entriesOf(changed)) {
    const path = entry.slice(3 + prefix.length)
    if (isGone(entry) || !isFile(root, path)) blobs.delete(path)
    else if (!blobs.has(path) || isTouched(entry)) blobs.set(path, '')
  }
  for (const path of tree.converted) if (blobs.has(path)) blobs.set(path, '')
  // What git tracks may have changed since the tree was told by it: then nothing is told by it any more.
  const index = digestOfIndex(prefix, tracked, tree.skipped) === tree.index ? tree.index : undefined
  return { ...settle(blobs, []), apart: { submodules, left }, tree: { ...tree, index }, repository }
}

/** `H 100644 id 0\tpath`: a file, not a link or a submodule. */
const isRegular = (entry: string) => entry.startsWith('100', 2)

const pathOf = (entry: string) => entry.slice(entry.indexOf('\t') + 1)

/** A small letter says that git was told to assume that nothing changed: then only the file itself knows. */
const isLookedAt = (entry: string) => entry[0]! < 'a'

/** `XY path`: Y is the work tree against the index. */
const isGone = (entry: string) => entry[1] === 'D'

const isTouched = (entry: string) => entry[1] !== ' '

function settle(
  blobs: ReadonlyMap<string, string>,
  diagnostics: readonly Diagnostic[],
): Pick<FileIndex, 'files' | 'diagnostics'> {
  const files = [...blobs].map(([path, blob]) => ({ path, blob }))
  if (!isSorted(files)) files.sort((a, b) => compareText(a.path, b.path))
  const strange = files.filter(each => each.path.includes('\uFFFD'))
  return {
    files: strange.length === 0 ? files : files.filter(each => !strange.includes(each)),
    diagnostics: [...diagnostics, ...strange.map(each => strangeName(each.path))],
  }
}

function isSorted(files: readonly IndexedFile[]): boolean {
  for (let index = 1; index < files.length; index++)
    if (files[index - 1]!.path > files[index]!.path) return false
  return true
}

function strangeName(path: string): Diagnostic {
  return warning('code/strange-name', `the name is not UTF-8: ${path}`, {
    fix: 'rename the file; it is left out',
  })
}

/** Folders wait in line instead of calling each other, so that no depth is too deep. */
function walkedIndex(root: string): FileIndex {
  const blobs = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const waiting: Waiting[] = [{ folder: '', rules: undefined }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entriesHere = readFolder(root, next.folder, diagnostics)
    const rules = rulesIn(
      root,
      next,
      entriesHere.some(each => each.name === '.gitignore'),
    )
    for (const entry of entriesHere) {
      const path = next.folder + entry.name
      if (isIgnored(rules, path, entry.isDirectory())) continue
      if (entry.isDirectory()) waiting.push({ folder: `${path}/`, rules })
      else if (entry.isFile()) blobs.set(path, '')
    }
  }
  const apart = { submodules: [], left: new Set<string>() }
  return { ...settle(blobs, diagnostics), apart, tree: undefined, repository: root }
}

interface Waiting {
  readonly folder: string
  readonly rules: IgnoreRules | undefined
}

function readFolder(root: string, folder: string, diagnostics: Diagnostic[]) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch (cause) {
    diagnostics.push(unreadableFolder(folder || '.', cause))
    return []
  }
}

function unreadableFolder(folder: string, cause: unknown): Diagnostic {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return warning('code/unreadable-folder', `cannot list the folder: ${reason}`, {
    at: { file: folder },
    fix: 'check that it exists and may be read; it is left out',
  })
}

function rulesIn(
  root: string,
  { folder, rules }: Waiting,
  hasFile: boolean,
): IgnoreRules | undefined {
  if (!hasFile) return rules
  try {
    return ignoreRules(folder, readFileSync(join(root, folder, '.gitignore'), 'utf8'), rules)
  } catch {
    return rules // Gone or unreadable since it was listed: then it rules nothing.
  }
}
