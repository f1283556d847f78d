// Which texts of states are known to be valid: those that were found so before, and those that were written here. Of these nobody has
// to look at every value again. Kept in the user's cache by hash alone; without it every text is looked at.

import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forgetOldest } from '../base/forget-oldest.ts'
import { sha256 } from '../base/hash.ts'
import { makeFolder } from '../base/make-folder.ts'

export interface KnownTexts {
  readonly has: (text: string) => boolean
  readonly note: (text: string) => void
}

const MOST_TEXTS = 64

/** What one version of the program found valid another one looks at itself. */
export function openKnownTexts(folder: string, programVersion: string): KnownTexts {
  const placeOf = (text: string) => join(folder, sha256(`${programVersion}\0${text}`))
  return {
    has: text => existsSync(placeOf(text)),
    note(text) {
      try {
        makeFolder(folder)
        writeFileSync(placeOf(text), '')
        forgetOldest(folder, MOST_TEXTS)
      } catch {
        // Nothing to note it in: it is looked at again the next time.
      }
    },
  }
}
