// Whether the signature that a repository asks for can be made at all, told before work is spent. Asks nobody for a passphrase or a touch:
// where only that would tell, nothing is said.

import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, isAbsolute, join } from 'node:path'
import { runContained } from '../base/containment.ts'
import { type Diagnostic, error } from '../base/diagnostic.ts'
import { findProgram } from '../base/find-program.ts'
import { outputText } from '../base/kept-output.ts'
import type { CommitManners, Signing } from './commit.ts'
import type { Environment } from './git.ts'

const TIMEOUT_MS = 10_000

const usual = { openpgp: 'gpg', ssh: 'ssh-keygen', x509: 'gpgsm' } as const

export async function signingProblem(
  root: string,
  { signing, person, committer }: CommitManners,
): Promise<Diagnostic | undefined> {
  if (!signing) return undefined
  const name = signing.program ?? usual[signing.format]
  if (name.startsWith('~')) return undefined
  const { path, problem } = findProgram(name, { searchPath: signing.environment.PATH, cwd: root })
  if (problem) return unsigned(problem.message)
  const who = committer ?? person
  const key = signing.key ?? (who && `${who.name} <${who.email}>`)
  if (/^gpg2?$/.test(basename(path)) && signing.format === 'openpgp')
    return key === undefined ? undefined : keyless(path, root, key, signing)
  if (basename(path) === 'ssh-keygen' && signing.format === 'ssh')
    return unreadable(path, root, signing)
  return undefined
}

const unsigned = (why: string): Diagnostic =>
  error('git/signing', `commit.gpgsign asks for a signature, and none can be made: ${why}`, {
    fix: 'see that git commit -S works here, or git config commit.gpgsign false',
  })

/** GnuPG lists the keys that it could sign with and opens none of them. */
async function keyless(path: string, root: string, key: string, { environment }: Signing) {
  const words = [path, '--batch', '--no-tty', '--with-colons', '--list-secret-keys', '--', key]
  const { code, said, lines } = await ask(words, root, environment)
  if (code === undefined) return undefined
  if (code !== 0) return unsigned(`${basename(path)} has no secret key ${key} (${said})`)
  const why = unusable(lines)
  return why === undefined ? undefined : unsigned(`the key ${key} of ${basename(path)} ${why}`)
}

/** In its twelfth field a key lists in capitals what it and its subkeys can still do; the second says what became of it. */
function unusable(lines: readonly string[]): string | undefined {
  const keys = lines.filter(each => each.startsWith('sec:')).map(each => each.split(':'))
  if (keys.length === 0 || keys.some(each => each[11]?.includes('S'))) return undefined
  const [, validity, , , , , expires] = keys[0]!
  if (validity === 'r') return 'was revoked'
  if (validity !== 'e') return 'is not one that signs, or what of it signs has expired'
  const seconds = Number(expires)
  return seconds > 0
    ? `expired on ${new Date(seconds * 1000).toISOString().slice(0, 10)}`
    : 'has expired'
}

/** A key in a file signs a word, without the agent that may hold others. */
async function unreadable(path: string, root: string, { key, environment }: Signing) {
  if (key === undefined || /^(key::|ssh-|ecdsa-|sk-)/.test(key)) return undefined
  const file = key.startsWith('~/') ? join(environment.HOME ?? homedir(), key.slice(2)) : key
  if (!isAbsolute(file)) return undefined
  if (!existsSync(file)) return unsigned(`user.signingkey names ${file}, which is not there`)
  if (isTouched(file)) return undefined
  const alone = { ...environment, SSH_AUTH_SOCK: undefined, SSH_ASKPASS_REQUIRE: 'never' }
  const { code, said } = await ask([path, '-Y', 'sign', '-n', 'git', '-f', file], root, alone)
  const isOpen = code === undefined || environment.SSH_AUTH_SOCK || /passphrase/i.test(said)
  return code === 0 || isOpen ? undefined : unsigned(said)
}

/** Keys of devices wait for a hand. */
function isTouched(file: string): boolean {
  const name = file.endsWith('.pub') ? file : `${file}.pub`
  return existsSync(name) && readFileSync(name, 'utf8').startsWith('sk-')
}

/** In a session of its own there is no terminal to ask at. */
async function ask(command: readonly string[], cwd: string, environment: Environment) {
  const known = Object.entries({ ...environment, LC_ALL: 'C' }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  )
  const { ending, output } = await runContained({
    command,
    cwd,
    environment: Object.fromEntries(known),
    stdin: 'fixpoint\n',
    timeoutMs: TIMEOUT_MS,
  })
  const lines = outputText(output).trim().split('\n')
  return {
    code: ending.kind === 'exit' ? ending.exitCode : undefined,
    said: lines.at(-1) ?? '',
    lines,
  }
}
