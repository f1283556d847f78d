// The word that a driver leaves beside the journal while it drives: who it is and where. A checkout that was copied meanwhile holds a copy
// of it, and of the journal that names this driver; the driver knows nothing of that copy and never writes there.

import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sweepTemporaries, writeFileAtomic } from '../base/atomic-file.ts'
import { lifeOfHolder } from './holder.ts'
import { localFolder } from './journal-place.ts'
import type { Ledger } from './ledger.ts'
import { giveUpOf } from './recovery.ts'

export interface DriverWord {
  readonly holder: string
  readonly fence: number
  readonly since: string
  /** The project that it drives; words of older programs lack it. */
  readonly root?: string
}

const driverFile = (root: string) => join(localFolder(root), 'driver.json')

export const writeDriverWord = (root: string, word: Omit<DriverWord, 'root'>): void =>
  writeFileAtomic(driverFile(root), `${JSON.stringify({ ...word, root })}\n`)

export const removeDriverWord = (root: string): void => rmSync(driverFile(root), { force: true })

/** Undefined where nobody drives, or has left this very moment. */
export function readDriverWord(root: string): DriverWord | undefined {
  try {
    return JSON.parse(readFileSync(driverFile(root), 'utf8')) as DriverWord
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}

/** The word of a driver that died says nothing any more, and nor does one that it had not finished writing. */
export function forgetDeadDriver(root: string): void {
  sweepTemporaries(driverFile(root))
  const word = readDriverWord(root)
  if (word && lifeOfHolder(word.holder) === 'dead') removeDriverWord(root)
}

/** Where a driver works whose word came here with a copy; undefined where it drives here, under whatever path this folder has by now. */
export function originalOf(root: string, word: DriverWord): string | undefined {
  const original = word.root
  if (original === undefined || original === root) return undefined
  const [here, there] = [root, original].map(each =>
    statSync(localFolder(each), { throwIfNoEntry: false, bigint: true }),
  )
  // Nothing is there any more: this folder was moved, and its driver with it.
  if (!here || !there) return undefined
  return here.dev === there.dev && here.ino === there.ino ? undefined : original
}

/** In the journal of a copy: who drives the original drives nothing here, and what it holds is asked for again. */
export async function partFromOriginal(root: string, ledger: Ledger): Promise<void> {
  const word = readDriverWord(root)
  if (!word || originalOf(root, word) === undefined) return
  await giveUpOf(ledger, holder => holder === word.holder, 'works elsewhere')
  const { driver } = ledger.state
  if (driver?.name === word.holder) await ledger.send({ type: 'leave', fence: driver.fence })
  removeDriverWord(root)
}
