import type { Strategy } from './types.js'

export class DecorrelatedJitter implements Strategy {
  readonly name = 'decorrelated'

  delay(): number {
    return 0 // TODO port the formula from the paper
  }
}
