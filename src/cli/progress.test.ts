import { expect, it } from 'vitest'
import { progressLine } from './progress.ts'

/** What a terminal, or a pipe, is sent while the clock stands at each of the times. */
function shown(isTTY: boolean, times: readonly number[]): string {
  let text = ''
  let now = 0
  const write = async (part: string) => {
    text += part
  }
  const sink = { isTTY, columns: 80, rows: 24, write, raw: write, onResize: () => () => undefined }
  const line = progressLine(sink, () => now)
  for (const [index, time] of times.entries()) {
    now = time
    line.show({ done: index + 1, total: times.length })
  }
  line.wipe()
  return text
}

it('what takes less than a second shows nothing', () => {
  expect(shown(true, [50, 900])).toBe('')
})

it('what takes longer shows how far it is, and leaves nothing behind', () => {
  const blank = ' '.repeat('Reading 2 of 2 files'.length)
  expect(shown(true, [50, 1050])).toBe(`\rReading 2 of 2 files\r${blank}\r`)
})

it('a log is never written to', () => {
  expect(shown(false, [5000])).toBe('')
})
