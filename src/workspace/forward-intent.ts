// That a checkout is being forwarded, noted beside the cache before git begins: whoever is killed meanwhile leaves files there that look like
// work of the person, and the next delivery to that checkout puts them back before it looks.

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../base/atomic-file.ts'
import { sha256 } from '../base/hash.ts'
import type { Repository } from './open.ts'
import { type Forward, filesToCome, type Intent, putBack, type Run } from './put-back.ts'

export async function noteForward(
  repository: Repository,
  run: Run,
  checkout: string,
  forward: Forward,
): Promise<void> {
  const noted: Intent = { ...forward, coming: await filesToCome(run, checkout, forward) }
  writeFileAtomic(placeOf(repository, checkout), JSON.stringify(noted))
}

/** `now`: where the branch is. Where it has moved, what lies there is what git made of it, and nothing is put back. */
export async function settleForward(
  repository: Repository,
  run: Run,
  checkout: string,
  now: string | undefined,
): Promise<void> {
  const place = placeOf(repository, checkout)
  const noted = notedIn(place)
  if (noted === undefined) return
  if (noted.tip === now) await putBack(run, checkout, noted)
  rmSync(place)
}

const placeOf = ({ folder }: Repository, checkout: string) =>
  join(folder, `forward-${sha256(checkout).slice(0, 12)}.json`)

function notedIn(file: string): Intent | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Intent
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}
