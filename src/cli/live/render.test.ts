import { expect, it } from 'vitest'
import { plain } from '../paint.ts'
import { renderLive } from './render.ts'
import { widthOf } from './text-width.ts'
import type { LiveRow, LiveView } from './view.ts'

const SECOND = 1_000
const row = (name: string, status: LiveRow['status'], more: Partial<LiveRow> = {}): LiveRow => ({
  name,
  status,
  forMs: 134 * SECOND,
  workedMs: 0,
  attempt: 1,
  attempts: 3,
  why: '',
  ...more,
})

const night: LiveView = {
  run: 'r1',
  how: 'running',
  elapsedMs: 3 * 3600 * SECOND + 5 * 60 * SECOND,
  landed: 2,
  total: 8,
  driver: 'driven by process 4711 on tower',
  usage: { timeMs: 5025 * SECOND, tokens: 120_000, cost: 1_230_000 },
  budget: { cost: 5_000_000 },
  rows: [
    row('T03', 'landing', { forMs: 7 * SECOND, workedMs: 61 * SECOND, why: 'land is under way' }),
    row('T04', 'working', {
      workedMs: 134 * SECOND,
      attempt: 2,
      why: 'claude; 1 failed, last check_failed: check unit fails in 2 places that the base does not have',
    }),
    row('T05', 'queued', { why: 'queues behind T03' }),
    row('T06', 'blocked', { why: 'waits for your answer: red or blue?' }),
    row('T07', 'pending', { attempt: 0, why: 'needs T06 first' }),
    row('T08', 'failed', { attempt: 3, why: '3 failed, last timeout: it took over 30m' }),
    row('T01', 'landed', { why: '0123456789' }),
    row('T02', 'landed', { why: '9876543210' }),
  ],
  line: ['T03', 'T05'],
  needs: [{ name: 'T06', why: 'red or blue?', command: 'fixpoint answer T06 "…"' }],
  notes: ['Ctrl-C ends the watching; the run goes on.'],
}

const shown = (columns: number, rows: number, view = night) =>
  renderLive(view, { columns, rows }, plain)

it('shows a run whole where the terminal has room', () => {
  expect(`\n${shown(80, 24).join('\n')}\n`).toBe(`
r1  running  3h05  2 of 8 landed                 driven by process 4711 on tower
agents 1h23 · tokens 120,000 · cost 1.23 of 5.00

UNIT  STATUS    FOR  WORKED  TRY  WHY
T03   landing  0:07    1:01  1/3  land is under way
T04   working  2:14    2:14  2/3  claude; 1 failed, last check_failed: check un…
T05   queued   2:14          1/3  queues behind T03
T06   blocked  2:14          1/3  waits for your answer: red or blue?
T07   pending  2:14               needs T06 first
T08   failed   2:14          3/3  3 failed, last timeout: it took over 30m
T01   landed   2:14          1/3  0123456789
T02   landed   2:14          1/3  9876543210

Lands next: T03, T05
Waits for you:
  T06  red or blue?  → fixpoint answer T06 "…"
Ctrl-C ends the watching; the run goes on.
`)
})

it('keeps what moves and what waits for a person where the terminal is small, and counts the rest', () => {
  expect(`\n${shown(60, 14).join('\n')}\n`).toBe(`
r1  running  3h05  2 of 8 landed
agents 1h23 · tokens 120,000 · cost 1.23 of 5.00

UNIT  STATUS    FOR  TRY  WHY
T03   landing  0:07  1/3  land is under way
T04   working  2:14  2/3  claude; 1 failed, last check_fail…
T05   queued   2:14  1/3  queues behind T03
T06   blocked  2:14  1/3  waits for your answer: red or blu…
and 4 more: 1 pending, 1 failed, 2 landed

Lands next: T03, T05
Waits for you:
  T06  red or blue?  → fixpoint answer T06 "…"
Ctrl-C ends the watching; the run goes on.
`)
})

it('is never wider or higher than the terminal, whatever its size and whatever names and words are in it', () => {
  const odd = {
    ...night,
    rows: night.rows.map(each => ({
      ...each,
      name: `${each.name}-${'漢字'.repeat(20)}`,
      why: `\x1b[31mred\x1b[2J\r\n${'語'.repeat(80)}`,
    })),
  }
  for (const view of [night, odd])
    for (const columns of [1, 10, 39, 40, 63, 64, 80, 200])
      for (const rows of [1, 2, 5, 9, 24, 50]) {
        const lines = shown(columns, rows, view)
        expect(lines.length, `${columns}x${rows}`).toBeLessThanOrEqual(rows)
        expect(Math.max(...lines.map(widthOf)), `${columns}x${rows}`).toBeLessThanOrEqual(columns)
        expect(lines.join('')).not.toMatch(/\p{Cc}/u)
      }
})
