import { expect, it } from 'vitest'
import { mapInTurns, turns } from './turns.ts'

const busy = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

it('lets others have their turn while the work is long, and keeps the order', async () => {
  const events: string[] = []
  setImmediate(() => events.push('other work'))
  const results = await mapInTurns([1, 2, 3], each => {
    busy(60)
    events.push(`piece ${each}`)
    return each * 10
  })
  expect(results).toEqual([10, 20, 30])
  expect(events).toEqual(['piece 1', 'other work', 'piece 2', 'piece 3'])
})

it('does not wait for what waits itself, and tells of what failed', async () => {
  const open: (() => void)[] = []
  const all = mapInTurns(['slow', 'failing', 'last'], async each => {
    if (each === 'failing') throw new Error('it failed')
    if (each === 'slow') await new Promise<void>(resolve => open.push(resolve))
    if (each === 'last') open[0]!()
    return each
  })
  await expect(all).rejects.toThrow('it failed')
})

it('tells whether a turn was over', async () => {
  const turn = turns(20)
  expect(await turn()).toBe(false)
  busy(25)
  expect(await turn()).toBe(true)
})
