// Runs of agents: `land` goes the whole way with six units; `deliver` forwards the branch that is checked out.

import { agentConfig, done, unitFile } from '../e2e/repository.ts'
import { leaveWork, makePlace, type Place, workIn, write } from './place.ts'
import type { Scenario } from './scenario.ts'

/** Every check, every setup says what it is, so that its start and end can be told from those of an agent. */
const config = agentConfig(`checks:
  full:
    command: 'test -s src/T03 # check'
workspace:
  setup: 'mkdir deps && echo made > deps/lib # setup'
`)

const files = { '.fixpoint/config.yaml': config, '.gitignore': 'deps/\n', 'src/a.txt': 'a\n' }

const none = 'checks: []\n'

/**
 * Only T03 is judged by a check. T02 breaks the git directory beside its folder, so that its place cannot be reset and is thrown away. T04
 * fails once.
 */
const scripts: Readonly<Record<string, readonly [script: string, front: string]>> = {
  T01: ['echo T01 > src/T01', none],
  T02: ['echo T02 > src/T02; mkdir -p ../git/info/sparse-checkout', none],
  T03: ['cp deps/lib src/T03', 'checks: [full]\n'],
  T04: ['if [ "$ATTEMPT" != 1 ]; then echo T04 > src/T04; fi', none],
  T05: ['echo T05 > src/T05; touch deps/more', `${none}depends_on: [T01, T02]\n`],
  T06: [
    'git rm -q src/a.txt; git commit -qm mine; echo a > src/a.txt; echo T06 > src/T06',
    `${none}depends_on: [T05]\n`,
  ],
}

const land: Scenario = {
  name: 'land',
  make: () => {
    const place = makeUnits(Object.keys(scripts))
    leaveWork(place)
    return place
  },
  command: ['run', 'units', '--deliver', 'branch'],
  code: 0,
  landed: Object.keys(scripts),
  branches: [],
  workOf: place => workIn(place),
  workAfter: before => before,
}

const deliver: Scenario = {
  name: 'deliver',
  make: () => {
    const place = makeUnits(['T01'])
    write(place.root, 'src/a.txt', 'work in progress\n')
    place.git('stash', 'push', '--quiet', 'src/a.txt')
    write(place.root, 'src/untracked.txt', 'mine\n')
    return place
  },
  command: ['run', 'units', '--deliver', 'ff'],
  code: 0,
  landed: ['T01'],
  branches: [],
  target: 'main',
  workOf: ({ git }) => ({
    differences: git('status', '--porcelain'),
    branch: git('symbolic-ref', 'HEAD'),
    stash: git('stash', 'show', '-p'),
    tip: git('log', '-1', '--format=%s', 'main'),
  }),
  workAfter: before => ({ ...before, tip: 'Unit T01\n' }),
}

export const runScenarios: readonly Scenario[] = [land, deliver]

function makeUnits(units: readonly string[]): Place {
  const place = makePlace(() => files)
  for (const id of units) {
    const [script, front] = scripts[id]!
    const claims = `create: [src/${id}]`
    const text = unitFile({ id, script: `${script}\n${done}`, claims, front })
    write(place.root, `units/${id}.md`, text)
  }
  return place
}
