// The engine is killed without warning and started again: each unit lands exactly once, nothing is left behind, and the checkout is as it
// was. Of each kind a moment of the long scenario and one of a short one are tried here; `npm run crash` tries all of them.

import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { countMoments } from '../crash/case.ts'
import { nameOf, sampleOf } from '../crash/moment.ts'
import { playAll, sizesText } from '../crash/play.ts'

/** What a run touches; a kind that is absent is one that no test kills the engine at any more. */
const kinds = [
  'agent-finish',
  'agent-start',
  'check-finish',
  'check-start',
  'delivery',
  'file',
  'journal-append',
  'lease',
  'object',
  'ref-update',
  'setup-finish',
  'setup-start',
  'transcript',
  'workspace-creation',
  'workspace-deletion',
  'workspace-files',
  'workspace-reset',
]

it('an engine that is killed at any moment is restarted to the same end', async () => {
  const moments = await countMoments()
  expect([...new Set(moments.map(each => each.kind))].sort()).toEqual(kinds)
  const sample = sampleOf(moments)
  const played = new Set(sample.map(each => each.scenario))
  expect([...played].sort()).toEqual(['batch', 'deliver', 'land', 'moved', 'revert'])
  process.stdout.write(
    `crash matrix: ${sample.length} of ${moments.length} moments\n${sizesText(sample)}\n`,
  )
  const results = await playAll(sample, availableParallelism())
  const failed = results.filter(each => each.faults.length > 0)
  expect(failed.map(({ moment, faults }) => [nameOf(moment), ...faults])).toEqual([])
  // A moment that is named is come to, but for those that depend on which of two agents was faster.
  expect(results.filter(each => each.isReached).length).toBeGreaterThan(sample.length / 2)
}, 600_000)
