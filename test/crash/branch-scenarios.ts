// Landings of branches that persons made, onto a branch that nobody has checked out: `batch` has a culprit among them, `revert` takes back what
// landed before, and in `moved` the target goes on while what lands is proved.

import { join } from 'node:path'
import { startEngine } from './engine.ts'
import { leaveWork, makePlace, type Place, workIn, write } from './place.ts'
import type { Scenario } from './scenario.ts'

const target = 'release'

const onto = {
  target,
  workOf: (place: Place) => workIn(place, target),
  workAfter: (before: Readonly<Record<string, string>>) => before,
}

const batch: Scenario = {
  ...onto,
  name: 'batch',
  make: () => withWork(makeBranches(['one', 'bad', 'two'], 'test ! -e src/bad')),
  command: ['land', 'one', 'bad', 'two', '--into', target],
  code: 3,
  landed: ['one', 'two'],
  branches: ['one', 'bad', 'two', target],
}

const revert: Scenario = {
  ...onto,
  name: 'revert',
  make: async () => {
    const place = makeBranches(['one', 'two'], 'test -e src/a.txt')
    const { code, stderr } = await startEngine(place, ['land', 'one', 'two', '--into', target])
      .ended
    if (code !== 0) throw new Error(`nothing landed that could be taken back: ${stderr}`)
    return withWork(place)
  },
  command: ['revert', 'one', '-m', 'too early'],
  code: 0,
  landed: ['one', 'two', 'one-revert-2'],
  branches: ['one', 'two', target],
}

/** The one who moves it does so in one rename, so that killing them leaves no half of it. */
const moved: Scenario = {
  ...onto,
  name: 'moved',
  make: () => {
    const place = makeBranches(
      ['one', 'faster'],
      ({ ref, at, next }) =>
        `if cmp -s ${at} ${ref}; then cp ${next} ${next}.new && mv ${next}.new ${ref}; fi`,
    )
    const { at, next } = namesIn(place.home)
    write('/', at, place.git('rev-parse', target))
    write('/', next, place.git('rev-parse', 'faster'))
    return withWork(place)
  },
  command: ['land', 'one', '--into', target],
  code: 0,
  landed: ['one', 'sync-1'],
  branches: ['one', 'faster', target],
}

export const branchScenarios: readonly Scenario[] = [batch, revert, moved]

const namesIn = (home: string) => ({
  ref: join(home, 'project/.git/refs/heads', target),
  at: join(home, 'at'),
  next: join(home, 'next'),
})

type Script = string | ((names: ReturnType<typeof namesIn>) => string)

/** Each branch adds one file of its name; the check says what it is, as every check of the matrix does. */
function makeBranches(names: readonly string[], check: Script): Place {
  const script = (home: string) => (typeof check === 'string' ? check : check(namesIn(home)))
  const config = (home: string) =>
    `checks:\n  unit:\n    command: ${JSON.stringify(`${script(home)} # check`)}\n`
  const place = makePlace(home => ({ '.fixpoint/config.yaml': config(home), 'src/a.txt': 'a\n' }))
  place.git('branch', target)
  for (const name of names) {
    place.git('switch', '--quiet', '--create', name, 'main')
    write(place.root, `src/${name}`, `${name}\n`)
    place.git('add', '-A')
    place.git('commit', '--quiet', '-m', `Make ${name}`)
  }
  place.git('switch', '--quiet', 'main')
  return place
}

function withWork(place: Place): Place {
  leaveWork(place)
  return place
}
