// Reads git objects through one `cat-file --batch-command` that lives as long as its owner needs it: a question costs
// a pipe's round trip instead of a process. Must be closed.

import { type ChildProcess, spawn } from 'node:child_process'
import { refuse } from '../base/diagnostic.ts'
import { type Git, neutralEnvironment } from './git.ts'

export interface ObjectInfo {
  readonly id: string
  readonly type: string
  readonly sizeBytes: number
}

interface Question {
  readonly hasContent: boolean
  readonly answer: (info: ObjectInfo | undefined, content: Buffer) => void
  readonly fail: (cause: Error) => void
}

const NEWLINE = 10

export class ObjectReader {
  readonly #git: Git
  #child: ChildProcess | undefined
  #waiting: Question[] = []
  #chunks: Buffer[] = []
  #arrivedBytes = 0
  /** Not worth looking before this much has arrived: a large blob comes in a thousand pieces. */
  #neededBytes = 0

  constructor(git: Git) {
    this.#git = git
  }

  /** What `name` is (an id, `id^{tree}`, `id:path`; refs are unknown here); undefined when there is no such object. */
  info(name: string): Promise<ObjectInfo | undefined> {
    return this.#ask('info', name, false).then(({ info }) => info)
  }

  async content(name: string): Promise<Buffer | undefined> {
    const { info, content } = await this.#ask('contents', name, true)
    return info && content
  }

  /** The tree of a commit, which must exist. */
  async treeOf(commit: string): Promise<string> {
    const info = await this.info(`${commit}^{tree}`)
    return info?.id ?? refuse('git/no-commit', `there is no commit ${commit} in this repository`)
  }

  close(): void {
    this.#child?.stdin?.end()
    this.#child = undefined
  }

  #ask(verb: string, name: string, hasContent: boolean) {
    if (/[\n\0]/.test(name)) refuse('git/name', `git cannot be asked for ${JSON.stringify(name)}`)
    return new Promise<{ info: ObjectInfo | undefined; content: Buffer }>((resolve, fail) => {
      const child = this.#running()
      const answer: Question['answer'] = (info, content) => resolve({ info, content })
      this.#waiting.push({ hasContent, answer, fail })
      child.stdin?.write(`${verb} ${name}\n`)
    })
  }

  #running(): ChildProcess {
    if (this.#child) return this.#child
    const child = spawn(this.#git.program, ['cat-file', '--batch-command'], {
      env: neutralEnvironment(this.#git),
      cwd: this.#git.directory,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    child.on('error', cause => this.#lose(child, cause))
    child.stdin.on('error', cause => this.#lose(child, cause))
    child.on('close', () => this.#lose(child, undefined))
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    child.unref()
    this.#child = child
    return child
  }

  /** Whoever waits is told; the next question starts a new process. */
  #lose(child: ChildProcess, cause: Error | undefined): void {
    if (this.#child !== undefined && this.#child !== child) return
    this.#child = undefined
    this.#keep(Buffer.alloc(0), 0)
    for (const { fail } of this.#waiting.splice(0))
      fail(new Error('git cat-file ended before it answered', { cause }))
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#arrivedBytes += chunk.length
    if (this.#arrivedBytes < this.#neededBytes) return
    let rest: Buffer = Buffer.concat(this.#chunks)
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const answer = readAnswer(rest, next.hasContent)
      if ('neededBytes' in answer) return this.#keep(rest, answer.neededBytes)
      this.#waiting.shift()
      next.answer(answer.info, answer.content)
      rest = rest.subarray(answer.lengthBytes)
    }
    this.#keep(rest, 0)
  }

  #keep(rest: Buffer, neededBytes: number): void {
    this.#chunks = rest.length > 0 ? [rest] : []
    this.#arrivedBytes = rest.length
    this.#neededBytes = neededBytes
  }
}

type Reading =
  | { readonly neededBytes: number }
  | {
      readonly info: ObjectInfo | undefined
      readonly content: Buffer
      readonly lengthBytes: number
    }

const nothing = Buffer.alloc(0)

/** `<id> <type> <size>` and, for content, that many bytes and a newline; `<name> missing` otherwise. */
function readAnswer(bytes: Buffer, hasContent: boolean): Reading {
  const end = bytes.indexOf(NEWLINE)
  if (end < 0) return { neededBytes: 0 }
  const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(bytes.toString('utf8', 0, end)) ?? []
  if (!id || !type) return { info: undefined, content: nothing, lengthBytes: end + 1 }
  const info = { id, type, sizeBytes: Number(size) }
  if (!hasContent) return { info, content: nothing, lengthBytes: end + 1 }
  const lengthBytes = end + 1 + info.sizeBytes + 1
  if (bytes.length < lengthBytes) return { neededBytes: lengthBytes }
  return { info, content: Buffer.from(bytes.subarray(end + 1, lengthBytes - 1)), lengthBytes }
}
