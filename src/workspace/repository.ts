// What kind of repository the user has, and every reason not to start in it. Reads only; asks git as the user has set it up.

import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Diagnostic, DiagnosticError, error, warning } from '../base/diagnostic.ts'
import { clashes, type FileSystemTraits } from './file-system.ts'
import { brokenConfig, byteNames, type Environment, readable, runGitAsUser } from './git.ts'
import { lostCheckout } from './lost-checkout.ts'

export interface RepositoryFacts {
  /** The checkout's own folder. */
  readonly root: string
  /** The git directory of this checkout; `commonDirectory` is the one that all its worktrees share. */
  readonly gitDirectory: string
  readonly commonDirectory: string
  readonly objectFormat: 'sha1' | 'sha256'
  /** Undefined before the first commit. */
  readonly head: string | undefined
  /** The branch that is checked out (also one that has no commit yet); undefined where HEAD is detached. */
  readonly branch: string | undefined
  readonly isShallow: boolean
  readonly isSparse: boolean
  readonly submodules: readonly string[]
  /** Names of content filters (`lfs`, `git-crypt`) that the repository's attributes ask for. */
  readonly filters: readonly string[]
  readonly gitVersion: string
}

export interface Inspection {
  /** Undefined only where there is no usable repository at all. */
  readonly facts: RepositoryFacts | undefined
  /** Errors forbid a start; warnings say what will be different. */
  readonly problems: readonly Diagnostic[]
}

export interface InspectOptions {
  readonly program?: string
  readonly environment: Environment
  /** Of the folder that workspaces will lie in. */
  readonly fileSystem: FileSystemTraits
}

const OLDEST_GIT = [2, 38] as const

export async function inspectRepository(
  root: string,
  options: InspectOptions,
): Promise<Inspection> {
  const ask = asker(root, options)
  const version = await versionOf(ask, root)
  if ('problem' in version) return { facts: undefined, problems: [version.problem] }
  if (!isNewEnough(version.text)) return { facts: undefined, problems: [tooOld(version.text)] }
  const lost = await lostCheckout({ root, ...options })
  if (lost) return { facts: undefined, problems: [lost] }
  const place = await placeOf(ask, root)
  if ('problem' in place) return { facts: undefined, problems: [place.problem] }
  const facts = { ...place, ...(await contentOf(ask)), gitVersion: version.text }
  const { paths, isPartial, isNameTaken, ...kept } = facts
  return { facts: kept, problems: problemsOf(facts, options.fileSystem) }
}

type Ask = (
  words: readonly string[],
  accepts?: readonly number[],
) => Promise<{ code: number; stdout: Buffer; stderr: string }>

function asker(root: string, { program = 'git', environment }: InspectOptions): Ask {
  return (words, accepts) =>
    runGitAsUser(program, root, environment, words, accepts ? { accepts } : {})
}

async function versionOf(ask: Ask, root: string): Promise<{ text: string } | Problem> {
  try {
    const { stdout } = await ask(['--version'])
    return { text: /\d+(\.\d+)+/.exec(stdout.toString())?.[0] ?? '0' }
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause
    const [first = notThere(root)] = cause.diagnostics
    return { problem: first.code === 'git/no-folder' ? notThere(root) : first }
  }
}

interface Problem {
  readonly problem: Diagnostic
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1])
}

const tooOld = (version: string) =>
  error('repository/old-git', `git ${version} is too old: it cannot merge without a checkout`, {
    fix: `install git ${OLDEST_GIT.join('.')} or newer`,
  })

const notThere = (root: string) =>
  error('repository/no-folder', `${root} is not a folder that git can enter`, {
    fix: 'check the path',
  })

async function placeOf(ask: Ask, root: string) {
  const questions = ['--is-bare-repository', '--is-shallow-repository', '--show-object-format']
  const folders = ['--absolute-git-dir', '--git-common-dir']
  const words = ['rev-parse', ...questions, ...folders]
  const { code, stdout, stderr } = await ask(words, [0, 128])
  if (code !== 0) return { problem: brokenConfig(words, stderr) ?? notARepository(root, stderr) }
  const [bare, shallow, format, gitDirectory = '', common = ''] = stdout.toString().split('\n')
  if (bare === 'true') return { problem: isBare(root) }
  const top = await ask(['rev-parse', '--show-toplevel'], [0, 128])
  if (top.code !== 0)
    return { problem: brokenConfig(['rev-parse', '--show-toplevel'], top.stderr) ?? isBare(root) }
  return {
    root: realpathSync(top.stdout.toString().replace(/\n$/, '')),
    gitDirectory: realpathSync(gitDirectory),
    commonDirectory: realpathSync(resolve(root, common)),
    objectFormat: format === 'sha256' ? ('sha256' as const) : ('sha1' as const),
    isShallow: shallow === 'true',
  }
}

function notARepository(root: string, said: string): Diagnostic {
  if (/dubious ownership/.test(said))
    return error('repository/owner', `${root} belongs to somebody else, so git refuses to use it`, {
      fix: `git config --global --add safe.directory ${root}`,
    })
  if (/unknown repository (extension|format)|expected git repo version/i.test(said))
    return error('repository/format', `git cannot read this repository: ${said.trim()}`, {
      fix: 'install a newer git',
    })
  return error('repository/none', `${root} is not inside a git repository`, {
    fix: 'cd into the project, or make it one: git init',
  })
}

const isBare = (root: string) =>
  error('repository/bare', `${root} is a bare repository: it has no checkout to read`, {
    fix: `clone it and run there: git clone ${root}`,
  })

async function contentOf(ask: Ask) {
  const head = lineOf(await ask(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], [0, 1, 128]))
  const checkedOut = lineOf(await ask(['symbolic-ref', '--quiet', 'HEAD'], [0, 1]))
  const branch = checkedOut?.replace(/^refs\/heads\//, '')
  const sparse = lineOf(await ask(['config', '--type=bool', 'core.sparseCheckout'], [0, 1]))
  const partial = await ask(['config', '--get-regexp', '^remote\\..*\\.promisor$'], [0, 1])
  const taken = await ask(['show-ref', '--verify', '--quiet', 'refs/heads/fixpoint'], [0, 1])
  const entries = head ? await entriesOf(ask, head) : []
  return {
    head,
    branch,
    isSparse: sparse === 'true',
    isPartial: /true$/m.test(partial.stdout.toString()),
    isNameTaken: taken.code === 0,
    paths: entries.map(each => each.path),
    submodules: entries.filter(each => each.mode === '160000').map(each => each.path),
    filters: await filtersOf(
      ask,
      entries.filter(each => /(^|\/)\.gitattributes$/.test(each.path)).map(each => each.id),
    ),
  }
}

function lineOf({ code, stdout }: { code: number; stdout: Buffer }): string | undefined {
  return code === 0 ? stdout.toString().trimEnd() || undefined : undefined
}

async function entriesOf(ask: Ask, commit: string) {
  const { stdout } = await ask(['ls-tree', '-r', '-z', '--full-tree', commit])
  return byteNames(stdout).map(row => {
    const [mode = '', , id = ''] = row.slice(0, row.indexOf('\t')).split(' ')
    return { mode, id, path: readable(row.slice(row.indexOf('\t') + 1)) }
  })
}

async function filtersOf(ask: Ask, blobs: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(blobs.map(id => ask(['cat-file', 'blob', id])))
  const names = texts.flatMap(({ stdout }) =>
    [...stdout.toString().matchAll(/^[^#\n]*\sfilter=(\S+)/gm)].map(match => match[1]!),
  )
  return [...new Set(names)].sort()
}

interface Found extends RepositoryFacts {
  readonly paths: readonly string[]
  readonly isPartial: boolean
  /** A branch has the name of the folder that the branches of runs lie in, and git holds no branch below another. */
  readonly isNameTaken: boolean
}

function problemsOf(found: Found, fileSystem: FileSystemTraits): Diagnostic[] {
  return [
    ...(found.isPartial ? [partialClone] : []),
    ...(found.isNameTaken ? [nameTaken] : []),
    ...clashProblems(found.paths, fileSystem),
    ...(found.submodules.length > 0 ? [submodulesStay(found.submodules)] : []),
    ...(found.filters.length > 0 ? [filtersStay(found.filters)] : []),
  ]
}

const partialClone = error(
  'repository/partial-clone',
  'this clone lacks file contents that it would fetch one by one from its remote',
  { fix: 'clone it without --filter and run there' },
)

const nameTaken = error(
  'repository/name-taken',
  'a branch is called fixpoint, and beside it git can hold no branch of a run, as fixpoint/r1',
  { fix: 'rename it: git branch -m fixpoint another-name' },
)

function clashProblems(paths: readonly string[], fileSystem: FileSystemTraits): Diagnostic[] {
  return clashes(paths, fileSystem).map(same =>
    error(
      'repository/case-clash',
      `${same.join(' and ')} are one file on the file system of the cache`,
      { fix: 'rename one of them, or set FIXPOINT_CACHE_DIR to a case-sensitive volume' },
    ),
  )
}

const submodulesStay = (paths: readonly string[]) =>
  warning(
    'repository/submodules',
    `submodules stay at the commits of the base and are empty in workspaces: ${paths.join(', ')}`,
    { fix: 'fill them in the setup command; what an agent changes inside them is not landed' },
  )

const filtersStay = (names: readonly string[]) =>
  warning(
    'repository/filters',
    `content filters do not run in workspaces, so filtered files hold what git stores: ${names.join(', ')}`,
    { fix: 'let people change filtered files; a unit that does is refused' },
  )
