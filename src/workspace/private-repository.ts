// A git directory of a few small files that borrows the objects of the user's repository and shares nothing else with it:
// refs, stash, settings, hooks and locks are its own. Written whole each time, so nothing of an earlier use survives.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import type { RepositoryFacts } from './repository.ts'

export interface PrivateRepository {
  readonly isBare: boolean
  /** Points HEAD at a branch of this commit. */
  readonly head?: { readonly branch: string; readonly commit: string }
  readonly identity?: { readonly name: string; readonly email: string }
  /** Bytes in a file are bytes in git: no line ends converted, no filter run, whatever attributes say. */
  readonly keepsBytes: boolean
}

/** Each after the one that it lies in. */
const FOLDERS = ['objects', 'objects/info', 'objects/pack', 'refs', 'refs/heads', 'info', 'hooks']

export function writePrivateRepository(
  folder: string,
  facts: RepositoryFacts,
  wanted: PrivateRepository,
): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const each of FOLDERS) mkdirSync(join(folder, each))
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  put('config', configText(facts, wanted))
  put('objects/info/alternates', `${join(facts.commonDirectory, 'objects')}\n`)
  put('HEAD', `ref: refs/heads/${wanted.head?.branch ?? 'none'}\n`)
  if (wanted.head) put(`refs/heads/${wanted.head.branch}`, `${wanted.head.commit}\n`)
  if (wanted.keepsBytes)
    put('info/attributes', '* -text -eol -ident -filter -working-tree-encoding\n')
  // Nobody uses the folder yet, and who finds it half written writes it anew: what is borrowed need not outlive a power cut.
  for (const name of BORROWED) {
    const text = textAt(join(facts.commonDirectory, name))
    if (text !== undefined) put(name, text)
  }
}

/** The same for a folder that other processes may be using: it gets its name when it is whole, and is then left in place. */
export function ensurePrivateRepository(
  folder: string,
  facts: RepositoryFacts,
  wanted: PrivateRepository,
): void {
  if (existsSync(folder)) return borrow(facts, folder)
  const fresh = mkdtempSync(`${folder}-`)
  writePrivateRepository(fresh, facts, wanted)
  try {
    renameSync(fresh, folder)
  } catch (cause) {
    rmSync(fresh, { recursive: true })
    if (!existsSync(folder)) throw cause
  }
}

/** What must be as it is in the user's repository today: where a shallow history ends, and what is excluded. */
const BORROWED = ['shallow', 'info/exclude']

/** Into a folder that git may be reading. */
export function borrow({ commonDirectory }: RepositoryFacts, folder: string): void {
  for (const name of BORROWED) {
    const [text, known] = [textAt(join(commonDirectory, name)), textAt(join(folder, name))]
    if (text === known) continue
    if (text === undefined) rmSync(join(folder, name), { force: true })
    else writeFileAtomic(join(folder, name), text)
  }
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function configText(
  { objectFormat }: RepositoryFacts,
  { isBare, identity }: PrivateRepository,
): string {
  const isSha256 = objectFormat === 'sha256'
  const sections = [
    `[core]\n\trepositoryformatversion = ${isSha256 ? 1 : 0}\n\tbare = ${isBare}`,
    '\tfilemode = true\n\tlogallrefupdates = true',
    ...(isSha256 ? ['[extensions]\n\tobjectFormat = sha256'] : []),
    '[gc]\n\tauto = 0',
    ...(identity
      ? [`[user]\n\tname = ${quoted(identity.name)}\n\temail = ${quoted(identity.email)}`]
      : []),
  ]
  return `${sections.join('\n')}\n`
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`
