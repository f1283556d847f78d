// A word that names a saved plan, for the commands that take one among other things.

import { readFileSync, statSync } from 'node:fs'
import type { PlanFile } from '../contract/plan-file.ts'
import { readPlanFile } from '../plan/read-saved.ts'

/** A file that exists and starts like JSON is read as a saved plan, also where no spec is. */
export function savedPlanAt(path: string, word: string): PlanFile | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  const text = readFileSync(path, 'utf8')
  return text.trimStart().startsWith('{') ? readPlanFile(text, word) : undefined
}
