// Edit after edit, committed, staged, hidden from git or taken back, decided on by people: whatever a refresh remembers of the ones
// before, it says and writes what one without any memory says and writes.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Chance, chanceFrom } from '../sim/chance.ts'
import { aged, spec as recalled, start, timeless } from './recalled.ts'
import { repository, type TestRepository } from './repository.ts'

/** Each rests on the files that it names. */
const named = `resources:
  feature:
    auth:
      attributes: {functions: [login]}
      files: [src/auth.py]
    entered:
      attributes: {functions: [main]}
      files: [src/main.py]
    held:
      attributes: {class: Store, functions: [Store.read, Store.write]}
      files: [src/store.py, src/more.py]
`

/** Some rest on any file. */
const wide = recalled + named.slice(named.indexOf('    entered:'))

const files = {
  ...start,
  'src/store.py': 'class Store:\n    def read(self):\n        return 1\n',
  'src/more.py': 'def more():\n    return 1\n',
}

const sources = Object.keys(files).filter(each => each.startsWith('src/'))

const bodies = [
  ...sources.map(each => files[each as keyof typeof files]),
  '# a head\n\ndef login(name):\n    return name\n',
  'def search(text):\n    pass\n',
  'def login(name):\n    return name\n# the end\n',
  'def other():\n    return 1\n\ndef search(text):\n    return [text, other()]\n',
  'def main():\n    return 1\n',
  'class Store:\n    def read(self):\n        pass\n\n    def write(self):\n        return 1\n',
  'from store import Store\n\nclass Disk(Store):\n    def read(self):\n        return 2\n',
  'def login(:\n',
  '',
]

const edit = (here: TestRepository, { pick }: Chance) =>
  here.write(pick([...sources, 'src/new.py']), pick(bodies))

/** What is inserted at the top moves the lines of everything below. */
function moveLines(here: TestRepository, { pick }: Chance): void {
  const path = pick(sources)
  if (here.files().includes(path)) here.write(path, `# moved\n${here.read(path)}`)
}

const commit = (here: TestRepository) =>
  here.git('commit', '--quiet', '--all', '--allow-empty', '--message', 'Change')

const SPEC = 'fixpoint.spec.yaml'
const STATE = 'fixpoint.state.json'

const addresses = ['feature.auth', 'feature.entered', 'feature.held', 'feature.found']

type Step = (here: TestRepository, chance: Chance) => unknown

/** What a person does between two refreshes. A step that does not apply changes nothing. */
const steps: readonly Step[] = [
  edit,
  edit,
  moveLines,
  moveLines,
  moveLines,
  commit,
  (here, chance) => {
    edit(here, chance)
    commit(here)
  },
  (here, { pick }) => rmSync(here.path(pick(sources)), { force: true }),
  (here, { pick }) => {
    const path = pick(sources)
    if (here.git('ls-files', path) !== '' && here.files().includes(path))
      here.git('mv', '--force', path, 'src/moved.py')
  },
  here => here.git('add', '--all'),
  here => here.git('reset', '--quiet'),
  here => here.git('reset', '--quiet', '--hard'),
  (here, { pick }) => here.git('rm', '--quiet', '--cached', '--ignore-unmatch', pick(sources)),
  (here, { pick, odds }) => {
    const path = pick(sources)
    const isTracked = here.git('ls-files', path) !== ''
    const flag = odds(0.5) ? '--assume-unchanged' : '--no-assume-unchanged'
    if (isTracked) here.git('update-index', flag, path)
  },
  (here, { odds }) => here.write('.gitignore', odds(0.5) ? 'ignored/\nsrc/new.py\n' : 'ignored/\n'),
  (here, { pick }) => {
    const spec = here.read(SPEC)
    here.write(SPEC, pick([`# a head\n${spec}`, spec.replace('main]', 'run]'), `${spec}\n`]))
  },
  (here, { pick }) =>
    here.program(`mark ${pick(addresses)} -s ${pick(['implemented', 'broken'])} -f src/auth.py`),
  (here, { pick, odds }) => here.program(`${odds(0.5) ? 'lock' : 'unlock'} ${pick(addresses)}`),
]

/** As long after the last edit as it takes until the answer to a line is known. */
async function settle(here: TestRepository, line: string): Promise<void> {
  aged(here)
  for (let time = 0; time < 2; time++) await here.program(line)
}

const lines = ['refresh --dry-run', 'refresh --dry-run --json', 'refresh', 'refresh --json']

/** What a line says and what it leaves behind in the state, which is put back as it was. */
async function told(
  here: TestRepository,
  line: string,
  env: Readonly<Record<string, string>> = {},
) {
  const before = stateOf(here)
  const outcome = await here.program(line, { env })
  const state = stateOf(here)
  putState(here, before)
  return { outcome, state: state && timeless(state), left: state }
}

const stateOf = (here: TestRepository) =>
  here.files().includes(STATE) ? here.read(STATE) : undefined

const putState = (here: TestRepository, state: string | undefined) =>
  state === undefined ? rmSync(here.path(STATE), { force: true }) : here.write(STATE, state)

describe.each([
  ['its files', named],
  ['any file', wide],
])('of resources that rest on %s', (_, spec) => {
  it.each([1, 2, 3])(
    'a refresh says and writes nothing otherwise for having a memory: %i',
    async seed => {
      const here = repository({ ...files, [SPEC]: spec })
      const chance = chanceFrom(seed)
      await here.program('refresh')
      let line = chance.pick(lines)
      for (let step = 0; step < 14; step++) {
        if (chance.odds(0.6)) await settle(here, line)
        await chance.pick(steps)(here, chance)
        if (chance.odds(0.6)) aged(here)
        if (chance.odds(0.25)) line = chance.pick(lines)
        const fresh = await told(here, line, {
          FIXPOINT_CACHE_DIR: join(here.root, `../none-${step}`),
        })
        const known = await told(here, line)
        const { left } = known
        expect(known, `step ${step}: ${line}`).toEqual({ ...fresh, left })
        if (chance.odds(0.7)) putState(here, left)
      }
    },
  )
})
