// Where the lines of runs stand beside the branches that were to take them, as git says it at this moment: people merge, commit and switch
// without telling anybody. A few calls for all runs together. Reads only.

import { lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Run } from '../../kernel/model.ts'
import type { Ask } from '../../workspace/branches.ts'
import { type Environment, findGit, type Git, runGitAsUser } from '../../workspace/git.ts'

export interface TargetNow {
  /** Of its files; undefined where it does not exist, or has no commit yet and takes anything. */
  readonly tree: string | undefined
  /** Runs whose landings it holds already. */
  readonly holds: ReadonlySet<string>
  /** Runs whose line holds it, so that it can be forwarded. */
  readonly isHeldBy: ReadonlySet<string>
  /** Where it is checked out, here before anywhere else; undefined where it is nowhere. */
  readonly checkout: string | undefined
  /** Where else, by force. */
  readonly elsewhere: readonly string[]
}

export interface LinesNow {
  /** Where the branches of lines are, by the run. */
  readonly lines: ReadonlyMap<string, string>
  readonly targets: ReadonlyMap<string, TargetNow>
  /** What git says where it answers nothing here; all else is empty then, and means nothing. */
  readonly trouble: string | undefined
  /** Tags that are called like lines, which git takes for them. */
  readonly tags: ReadonlySet<string>
  /** The checkout that the command was typed in. */
  readonly here: string | undefined
  readonly ask: Ask
  /** The repository alone, without what this person has set up; undefined where git answers nothing here. */
  readonly git: Git | undefined
}

const LINES = 'refs/heads/fixpoint/'

export async function linesNow(
  root: string,
  environment: Environment,
  runs: readonly Pick<Run, 'id' | 'tip' | 'policy'>[],
): Promise<LinesNow> {
  const answer = (...words: readonly string[]) =>
    runGitAsUser('git', root, environment, words, { accepts: [0, 1, 128, 129] })
  const ask = async (...words: readonly string[]) => {
    const { code, stdout } = await answer(...words)
    return code === 0 ? stdout.toString() : undefined
  }
  const top = await answer('rev-parse', '--show-toplevel')
  const git = await findGit(root, environment)
  if (top.code !== 0) return { ...nothing, trouble: top.stderr.trim().split('\n')[0]!, ask, git }
  const list = async (...words: readonly string[]) =>
    new Set(((await ask(...words)) ?? '').split('\n').filter(Boolean))
  const lines = async (...words: readonly string[]) => {
    const rows = await list('for-each-ref', '--format=%(objectname) %(refname)', ...words, LINES)
    const pairs = [...rows].map(each => each.split(' ') as [tip: string, ref: string])
    return new Map(pairs.map(([tip, ref]) => [ref.slice(LINES.length), tip]))
  }
  const here = top.stdout.toString().replace(/\n$/, '')
  const checkouts = checkoutsIn((await ask('worktree', 'list', '--porcelain', '-z')) ?? '')
  const found = new Map<string, TargetNow>()
  for (const [target, own] of Map.groupBy(runs, each => each.policy.target)) {
    if (target === undefined) continue
    const ref = `refs/heads/${target}`
    const tips = own.map(each => each.tip)
    const known = await list('rev-list', '--no-walk', '--ignore-missing', ...tips)
    const outside = await list('rev-list', '--ignore-missing', ...tips, `^${ref}`)
    const tree = await ask('rev-parse', '--verify', '--quiet', `${ref}^{tree}`)
    const folders = checkouts.get(ref) ?? []
    const [checkout, ...elsewhere] = folders.toSorted(
      (a, b) => Number(b === here) - Number(a === here),
    )
    const held = own.filter(({ tip }) => tree !== undefined && known.has(tip) && !outside.has(tip))
    found.set(target, {
      tree,
      holds: new Set(held.map(each => each.id)),
      isHeldBy: new Set((await lines(`--contains=${ref}`)).keys()),
      checkout,
      elsewhere,
    })
  }
  const tags = await list('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/tags/fixpoint/')
  return { lines: await lines(), tags, targets: found, trouble: undefined, here, ask, git }
}

const nothing = {
  lines: new Map<string, string>(),
  tags: new Set<string>(),
  targets: new Map<string, TargetNow>(),
  here: undefined,
}

function checkoutsIn(list: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  let folder = ''
  for (const field of list.split('\0')) {
    if (field.startsWith('worktree ')) folder = field.slice('worktree '.length)
    if (!field.startsWith('branch ')) continue
    const ref = field.slice('branch '.length)
    found.set(ref, [...(found.get(ref) ?? []), folder])
  }
  return found
}

export interface InTheWay {
  readonly path: string
  /** Where nothing is written: beside it, and beside a folder that is to be a file. */
  readonly aside: string
}

export interface Unsaved {
  /** Where the line would write: files with changes that are not committed, and files that git does not know. */
  readonly changed: readonly string[]
  readonly unknown: readonly string[]
  /** The same of files that git ignores, over which it writes without asking. */
  readonly ignored: readonly InTheWay[]
  /** Changes that are in nobody's way. */
  readonly elsewhere: readonly string[]
}

/** What is not committed in the checkout of the target, beside what makes a line of it. */
export async function unsavedIn(
  now: LinesNow,
  found: TargetNow,
  target: string,
  line: string,
): Promise<Unsaved> {
  return unsavedBeside(now, found, await changesBetween(now, `refs/heads/${target}`, line))
}

/** By the letter that git has for what becomes of a file, under its path. */
export type Written = ReadonlyMap<string, string>

export async function changesBetween(
  { ask }: LinesNow,
  from: string,
  to: string,
): Promise<Written> {
  const diff = ['diff', '--name-status', '--no-renames', '-z', from, to]
  return changesIn((await ask(...diff)) ?? '')
}

export async function unsavedBeside(
  { ask }: LinesNow,
  { checkout }: TargetNow,
  written: Written,
): Promise<Unsaved> {
  if (checkout === undefined) return { changed: [], unknown: [], ignored: [], elsewhere: [] }
  const words = ['status', '--porcelain', '--no-renames', '--untracked-files=all', '-z']
  const rows = ((await ask('-C', checkout, ...words)) ?? '').split('\0').filter(Boolean)
  const files = rows.map(each => ({ isUnknown: each.startsWith('??'), path: each.slice(3) }))
  const paths = (isUnknown: boolean, isWritten: boolean) =>
    files
      .filter(each => each.isUnknown === isUnknown && written.has(each.path) === isWritten)
      .map(each => each.path)
  return {
    changed: paths(false, true),
    unknown: paths(true, true),
    ignored: ignoredUnder(checkout, written, new Set(files.map(each => each.path))),
    elsewhere: paths(false, false),
  }
}

/** What lies where files are to be added, and is neither told by git's status nor a part of what goes. */
function ignoredUnder(
  checkout: string,
  written: Written,
  told: ReadonlySet<string>,
): readonly InTheWay[] {
  const of = (status: string) => [...written.keys()].filter(each => written.get(each) === status)
  const gone = of('D')
  const isGoing = (place: string) =>
    gone.some(each => each === place || each.startsWith(`${place}/`))
  const places = new Set(of('A').flatMap(each => placeTaken(checkout, each) ?? []))
  const left = [...places].flatMap(each =>
    isGoing(each) ? filesIn(checkout, each) : [{ path: each, aside: `${each}.mine` }],
  )
  return left.filter(({ path }) => !told.has(path) && !isGoing(path))
}

/** Of a folder that is to be a file; none where a file goes. */
function filesIn(checkout: string, folder: string): readonly InTheWay[] {
  if (!lstatSync(join(checkout, folder)).isDirectory()) return []
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter(each => !each.isDirectory())
    .map(each => relative(checkout, join(each.parentPath, each.name)).replaceAll('\\', '/'))
    .map(path => {
      const rest = path.slice(folder.length + 1).replaceAll('/', '.')
      return { path, aside: `${folder}.${rest}.mine` }
    })
}

function changesIn(list: string): Written {
  const fields = list.split('\0')
  const found = new Map<string, string>()
  for (let at = 0; at + 1 < fields.length; at += 2) found.set(fields[at + 1]!, fields[at]!)
  return found
}

/** What lies where a file is to be written that was not there: at its path, or where one of its folders would be. */
function placeTaken(checkout: string, path: string): string | undefined {
  const parts = path.split('/')
  for (let length = 1; length <= parts.length; length++) {
    const place = parts.slice(0, length).join('/')
    const found = lstatSync(join(checkout, place), { throwIfNoEntry: false })
    if (found === undefined) return undefined
    if (!found.isDirectory() || length === parts.length) return place
  }
  return undefined
}
