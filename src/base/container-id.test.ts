// A container is an orphan only where its owner is certainly dead; anything else is left alone.

import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { isOrphan, newContainerId } from './container-id.ts'

const own = newContainerId()
const [machine, pid, started] = own.split('-')
const deadPid = spawnSync('true').pid

it('a container of a living process is none', () => {
  expect(isOrphan(own)).toBe(false)
})

it('a container of a dead process is one, also where another process has its number now', () => {
  expect(isOrphan(`${machine}-${deadPid}-${started}-1`)).toBe(true)
  expect(isOrphan(`${machine}-${pid}-1-1`)).toBe(true)
})

it.each([
  ['another machine', `000000000000-${deadPid}-1-1`],
  ['no form that we know', `${machine}-${deadPid}`],
  ['nothing', ''],
])('a container of %s is none', (_, id) => {
  expect(isOrphan(id)).toBe(false)
})
