// The project holds itself to what it asks of others: its own spec is met by its own code, on evidence alone.

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixpoint } from './e2e/cli.ts'
import { REPOSITORY } from './e2e/places.ts'

it('fixpoint ci on itself is converged, with nothing attested', async () => {
  const { exitCode, stdout } = await fixpoint('ci --fail-under 100 --no-attested', {
    cwd: REPOSITORY,
    env: { FIXPOINT_CACHE_DIR: join(REPOSITORY, 'node_modules/.cache/fixpoint') },
  })
  const { actions, total_resources } = JSON.parse(stdout)
  expect(actions).toEqual([])
  expect(exitCode).toBe(0)
  expect(total_resources).toBeGreaterThan(30)
})
