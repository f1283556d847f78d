import type { Strategy } from './types.js'

export const constantDelay = (ms: number): Strategy => ({ name: 'constant', delay: () => ms })

const immediately: Strategy = {
  name: 'immediately',
  delay() {
    return 0
  },
}

export { immediately }
