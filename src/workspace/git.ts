// Runs the git program by plumbing: bounded, never prompting, never running a hook or reading a setting that the
// caller did not ask for. Says which command failed and what git said; decides nothing about repositories.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import { type Diagnostic, DiagnosticError, error } from '../base/diagnostic.ts'

/** Where git looks. Everything is named, so that nothing is discovered from the current folder. */
export interface Git {
  readonly program: string
  readonly directory: string
  readonly workTree?: string
  /** The object store to read and write, when it is not the directory's own. */
  readonly objects?: string
  readonly environment: Environment
}

export type Environment = Readonly<Record<string, string | undefined>>

export interface GitOptions {
  readonly input?: string | Uint8Array
  /** Exit codes that are answers; any other is trouble. */
  readonly accepts?: readonly number[]
  readonly settings?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
  readonly maxBytes?: number
  readonly timeoutMs?: number
}

export interface GitAnswer {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

const MAX_BYTES = 256 * 1024 * 1024
const TIMEOUT_MS = 10 * 60_000
const SHOWN_LINES = 6

const quietSettings: Readonly<Record<string, string>> = {
  'core.hooksPath': devNull,
  'core.fsmonitor': 'false',
  'core.quotePath': 'false',
  'core.fsyncMethod': 'batch',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'advice.addEmbeddedRepo': 'false',
}

export function runGit(
  git: Git,
  words: readonly string[],
  options: GitOptions = {},
): Promise<GitAnswer> {
  const folder = git.workTree ?? git.directory
  return runProgram(git.program, words, neutralEnvironment(git, options), folder, options)
}

/** The one line that most plumbing answers with. */
export async function gitLine(
  git: Git,
  words: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await runGit(git, words, options)).stdout.toString('utf8').trimEnd()
}

/** Names separated by NUL, one character per byte: file names need not be UTF-8, and must come back as they were. */
export function byteNames(output: Buffer): string[] {
  const names = output.toString('latin1').split('\0')
  if (names.at(-1) === '') names.pop()
  return names
}

/** The other way, for what git reads with `-z --stdin`. */
export const zeroEnded = (names: readonly string[]) =>
  bytesOf(names.map(name => `${name}\0`).join(''))

export const bytesOf = (name: string) => Buffer.from(name, 'latin1')
export const readable = (name: string) => bytesOf(name).toString('utf8')
export const byteName = (path: string) => Buffer.from(path, 'utf8').toString('latin1')

/** Git as this person has set it up: for questions about their checkout, and for what they asked to happen in it. */
export function runGitAsUser(
  program: string,
  root: string,
  environment: Environment,
  words: readonly string[],
  options: GitOptions = {},
): Promise<GitAnswer> {
  const own = {
    ...withoutGit(environment),
    ...ownSettings(environment),
    ...speechless,
    ...options.variables,
  }
  return runProgram(program, words, own, root, options)
}

/** The repository around a folder, its own settings and objects and nothing of this person; undefined where there is none. */
export async function findGit(root: string, environment: Environment): Promise<Git | undefined> {
  const words = ['rev-parse', '--path-format=absolute', '--git-common-dir']
  const { code, stdout } = await runGitAsUser('git', root, environment, words, {
    accepts: [0, 128],
  })
  if (code !== 0) return undefined
  return { program: 'git', directory: stdout.toString().replace(/\n$/, ''), environment }
}

const speechless = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  GIT_EDITOR: 'true',
  /** A question refreshes nobody's index. */
  GIT_OPTIONAL_LOCKS: '0',
} as const

export function neutralEnvironment(git: Git, options: GitOptions = {}): Environment {
  return {
    ...withoutGit(git.environment),
    ...speechless,
    GIT_DIR: git.directory,
    ...(git.workTree && { GIT_WORK_TREE: git.workTree }),
    ...(git.objects && { GIT_OBJECT_DIRECTORY: git.objects }),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    ...settingsAsVariables({ ...quietSettings, ...options.settings }),
    ...options.variables,
  }
}

/** Settings that win over every file: `GIT_CONFIG_KEY_0`, `GIT_CONFIG_VALUE_0` and so on. */
export function settingsAsVariables(
  settings: Readonly<Record<string, string>>,
): Record<string, string> {
  const pairs = Object.entries(settings).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(pairs.length / 2), ...Object.fromEntries(pairs) }
}

/** A hook or a wrapper that started us may have left GIT_DIR and GIT_INDEX_FILE of another repository behind. */
function withoutGit(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')),
  )
}

const settingNames = /^GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_\d+|VALUE_\d+)$/

/** Where this person's git reads its settings, and those that they gave it for now. */
function ownSettings(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => settingNames.test(name)))
}

function runProgram(
  program: string,
  words: readonly string[],
  env: Environment,
  cwd: string,
  options: GitOptions,
): Promise<GitAnswer> {
  const { input, accepts = [0], maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = options
  const limits = { maxBuffer: maxBytes, timeout: timeoutMs, killSignal: 'SIGKILL' } as const
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      words,
      { ...limits, env, cwd, encoding: 'buffer' },
      (cause, stdout, stderr) => {
        const code = cause === null ? 0 : cause.code
        const said = stderr.toString('utf8')
        if (typeof code === 'number' && accepts.includes(code))
          return resolve({ code, stdout, stderr: said })
        reject(failure({ program, words, cwd }, cause, said))
      },
    )
    child.stdin?.on('error', ignoreEarlyEnd)
    child.stdin?.end(input)
  })
}

/** Git that stops reading has an exit code of its own; that one is reported. */
function ignoreEarlyEnd(): void {
  return undefined
}

type Cause = Error & { code?: number | string | null; killed?: boolean }

/** Every git ends like this, whatever it is asked, until somebody mends the file that it names: such an end answers nothing. */
export function brokenConfig(words: readonly string[], said: string): Diagnostic | undefined {
  if (!isConfigBroken(said)) return undefined
  const what = said.trim().split('\n').slice(0, SHOWN_LINES).join('\n')
  return error('git/config', `git ${words.join(' ')}: ${what}`, { fix: mendConfig })
}

const isConfigBroken = (said: string): boolean =>
  /^(fatal|error): (bad (\w+ )?config |unknown error occurred while reading the config)/m.test(said)

const mendConfig =
  'git reads no repository until that is mended; git config --list ends without an error then'

interface Run {
  readonly program: string
  readonly words: readonly string[]
  readonly cwd: string
}

function failure(run: Run, cause: Cause | null, stderr: string): DiagnosticError {
  const command = `git ${run.words.filter(word => word !== '').join(' ')}`
  const said = stderr.trim().split('\n').slice(0, SHOWN_LINES).join('\n')
  const { code, what, fix } = meaningOf(run, cause, said)
  return new DiagnosticError([error(code, `${command}: ${what}`, { fix })], { cause })
}

function meaningOf({ program, cwd }: Run, cause: Cause | null, said: string) {
  if (cause?.code === 'ENOENT' && !existsSync(cwd))
    return { code: 'git/no-folder', what: `there is no folder ${cwd}`, fix: 'check the path' }
  if (cause?.code === 'ENOENT')
    return {
      code: 'git/absent',
      what: `${program} was not found`,
      fix: 'install git 2.38 or newer',
    }
  if (cause?.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
    return { code: 'git/too-much', what: 'it printed more than the bound', fix: undefined }
  if (cause?.killed)
    return { code: 'git/timeout', what: 'it did not end in time and was killed', fix: undefined }
  if (/No space left on device/.test(said))
    return { code: 'git/no-space', what: said, fix: 'free some space and run it again' }
  if (isConfigBroken(said)) return { code: 'git/config', what: said, fix: mendConfig }
  const ending = typeof cause?.code === 'number' ? `it ended with ${cause.code}` : 'it was killed'
  return { code: 'git/failed', what: said === '' ? ending : `${ending}: ${said}`, fix: undefined }
}
