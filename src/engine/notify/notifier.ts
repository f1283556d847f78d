// Sends notices while a process drives the project. How far the journal was told is written before anything is sent: each notice goes out
// at most once, and one that was on its way when the process died is not sent again. Never holds up a run, never fails one.

import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../../base/atomic-file.ts'
import { localFolder } from '../journal-place.ts'
import type { Ledger } from '../ledger.ts'
import type { Channel } from './channels.ts'
import { type Notice, type NoticeKind, noticeOf } from './notice.ts'

export interface NotifierOptions {
  readonly root: string
  readonly ledger: Ledger
  readonly channels: readonly Channel[]
  readonly kinds: readonly NoticeKind[]
  /** For whoever looks at the run; told once for each channel. */
  readonly tell: (text: string) => void
}

export interface Notifier {
  /** Looks at what was written since the last time; what is sent goes on by itself. */
  turn(): void
  /** When everything that was begun has been sent or given up; it waits a bounded time. */
  close(): Promise<void>
}

export const noNotifier: Notifier = { turn: () => undefined, close: async () => undefined }

export function openNotifier(options: NotifierOptions): Notifier {
  const failed = new Set<string>()
  let going: Promise<void> = Promise.resolve()
  let isLooking = false
  const look = async () => {
    isLooking = false
    for (const notice of await takeNotices(options))
      await Promise.all(options.channels.map(each => sendOne(each, notice, options, failed)))
  }
  const turn = () => {
    if (isLooking) return
    isLooking = true
    going = going.then(look)
    // A journal that cannot be read stops the driver by itself; close tells of it.
    going.catch(() => undefined)
  }
  return {
    turn,
    async close() {
      turn()
      const isLate = await firstOf(going, CLOSE_MS)
      if (isLate)
        options.tell('Warning: notifications were still being sent; they are not waited for')
    },
  }
}

/** However many notices a channel that hangs holds up. */
const CLOSE_MS = 15_000

/** Whether the time was over first. */
async function firstOf(work: Promise<void>, ms: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(true), ms)
  return Promise.race([work.then(() => false), promise]).finally(() => clearTimeout(timer))
}

const cursorFile = (root: string) => join(localFolder(root), 'notified.json')

/** A project that never told anybody begins with what happens from now on. */
async function takeNotices({ root, ledger, kinds }: NotifierOptions): Promise<readonly Notice[]> {
  const { journal, state } = ledger
  const { seq } = await journal.head()
  const told = readCursor(root) ?? seq
  const notices: Notice[] = []
  for await (const page of journal.read(told + 1, seq))
    for (const entry of page) {
      const notice = noticeOf(entry, state.project)
      if (notice && kinds.includes(notice.kind)) notices.push(notice)
    }
  if (seq !== told || readCursor(root) === undefined)
    writeFileAtomic(cursorFile(root), `${JSON.stringify({ version: 1, seq })}\n`)
  return notices
}

function readCursor(root: string): number | undefined {
  try {
    const { seq } = JSON.parse(readFileSync(cursorFile(root), 'utf8')) as { seq: unknown }
    return typeof seq === 'number' ? seq : undefined
  } catch {
    return undefined // there is none, or it is no longer ours: better silent than told twice
  }
}

async function sendOne(
  { name, send }: Channel,
  notice: Notice,
  { root, tell }: NotifierOptions,
  failed: Set<string>,
): Promise<void> {
  const why = await send(notice)
  if (why === undefined || failed.has(name)) return
  failed.add(name)
  const text = `notification by ${name} failed: ${why}`
  appendFileSync(join(localFolder(root), 'notify.log'), `${notice.at} ${notice.seq} ${text}\n`)
  tell(`Warning: ${text} (fixpoint doctor looks at it; the run goes on)`)
}
