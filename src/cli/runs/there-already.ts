// A branch of which nothing was left to land, because another one of the same landing brought it all: the journal knows it as a unit that did
// not land, and for a person it is there.

import { NOTHING_NEW } from '../../engine/perform/build.ts'
import type { Unit } from '../../kernel/model.ts'
import { isBad } from '../../kernel/unit.ts'

export const isThereAlready = (unit: Unit): boolean =>
  unit.spec.kind === 'branch' && isBad(unit) && unit.failures.at(-1)?.signature === NOTHING_NEW
