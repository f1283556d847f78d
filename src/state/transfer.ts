// Bringing a whole state from elsewhere: only a later serial of the same lineage replaces what is there, unless it is forced.

import { refuse } from '../base/diagnostic.ts'
import type { State } from './read.ts'

/** The state to store in place of `current`; the very same `current` when both say the same. */
export function replaceState(
  current: State | undefined,
  incoming: State,
  file: string,
  isForced: boolean,
): State {
  if (!current || isForced) return incoming
  if (current.lineage && incoming.lineage && current.lineage !== incoming.lineage)
    refuse(
      'state/lineage',
      `this is the state of another project: lineage ${incoming.lineage}, here ${current.lineage}`,
      {
        at: { file },
        fix: 'check the file; --force replaces the state all the same',
      },
    )
  if (incoming.serial < current.serial)
    refuse(
      'state/serial',
      `serial ${incoming.serial} is older than ${current.serial}, which is stored`,
      {
        at: { file },
        fix: 'pull first; --force replaces the newer state all the same',
      },
    )
  const isSame = JSON.stringify(incoming.resources) === JSON.stringify(current.resources)
  if (incoming.serial === current.serial && !isSame)
    refuse('state/serial', `serial ${incoming.serial} is stored already, with another content`, {
      at: { file },
      fix: 'pull, merge, and push again; --force replaces it all the same',
    })
  return isSame && incoming.serial === current.serial ? current : incoming
}
