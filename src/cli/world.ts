// Everything that a command may know of the world outside its arguments. Tests hand in another one.

import type { AttachedProgram } from '../base/attached.ts'

/** Whoever read the output has read enough: no fault of the command, and nothing to say to anybody. */
export class UnreadError extends Error {}

export interface Sink {
  readonly isTTY: boolean
  /** The size of the terminal as it is now. */
  readonly columns: number
  readonly rows: number
  /** Words: from within a command, control characters in them are shown and not obeyed. */
  write(text: string): Promise<void>
  /** What the program itself draws with, and bytes that others apply: as it is. */
  raw(text: string | Uint8Array): Promise<void>
  /** Calls back each time the terminal changed its size; answers how to stop listening. */
  onResize(listener: () => void): () => void
}

export interface World {
  /** Gives the terminal to a program until the person leaves it; answers its exit code. */
  attach(program: AttachedProgram): Promise<number>
  readonly cwd: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly user: string
  readonly stdout: Sink
  readonly stderr: Sink
  now(): string
  newId(): string
  /** Calls back each time a person interrupts the program; answers how to stop listening. */
  onInterrupt(listener: () => void): () => void
  /** Ends the program now, whatever it still waits for. */
  exit(code: number): void
}
