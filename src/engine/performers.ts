// Which function performs which effect.

import { isComputed } from '../kernel/unit.ts'
import { type House, unitOf } from './house.ts'
import { build } from './perform/build.ts'
import { compute } from './perform/compute.ts'
import { deliver } from './perform/deliver.ts'
import { evaluate } from './perform/evaluate.ts'
import { judge, judgeComputed, prove } from './perform/judge.ts'
import { land } from './perform/land.ts'
import { prepare } from './perform/prepare.ts'
import { work } from './perform/work.ts'
import type { Performers } from './ports.ts'

export function performersOf(house: House): Performers {
  return {
    prepare: async (effect, circumstances) =>
      isComputed(unitOf(house, effect.unit)) ? { ok: true } : prepare(house, effect, circumstances),
    work: (effect, circumstances) =>
      isComputed(unitOf(house, effect.unit))
        ? compute(house, effect)
        : work(house, effect, circumstances),
    judge: (effect, circumstances) =>
      isComputed(unitOf(house, effect.unit))
        ? judgeComputed(house, effect)
        : judge(house, effect, circumstances),
    build: effect => build(house, effect),
    prove: (effect, circumstances) => prove(house, effect, circumstances),
    land: effect => land(house, effect),
    deliver: effect => deliver(house, effect),
    review: effect => unasked(effect.id),
    evaluate: effect => evaluate(house, effect),
  }
}

/** No unit is compiled with a review by an agent. */
function unasked(effect: string): never {
  throw new Error(`invariant: no run of this version asks for ${effect}`)
}
