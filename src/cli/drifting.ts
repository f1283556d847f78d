// Finds the drift of a project: which source files no resource holds, and which resources were verified as something else.

import { sha256 } from '../base/hash.ts'
import { type Drift, undeclaredFiles } from '../evidence/drift.ts'
import { requiredLevel } from '../spec/model.ts'
import { entryOf } from '../state/change.ts'
import type { State } from '../state/read.ts'
import { isDeclaredOtherwise } from '../state/verified.ts'
import type { Refreshed } from './refreshing.ts'
import { isDeclarable } from './scanning.ts'

export function driftOf({ desk, codebase, readings }: Refreshed, state: State | undefined): Drift {
  const held = new Set(
    readings.flatMap(({ evidence, resource }) => [
      ...evidence.files,
      ...evidence.tests,
      ...resource.files,
    ]),
  )
  const files = codebase.files
    .filter(path => isDeclarable(path, codebase))
    .flatMap(path => {
      const outline = codebase.outline(path)
      return outline ? [{ path, outline }] : []
    })
  const changed = readings
    .map(each => each.resource)
    .filter(resource => {
      const entry = state && entryOf(state, resource.address)
      return isDeclaredOtherwise(entry, resource, requiredLevel(desk.spec, resource), sha256)
    })
  return {
    undeclared: undeclaredFiles(files, held),
    changed: changed.map(each => each.address).sort(),
  }
}
