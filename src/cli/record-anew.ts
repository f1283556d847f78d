// Records in the stored state what was found of a few resources, where all others are recorded as they are. Does nothing where the state,
// or what decides beside it, is not what was known.

import { join } from 'node:path'
import { sha256 } from '../base/hash.ts'
import { readingsOf } from '../checks/evidence/rows.ts'
import type { Evidence } from '../evidence/weigh.ts'
import { settleState } from '../state/change.ts'
import { changeState, openSpecDesk } from './project.ts'
import { hashesOf } from './recall/program.ts'
import type { Recall } from './recall/recall.ts'
import type { RefreshCommand } from './refresh-report.ts'
import { recordAll } from './refreshing.ts'
import type { World } from './world.ts'

export interface RecordedAnew {
  /** The hash of the new state by its path; undefined where nothing changed. */
  readonly written: Readonly<Record<string, string>> | undefined
}

export async function recordAnew(
  command: RefreshCommand,
  evidence: readonly Evidence[],
  { known, request, files }: Recall,
  world: World,
): Promise<RecordedAnew | undefined> {
  const { project, spec, handle } = await openSpecDesk(command.flags, world)
  const paths = Object.keys(known?.files ?? {})
  const now = hashesOf(paths)
  if (paths.some(each => now[each] !== files[each])) return undefined
  const read = new Map(evidence.map(each => [each.address, each]))
  const resources = spec.resources.filter(each => read.has(each.address))
  const ordered = resources.map(each => read.get(each.address)!)
  const place = join(handle.store.place, handle.name)
  let isSame = false
  const { written } = await changeState(project, handle, 'refresh', world, (stored, version) => {
    isSame = version !== undefined && version === files[place]
    if (!isSame) return stored
    const state = settleState(stored, spec)
    const readings = readingsOf(resources, ordered, state, request.codeRoot)
    return recordAll(state, readings, command, world).state
  })
  return isSame ? { written: written && { [place]: sha256(written.text) } } : undefined
}
