// Which files add languages to a project. Reads none of them.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../../base/order.ts'

export const LANGUAGES_FOLDER = '.fixpoint/languages'

/** Packs of a project, relative to its root. */
export function packFiles(root: string): readonly string[] {
  try {
    return readdirSync(join(root, LANGUAGES_FOLDER))
      .filter(each => /\.ya?ml$/.test(each))
      .sort(compareText)
      .map(each => `${LANGUAGES_FOLDER}/${each}`)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
