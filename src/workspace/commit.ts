// Commits made without a checkout: who, when, what is said, and a signature where the repository signs. The same call makes
// the same commit, except for the signature.

import { DiagnosticError, refuse } from '../base/diagnostic.ts'
import { type Environment, gitLine, runGitAsUser } from './git.ts'
import type { Repository } from './open.ts'

export interface Person {
  readonly name: string
  readonly email: string
}

export interface Signing {
  readonly format: 'openpgp' | 'ssh' | 'x509'
  /** Undefined: the program's default key. */
  readonly key: string | undefined
  readonly program: string | undefined
  /** Where the signing program finds its keys and agent. */
  readonly environment: Environment
}

export interface CommitRequest {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Person
  readonly committer: Person
  readonly atSeconds: number
  readonly signing?: Signing | undefined
}

export async function writeCommit(repository: Repository, request: CommitRequest): Promise<string> {
  const standing = request.signing ? undefined : await repository.commits.write(repository, request)
  return standing ?? writeCommitAlone(repository, request)
}

async function writeCommitAlone(repository: Repository, request: CommitRequest): Promise<string> {
  const { tree, parents, message, signing } = request
  const words = [
    ...['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
    ...(signing ? [`-S${signing.key ?? ''}`] : []),
  ]
  const git = signing ? { ...repository.git, environment: signing.environment } : repository.git
  const line = gitLine(git, words, {
    input: message,
    settings: { 'i18n.commitEncoding': 'UTF-8', ...signingSettings(signing) },
    variables: peopleOf(request),
  })
  return signing ? line.catch(refuseUnsigned) : line
}

/** What git is asked for beside the signature does not fail; a repository that signs is left unsigned by nobody. */
function refuseUnsigned(cause: unknown): never {
  const known = cause instanceof DiagnosticError ? cause.diagnostics[0] : undefined
  if (known?.code !== 'git/failed') throw cause
  return refuse('git/signing', known.message, {
    fix: 'commit.gpgsign asks for a signature: see that git commit -S works here',
    cause,
  })
}

function peopleOf({ author, committer, atSeconds }: CommitRequest): Record<string, string> {
  const date = `@${atSeconds} +0000`
  return {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: date,
  }
}

function signingSettings(signing: Signing | undefined): Record<string, string> {
  if (!signing) return {}
  const section = signing.format === 'openpgp' ? 'gpg' : `gpg.${signing.format}`
  return {
    'gpg.format': signing.format,
    ...(signing.program && { [`${section}.program`]: signing.program }),
  }
}

export interface CommitManners {
  /** The author, as git knows the user; undefined where it was never told. */
  readonly person: Person | undefined
  /** The committer, where git was told that it is somebody else. */
  readonly committer: Person | undefined
  readonly signing: Signing | undefined
  readonly isSignedOff: boolean
  /** `core.hooksPath` as it is set. */
  readonly hooksPath: string | undefined
}

/** How this repository's own commits are made: identity, sign-off and signature, from the user's settings. */
export async function readCommitManners(
  root: string,
  environment: Environment,
  program = 'git',
): Promise<CommitManners> {
  const { stdout } = await runGitAsUser(program, root, environment, ['config', '--list', '-z'])
  const settings = readSettings(stdout.toString())
  return {
    person: identityOf('author', settings, environment),
    committer: identityOf('committer', settings, environment),
    signing: isTrue(settings.get('commit.gpgsign')) ? signingOf(settings, environment) : undefined,
    isSignedOff: isTrue(settings.get('format.signoff')),
    hooksPath: settings.get('core.hookspath'),
  }
}

/** In the order in which git itself asks, but for guesses from the name of the machine. */
function identityOf(
  role: 'author' | 'committer',
  settings: ReadonlyMap<string, string>,
  environment: Environment,
): Person | undefined {
  const asked = (what: 'name' | 'email') =>
    environment[`GIT_${role}_${what}`.toUpperCase()] ||
    settings.get(`${role}.${what}`) ||
    settings.get(`user.${what}`)
  const [name, email] = [asked('name'), asked('email') || environment.EMAIL]
  return name && email ? { name, email } : undefined
}

/** `key\nvalue\0`; a key without a value means true, and the last one wins. */
function readSettings(text: string): ReadonlyMap<string, string> {
  const rows = text.split('\0').filter(Boolean)
  return new Map(
    rows.map(row => {
      const end = row.indexOf('\n')
      return end < 0 ? [row, 'true'] : [row.slice(0, end), row.slice(end + 1)]
    }),
  )
}

const isTrue = (value: string | undefined) => /^(true|yes|on|1)$/i.test(value ?? '')

function signingOf(settings: ReadonlyMap<string, string>, environment: Environment): Signing {
  const format = settings.get('gpg.format')
  const isKnown = format === 'ssh' || format === 'x509'
  const section = isKnown ? `gpg.${format}` : 'gpg'
  return {
    format: isKnown ? format : 'openpgp',
    key: settings.get('user.signingkey'),
    program: settings.get(`${section}.program`),
    environment,
  }
}
