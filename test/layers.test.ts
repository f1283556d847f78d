// The house stands as ARCHITECTURE.md draws it: rooms import downwards only, and pure rooms reach nothing of the world.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspect, rooms } from './layers.ts'

const house = inspect(join(import.meta.dirname, '../src'))
const planted = inspect(join(import.meta.dirname, 'fixtures/crooked-house'))

describe('the house', () => {
  it('has no arrow and no reach that the table forbids', () => {
    expect(house.violations).toEqual([])
  })

  it('is really being read: most files import something', () => {
    const files = new Set(house.imports.map(each => each.from))
    expect(files.size).toBeGreaterThan(0)
    expect(house.imports.length).toBeGreaterThanOrEqual(files.size)
  })

  it('names every room once', () => {
    expect(new Set(rooms).size).toBe(rooms.length)
  })
})

describe('a crooked house', () => {
  it('is seen to be crooked, beam by beam', () => {
    expect(planted.violations).toEqual([
      'attic/lost.ts lies in no room of the table',
      'base/upward.ts → spec/anything.ts: spec is below base',
      'contract/chance.ts reaches for clock or chance',
      'contract/clock.ts reaches for clock or chance',
      'contract/clock.ts reaches for clock or chance',
      'contract/disk.ts → node:fs: a pure file imports only pure files',
      'contract/environment.ts reaches for process',
      'contract/lazy.ts → cli/anything.ts: a pure file imports only pure files',
      'contract/lazy.ts → cli/anything.ts: contract sees only base',
      'contract/network.ts reaches for fetch',
      'kernel/sideways.ts → plan/anything.ts: kernel sees only base',
    ])
  })
})
