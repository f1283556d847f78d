import { expect, it } from 'vitest'
import { constantDelay, retry, withRetry } from '../src/index.js'

class FlakyServer {
  calls = 0

  async answer() {
    if (++this.calls < 3) throw new Error('try again')
    return this.calls
  }
}

it('stops at the first success', async () => {
  const server = new FlakyServer()
  expect(await retry(() => server.answer(), { strategy: constantDelay(0) })).toBe(3)
})

it('has an alias', () => {
  expect(withRetry).toBe(retry)
})
