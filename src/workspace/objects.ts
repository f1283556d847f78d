// Reads git objects through one `cat-file --batch-command` that lives as long as its owner needs it: a question costs
// a pipe's round trip instead of a process. Must be closed.

import { refuse } from '../base/diagnostic.ts'
import type { Git } from './git.ts'
import { type Reading, StandingGit } from './standing-git.ts'

export interface ObjectInfo {
  readonly id: string
  readonly type: string
  readonly sizeBytes: number
}

const NEWLINE = 10

export class ObjectReader {
  readonly #process: StandingGit

  constructor(git: Git) {
    this.#process = new StandingGit(git, ['cat-file', '--batch-command'])
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
    this.#process.close()
  }

  #ask(verb: string, name: string, hasContent: boolean): Promise<Found> {
    if (/[\n\0]/.test(name)) refuse('git/name', `git cannot be asked for ${JSON.stringify(name)}`)
    return this.#process.ask(`${verb} ${name}\n`, bytes => readAnswer(bytes, hasContent))
  }
}

interface Found {
  readonly info: ObjectInfo | undefined
  readonly content: Buffer
}

const nothing = Buffer.alloc(0)

/** `<id> <type> <size>` and, for content, that many bytes and a newline; `<name> missing` otherwise. */
function readAnswer(bytes: Buffer, hasContent: boolean): Reading<Found> {
  const end = bytes.indexOf(NEWLINE)
  if (end < 0) return { neededBytes: 0 }
  const [, id, type, size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(bytes.toString('utf8', 0, end)) ?? []
  if (!id || !type) return { value: { info: undefined, content: nothing }, lengthBytes: end + 1 }
  const info = { id, type, sizeBytes: Number(size) }
  if (!hasContent) return { value: { info, content: nothing }, lengthBytes: end + 1 }
  const lengthBytes = end + 1 + info.sizeBytes + 1
  if (bytes.length < lengthBytes) return { neededBytes: lengthBytes }
  const content = Buffer.from(bytes.subarray(end + 1, lengthBytes - 1))
  return { value: { info, content }, lengthBytes }
}
