// Anybody may remove a cache, also while a run uses it. That costs the attempts that were in there, and nothing else.

import { expect, it } from 'vitest'
import { env } from './branches.ts'
import { NOON } from './cli.ts'
import { done, repository, unitFile } from './repository.ts'

const LATER = '2026-01-27T13:00:00Z'

it('a cache that is removed while an agent works costs that attempt, which is charged to nobody', async () => {
  const here = repository()
  const gone = here.path('../gone')
  const script = `if [ ! -e ${gone} ]; then touch ${gone}; rm -rf ${here.path('../cache')}; fi\necho b > src/b.txt\n${done}`
  here.write('T01.md', unitFile({ id: 'T01', script }))
  const failed =
    /attempt 1 failed \(infrastructure\): workspace 1\.\d was removed while it was in use: \S+ \(while a run goes on, leave the cache to fixpoint gc\)/
  // The world gets time to recover; by this clock it has had it.
  const now = (told: string) => (failed.test(told) ? LATER : NOON)
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env, now })
  expect(stderr).toMatch(failed)
  expect(exitCode).toBe(0)
  expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
})
