// Edit after edit, committed, staged, hidden from git or taken back: whatever a refresh remembers of the ones before, it says what one
// without any memory says.

import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Chance, chanceFrom } from '../sim/chance.ts'
import { aged, spec, start } from './recalled.ts'
import { repository, type TestRepository } from './repository.ts'

const sources = ['src/auth.py', 'src/search.py', 'src/main.py', 'src/new.py']

const bodies = [
  start['src/auth.py'],
  start['src/search.py'],
  start['src/main.py'],
  '# a head\n\ndef login(name):\n    return name\n',
  'def search(text):\n    pass\n',
  'def login(name):\n    return name\n# the end\n',
  'def other():\n    return 1\n\ndef search(text):\n    return [text, other()]\n',
]

const edit = (here: TestRepository, { pick }: Chance) => here.write(pick(sources), pick(bodies))

const commit = (here: TestRepository) =>
  here.git('commit', '--quiet', '--all', '--allow-empty', '--message', 'Change')

/** What a person does between two refreshes. A step that does not apply changes nothing. */
const steps: readonly ((here: TestRepository, chance: Chance) => void)[] = [
  edit,
  edit,
  commit,
  (here, chance) => {
    edit(here, chance)
    commit(here)
  },
  here => here.git('add', '--all'),
  here => here.git('reset', '--quiet'),
  here => here.git('checkout', '--quiet', '--force', 'HEAD'),
  (here, { pick }) => here.git('rm', '--quiet', '--cached', '--ignore-unmatch', pick(sources)),
  (here, { pick, odds }) => {
    const path = pick(sources)
    const isTracked = here.git('ls-files', path) !== ''
    const flag = odds(0.5) ? '--assume-unchanged' : '--no-assume-unchanged'
    if (isTracked) here.git('update-index', flag, path)
  },
  (here, { odds }) => here.write('.gitignore', odds(0.5) ? 'ignored/\nsrc/new.py\n' : 'ignored/\n'),
  (here, { odds }) => here.write('fixpoint.spec.yaml', odds(0.5) ? spec : `# a head\n${spec}`),
]

it.each([1, 2, 3])(
  'is nothing that a refresh says otherwise for having a memory: %i',
  async seed => {
    const here = repository(start)
    const chance = chanceFrom(seed)
    await here.program('refresh')
    for (let step = 0; step < 12; step++) {
      chance.pick(steps)(here, chance)
      if (chance.odds(0.6)) aged(here)
      const fresh = { FIXPOINT_CACHE_DIR: join(here.root, `../none-${step}`) }
      const line = chance.odds(0.3) ? 'refresh --dry-run' : 'refresh --dry-run --json'
      expect(await here.program(line), `step ${step}`).toEqual(
        await here.program(line, { env: fresh }),
      )
      if (chance.odds(0.2)) await here.program('refresh')
    }
  },
)
