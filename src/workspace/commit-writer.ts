// Writes plain commits through one `hash-object` that lives as long as its owner needs it. Takes only what needs no second
// thought: what git would clean up, refuse or sign is left to `commit-tree`, which also says what is wrong.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DiagnosticError } from '../base/diagnostic.ts'
import type { CommitRequest, Person } from './commit.ts'
import type { Git } from './git.ts'
import type { ObjectReader } from './objects.ts'
import { type Reading, StandingGit } from './standing-git.ts'

const NEWLINE = 10

let writers = 0

export class CommitWriter {
  readonly #process: StandingGit
  /** Holds one text after the other, each while git reads it. */
  readonly #file: string
  #turn: Promise<unknown> = Promise.resolve()

  /** In `trash`, what a process that died leaves behind is removed. */
  constructor(git: Git, trash: string) {
    const words = ['hash-object', '-t', 'commit', '-w', '--no-filters', '--stdin-paths']
    this.#process = new StandingGit(git, words)
    this.#file = join(trash, `commit-${writers++}.${process.pid}`)
  }

  /** Undefined where it is not done this way. */
  async write(
    { objects }: { readonly objects: ObjectReader },
    request: CommitRequest,
  ): Promise<string | undefined> {
    const { tree, parents } = request
    if (!isPlain(request) || this.#file.includes('\n')) return undefined
    const known = await Promise.all([tree, ...parents].map(id => objects.info(id)))
    if (!known.every((each, at) => each?.type === (at === 0 ? 'tree' : 'commit'))) return undefined
    const written = this.#turn.then(() => this.#hash(textOf(request)))
    this.#turn = written.catch(() => undefined)
    return written
  }

  async #hash(text: string): Promise<string | undefined> {
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, text)
    try {
      return await this.#process.ask(`${this.#file}\n`, readLine)
    } catch (cause) {
      if (cause instanceof DiagnosticError) return undefined
      throw cause
    } finally {
      rmSync(this.#file, { force: true })
    }
  }

  close(): void {
    this.#process.close()
  }
}

/** No name that git would trim, no text that it would refuse. */
const plainName = /^[^\s.,:;<>"\\'\p{Cc}](?:[^<>\p{Cc}]*[^\s.,:;<>"\\'\p{Cc}])?$/u

const isPlain = ({ author, committer, message }: CommitRequest) =>
  [author, committer].every(({ name, email }) => plainName.test(name) && plainName.test(email)) &&
  !message.includes('\0')

function textOf({ tree, parents, author, committer, atSeconds, message }: CommitRequest): string {
  const stamp = ({ name, email }: Person) => `${name} <${email}> ${atSeconds} +0000`
  const head = [
    `tree ${tree}`,
    ...parents.map(parent => `parent ${parent}`),
    `author ${stamp(author)}`,
    `committer ${stamp(committer)}`,
  ]
  return `${head.join('\n')}\n\n${message}`
}

function readLine(bytes: Buffer): Reading<string> {
  const end = bytes.indexOf(NEWLINE)
  if (end < 0) return { neededBytes: 0 }
  return { value: bytes.toString('latin1', 0, end), lengthBytes: end + 1 }
}
