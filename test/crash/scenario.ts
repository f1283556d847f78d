// The runs in which the engine is killed: what stands in the project, what a person has left in it, how the run is started, and what must
// be true of the checkout in the end. `land` goes the whole way with six units; `deliver` forwards the branch that is checked out.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { agentConfig, done, unitFile } from '../e2e/repository.ts'
import { everything } from '../git/fixture.ts'

export interface Place {
  /** Everything of one case: the project, a home, a cache, a folder for temporary files. */
  readonly home: string
  readonly root: string
  readonly git: (...words: readonly string[]) => string
}

export interface Scenario {
  readonly name: string
  readonly make: () => Place
  readonly command: readonly string[]
  readonly units: readonly string[]
  /** What a person could see of their work. */
  readonly workOf: (place: Place) => Readonly<Record<string, string>>
  /** The same in the end, from what it was before the start. */
  readonly workAfter: (before: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
}

/** Every check, every setup says what it is, so that its start and end can be told from those of an agent. */
const config = agentConfig(`checks:
  full:
    command: 'test -s src/T03 # check'
workspace:
  setup: 'mkdir deps && echo made > deps/lib # setup'
`)

const files = { '.fixpoint/config.yaml': config, '.gitignore': 'deps/\n', 'src/a.txt': 'a\n' }

/** T02 breaks the git directory beside its folder, so that its place cannot be reset and is thrown away. T04 fails once. */
const scripts: Readonly<Record<string, readonly [script: string, front: string]>> = {
  T01: ['echo T01 > src/T01', ''],
  T02: ['echo T02 > src/T02; mkdir -p ../git/info/sparse-checkout', ''],
  T03: ['cp deps/lib src/T03', 'checks: [full]\n'],
  T04: ['if [ "$ATTEMPT" != 1 ]; then echo T04 > src/T04; fi', ''],
  T05: ['echo T05 > src/T05; touch deps/more', 'depends_on: [T01, T02]\n'],
  T06: [
    'git rm -q src/a.txt; git commit -qm mine; echo a > src/a.txt; echo T06 > src/T06',
    'depends_on: [T05]\n',
  ],
}

const land: Scenario = {
  name: 'land',
  make: () => {
    const place = makePlace(Object.keys(scripts))
    const put = (path: string, text: string) => write(place.root, path, text)
    put('src/a.txt', 'work in progress\n')
    place.git('stash', 'push', '--quiet', 'src/a.txt')
    put('src/a.txt', 'other work\n')
    put('src/untracked.txt', 'mine\n')
    put('src/staged.txt', 'staged\n')
    place.git('add', 'src/staged.txt')
    put('src/staged.txt', 'staged, then edited\n')
    return place
  },
  command: ['run', 'units', '--deliver', 'branch'],
  units: Object.keys(scripts),
  workOf: ({ root }) =>
    Object.fromEntries(
      Object.entries(everything(root)).filter(([path]) => !path.startsWith('.fixpoint/local/')),
    ),
  workAfter: before => before,
}

const deliver: Scenario = {
  name: 'deliver',
  make: () => {
    const place = makePlace(['T01'])
    write(place.root, 'src/a.txt', 'work in progress\n')
    place.git('stash', 'push', '--quiet', 'src/a.txt')
    write(place.root, 'src/untracked.txt', 'mine\n')
    return place
  },
  command: ['run', 'units', '--deliver', 'ff'],
  units: ['T01'],
  workOf: ({ git }) => ({
    differences: git('status', '--porcelain'),
    branch: git('symbolic-ref', 'HEAD'),
    stash: git('stash', 'show', '-p'),
    tip: git('log', '-1', '--format=%s', 'main'),
  }),
  workAfter: before => ({ ...before, tip: 'Unit T01\n' }),
}

export const scenarios: readonly Scenario[] = [land, deliver]

function makePlace(units: readonly string[]): Place {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'fixpoint-crash-')))
  const root = join(home, 'project')
  for (const folder of ['home', 'cache', 'tmp']) mkdirSync(join(home, folder))
  for (const [path, text] of Object.entries(files)) write(root, path, text)
  const git: Place['git'] = (...words) =>
    execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: join(home, 'home'),
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_OPTIONAL_LOCKS: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'Ana')
  git('config', 'user.email', 'ana@example.org')
  write(root, '.git/info/exclude', 'units/\n')
  git('add', '-A')
  git('commit', '--quiet', '-m', 'Start')
  for (const id of units) {
    const [script, front] = scripts[id]!
    const text = unitFile({
      id,
      script: `${script}\n${done}`,
      claims: `create: [src/${id}]`,
      front,
    })
    write(root, `units/${id}.md`, text)
  }
  return { home, root, git }
}

export function removePlace({ home }: Place): void {
  rmSync(home, { recursive: true, force: true })
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
