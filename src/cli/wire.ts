// The only place that builds adapters: the real world for the commands.

import { systemTime } from '../base/clock.ts'
import { userName } from '../base/process-identity.ts'
import { type Sink, UnreadError, type World } from './world.ts'

/** A key, a service manager, a terminal that was closed: each asks the program to end. */
const interrupts = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export function homeWorld(): World {
  return {
    cwd: process.cwd(),
    environment: process.env,
    user: userName(),
    stdout: sinkOf(process.stdout, true),
    stderr: sinkOf(process.stderr, false),
    now: systemTime,
    // The global loads the module of the same name only when an id is wanted.
    attach: async program => (await import('../base/attached.ts')).runAttached(program, 'inherit'),
    newId: () => crypto.randomUUID(),
    onInterrupt: listener => {
      for (const each of interrupts) process.on(each, listener)
      return () => {
        for (const each of interrupts) process.off(each, listener)
      }
    },
    exit: code => process.exit(code),
  }
}

/**
 * A write that failed (closed pipe, full disk) is an error of the command, never an unhandled event. What is said beside the result keeps
 * nothing from being done: where it cannot be written, nobody can be told of that either.
 */
function sinkOf(stream: NodeJS.WriteStream, isResult: boolean): Sink {
  let failure: Error | undefined
  stream.on('error', cause => {
    failure = cause
  })
  const write = (text: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      const end = (cause: Error | null | undefined) =>
        cause && isResult ? reject(meaningOf(cause)) : resolve()
      if (failure) end(failure)
      else stream.write(text, end)
    })
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80
    },
    get rows() {
      return stream.rows ?? 24
    },
    onResize(listener) {
      stream.on('resize', listener)
      return () => stream.off('resize', listener)
    },
    write,
    raw: write,
  }
}

const meaningOf = (cause: Error) =>
  'code' in cause && cause.code === 'EPIPE'
    ? new UnreadError('nobody reads the output any more', { cause })
    : cause
