// One git process that lives as long as its owner needs it and answers one question after the other: a question costs a
// pipe's round trip instead of a process. Knows nothing of what it is asked. Must be closed.

import { type ChildProcess, spawn } from 'node:child_process'
import { DiagnosticError, error } from '../base/diagnostic.ts'
import { brokenConfig, type Git, type GitOptions, neutralEnvironment } from './git.ts'

/** What lies at the front of the bytes that arrived: a whole answer, or how many bytes it takes at least. */
export type Reading<T> =
  | { readonly neededBytes: number }
  | { readonly value: T; readonly lengthBytes: number }

interface Question {
  /** Answers how many bytes it took; how many it takes, where they have not all arrived. */
  readonly take: (bytes: Buffer) => Taken
  readonly fail: (cause: Error) => void
}

type Taken = { readonly neededBytes: number } | { readonly lengthBytes: number }

/** Characters: its last words tell why it ended. */
const MOST_SAID = 2_000

export class StandingGit {
  readonly #git: Git
  readonly #words: readonly string[]
  readonly #options: Pick<GitOptions, 'settings'>
  #child: ChildProcess | undefined
  /** The last of what the process said beside its answers. */
  #said = ''
  #waiting: Question[] = []
  #chunks: Buffer[] = []
  #arrivedBytes = 0
  /** Not worth looking before this much has arrived: a large answer comes in a thousand pieces. */
  #neededBytes = 0

  constructor(git: Git, words: readonly string[], options: Pick<GitOptions, 'settings'> = {}) {
    this.#git = git
    this.#words = words
    this.#options = options
  }

  /** Rejects with `git/ended` where the process ends before it answers, be it because the question made it. */
  ask<T>(question: string, read: (bytes: Buffer) => Reading<T>): Promise<T> {
    return new Promise((resolve, fail) => {
      const child = this.#running()
      const take = (bytes: Buffer): Taken => {
        const reading = read(bytes)
        if ('value' in reading) resolve(reading.value)
        return reading
      }
      this.#waiting.push({ take, fail })
      child.stdin?.write(question)
    })
  }

  /** Asked again, it starts anew. */
  close(): void {
    this.#child?.stdin?.end()
    this.#child = undefined
  }

  /** Away from the terminal's group: a person who interrupts us interrupts no answer. It ends when its input does, however we end. */
  #running(): ChildProcess {
    if (this.#child) return this.#child
    const child = spawn(this.#git.program, this.#words, {
      env: neutralEnvironment(this.#git, this.#options),
      cwd: this.#git.directory,
      stdio: 'pipe',
      detached: true,
    })
    child.on('error', cause => this.#lose(child, cause))
    // One that reads no more is over: its last words come before its end.
    child.stdin.on('error', () => child.kill())
    child.on('close', () => this.#lose(child, undefined))
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      if (this.#child === child) this.#said = `${this.#said}${chunk}`.slice(-MOST_SAID)
    })
    child.unref()
    this.#said = ''
    this.#child = child
    return child
  }

  /** Whoever waits is told; the next question starts a new process. */
  #lose(child: ChildProcess, cause: Error | undefined): void {
    if (this.#child !== undefined && this.#child !== child) return
    this.#child = undefined
    this.#keep(Buffer.alloc(0), 0)
    for (const { fail } of this.#waiting.splice(0)) fail(this.#ended(cause))
  }

  #ended(cause: Error | undefined): Error {
    const said = this.#said.trim()
    const broken = brokenConfig(this.#words, said)
    if (broken) return new DiagnosticError([broken], { cause })
    const message = `git ${this.#words[0]} ended before it answered${said === '' ? '' : `: ${said}`}`
    return new DiagnosticError([error('git/ended', message, { fix: 'run it again' })], { cause })
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#arrivedBytes += chunk.length
    if (this.#arrivedBytes < this.#neededBytes) return
    let rest: Buffer = Buffer.concat(this.#chunks)
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const taken = next.take(rest)
      if ('neededBytes' in taken) return this.#keep(rest, taken.neededBytes)
      this.#waiting.shift()
      rest = rest.subarray(taken.lengthBytes)
    }
    this.#keep(rest, 0)
  }

  #keep(rest: Buffer, neededBytes: number): void {
    this.#chunks = rest.length > 0 ? [rest] : []
    this.#arrivedBytes = rest.length
    this.#neededBytes = neededBytes
  }
}
