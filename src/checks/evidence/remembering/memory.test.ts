// Evidence that was read before holds exactly where nothing that it rests on changed: after every change the remembered verdicts and
// those of a reader without any memory are the same, and only what the change may have touched is read anew.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openUnread } from '../../../code/open.ts'
import type { Evidence } from '../../../evidence/weigh.ts'
import type { Spec } from '../../../spec/model.ts'
import { readSpec } from '../../../spec/read.ts'
import type { Outcomes } from '../outcomes/outcomes.ts'
import { readUnknown } from '../read.ts'
import { openMemory } from './memory.ts'
import { decodeAsked, encodeRemembered, type Remembered, withFound } from './remembered.ts'

const home = mkdtempSync(join(tmpdir(), 'fixpoint-memory-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
let count = 0

const noOutcomes: Outcomes = {
  checks: async () => [],
  failedTests: () => [],
  coveredLines: new Map(),
}

const spec = `version: "1"
resources:
  part:
    login: {files: [src/auth.py], attributes: {functions: [login]}}
    gone: {files: [src/gone.py], attributes: {functions: [far_away]}}
    found: {attributes: {functions: [search_all]}}
    rule: {files: [src/rule.py], attributes: {functions: [Rule.amount]}}
    rules: {files: [src/rule.py], attributes: {classes: [Rule]}}
    users: {attributes: {endpoints: [GET /api/users]}}
    reached: {files: [src/auth.py], attributes: {functions: [login]}, require: reached}
    tested: {files: [src/auth.py], tests: [tests/test_auth.py], attributes: {functions: [login]}}
    sync: {files: [cli.js], attributes: {commands: [sync]}}
    keys: {files: [settings.yaml], attributes: {keys: [server.port]}}
    globbed: {files: ['src/*.py'], attributes: {functions: [logout]}}
    billing: {require: present}
    orders: {files: [db/1.sql], attributes: {tables: [orders]}}
    typed: {files: [web/typed.ts], attributes: {functions: [typed]}, require: reached}
    saved: {files: [web/store.ts], attributes: {functions: [save]}}
    empty: {files: [lib/empty.py], require: present}
    comment: {files: [lib/comment.py], require: present}
    barrel: {files: [web/index.ts], attributes: {exports: [pay]}}
    broken: {files: [web/lost.ts], attributes: {exports: [lose]}}
`

const start: Readonly<Record<string, string>> = {
  'src/auth.py': 'def login(name):\n    return name\ndef logout():\n    return 1\n',
  'src/search.py': 'def search_all(text):\n    return [text]\n',
  'lib.py': '# @generated\ndef search_all(text):\n    return 3\n',
  'lib/empty.py': '',
  'lib/comment.py': '# nothing else\n',
  'src/rule.py': 'class Rule:\n    def amount(self):\n        raise NotImplementedError\n',
  'src/flat.py':
    'from rule import Rule\nclass Flat(Rule):\n    def amount(self):\n        return 1\n',
  'src/main.py': 'from auth import login\nlogin("a")\n',
  'src/billing.py': 'def bill():\n    return 1\n',
  'app/users.py':
    'from flask import Blueprint\nusers = Blueprint("users", __name__)\n@users.route("/users")\ndef all():\n    return []\n',
  'app/main.py':
    'from flask import Flask\nfrom app.users import users\napp = Flask(__name__)\napp.register_blueprint(users, url_prefix="/api")\n',
  'tests/test_auth.py': 'from src.auth import login\ndef test_login():\n    assert login(1)\n',
  'cli.js':
    "import { program } from 'commander'\nimport { sync } from './sync.js'\nprogram.command('sync').action(sync)\n",
  'sync.js': 'export function sync() { return pull() }\n',
  'settings.yaml': 'server:\n  port: 1\n',
  'db/1.sql': 'create table orders (id int);\n',
  'web/typed.ts': 'export function typed() { return 1 }\n',
  'web/use.ts': "import { typed } from '@web/typed'\ntyped()\n",
  'web/store.ts': 'export interface Store { save(): void }\n',
  'web/base.ts':
    "import { Store } from './store'\nexport abstract class Base implements Store { abstract save(): void }\n",
  'web/disk.ts':
    "import { Base } from './base'\nexport class Disk extends Base { save() { return flush() } }\n",
  'web/index.ts': "export { pay } from './pay'\n",
  'web/pay.ts': 'export const pay = 1\n',
  'web/lost.ts': "export { lose } from './lose'\n",
  'tsconfig.json': '{"compilerOptions": {"paths": {"@web/*": ["./web/*"]}}}\n',
}

interface Place {
  readonly root: string
  readonly spec: Spec
  before: Remembered | undefined
}

function git(root: string, ...words: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
  const { status, stderr } = spawnSync('git', [...identity, ...words], { cwd: root })
  expect([words, status, status === 0 ? '' : stderr.toString()]).toEqual([words, 0, ''])
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

async function placeOf(files: Readonly<Record<string, string>> = start): Promise<Place> {
  const root = join(home, `root-${count++}`)
  for (const [path, text] of Object.entries({ ...files, 'fixpoint.spec.yaml': spec }))
    write(root, path, text)
  git(root, 'init', '-q')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'all')
  const read = await readSpec(root, 'fixpoint.spec.yaml', undefined)
  const place = { root, spec: read.spec, before: undefined }
  await refresh(place)
  return place
}

interface Refreshed {
  readonly evidence: readonly Evidence[]
  /** Names of the resources that were not known already. */
  readonly anew: readonly string[]
}

async function read(place: Place, cache: string, before: Remembered | undefined) {
  const { resources } = place.spec
  const named = resources.flatMap(each => each.files)
  const codebase = await openUnread(place.root, { cacheFolder: cache, named })
  const memory = openMemory(before, codebase)
  const anew: string[] = []
  const evidence = await readUnknown(place.spec, resources, {
    codebase,
    outcomes: noOutcomes,
    isThorough: false,
    memory: {
      recall: memory.recall,
      note(resource, ...rest) {
        anew.push(resource.name)
        memory.note(resource, ...rest)
      },
    },
  })
  codebase.keep()
  return { evidence: JSON.parse(JSON.stringify(evidence())), anew, memory }
}

/** Remembers what it finds, as it would lie on disk. */
async function refresh(place: Place): Promise<Refreshed> {
  const { memory, ...found } = await read(place, join(home, 'cache'), place.before)
  const written = encodeRemembered(memory.remembered())
  place.before = withFound(decodeAsked(written.asked), written.found)
  return found
}

/** With nothing to go by, not even a cache. */
const fresh = async (place: Place) =>
  (await read(place, join(home, `none-${count++}`), undefined)).evidence

/** What asks the whole tree is read again after any change. */
const wide = ['users', 'reached', 'tested', 'sync', 'orders', 'typed']

interface Change {
  readonly name: string
  readonly make: (root: string) => unknown
  /** Read anew beside what asks the whole tree. */
  readonly anew: readonly string[]
}

const remove = (path: string) => (root: string) => rmSync(join(root, path))
const edit = (path: string, text: string) => (root: string) => write(root, path, text)

const changes: readonly Change[] = [
  {
    name: 'a declared file is edited',
    make: edit('src/auth.py', `${start['src/auth.py']}def more(): return 1\n`),
    anew: ['login', 'globbed'],
  },
  {
    name: 'a declared file has a syntax error now',
    make: edit('src/auth.py', `${start['src/auth.py']}def more(:\n`),
    anew: ['login', 'globbed'],
  },
  {
    name: 'a declared file goes',
    make: remove('src/auth.py'),
    anew: ['login', 'globbed', 'billing'],
  },
  {
    name: 'a declared file moves',
    make: root => renameSync(join(root, 'src/auth.py'), join(root, 'src/session.py')),
    anew: ['login', 'globbed', 'billing'],
  },
  {
    name: 'a declared file comes',
    make: edit('src/gone.py', 'def far_away():\n    return 1\n'),
    anew: ['gone', 'globbed', 'billing'],
  },
  {
    name: 'what a missing file declared appears elsewhere',
    make: edit('other/new.py', 'def far_away():\n    return 1\n'),
    anew: ['gone', 'globbed', 'billing'],
  },
  {
    name: 'a body of a found file changes',
    make: edit('src/search.py', 'def search_all(text):\n    pass\n'),
    anew: ['found', 'globbed'],
  },
  {
    name: 'another file declares a name that was found',
    make: edit('src/main.py', 'def search_all(text):\n    return 2\n'),
    anew: ['found', 'globbed'],
  },
  {
    name: 'a new file is a better find',
    make: edit('found.py', 'def search_all(text):\n    return 2\n'),
    anew: ['found', 'globbed', 'billing'],
  },
  {
    name: 'an heir becomes a stub',
    make: edit(
      'src/flat.py',
      start['src/flat.py']!.replace('return 1', 'raise NotImplementedError'),
    ),
    anew: ['rule', 'rules', 'globbed'],
  },
  {
    name: 'a caller loses its reference',
    make: edit('src/main.py', 'print("a")\n'),
    anew: ['globbed'],
  },
  { name: 'a test refers to nothing', make: edit('tests/test_auth.py', 'x = 1\n'), anew: [] },
  {
    name: 'a router is mounted elsewhere',
    make: edit('app/main.py', start['app/main.py']!.replace('/api', '/v2')),
    anew: [],
  },
  {
    name: 'a command does nothing',
    make: edit('sync.js', 'export function sync() { throw new Error("not implemented") }\n'),
    anew: [],
  },
  { name: 'paths lead elsewhere', make: edit('tsconfig.json', '{}\n'), anew: [] },
  {
    name: 'what a barrel exports goes',
    make: edit('web/pay.ts', 'export const other = 1\n'),
    anew: ['barrel'],
  },
  {
    name: 'what a file exports comes',
    make: edit('web/lose.ts', 'export const lose = 1\n'),
    anew: ['broken', 'globbed', 'billing'],
  },
  { name: 'a key goes', make: edit('settings.yaml', 'server: {}\n'), anew: ['keys'] },
  {
    name: 'a later migration drops a table',
    make: edit('db/2.sql', 'drop table orders;\n'),
    anew: ['globbed', 'billing'],
  },
  {
    name: 'a file comes that a resource is called by',
    make: edit('lib/billing.ts', 'export const bill = 1\n'),
    anew: ['globbed', 'billing'],
  },
  {
    name: 'a file says that it is generated',
    make: edit('src/search.py', `# @generated\n${start['src/search.py']}`),
    anew: ['found', 'globbed'],
  },
  {
    name: 'a file is no longer generated',
    make: edit('lib.py', start['lib.py']!.replace('@generated', 'by hand')),
    anew: ['found'],
  },
  {
    name: 'a declared file has a comment more',
    make: edit('src/auth.py', `${start['src/auth.py']}# the end\n`),
    anew: [],
  },
  {
    name: 'an empty file gets a comment',
    make: edit('lib/empty.py', '# not empty\n'),
    anew: ['empty'],
  },
  {
    name: 'a declared file is emptied',
    make: edit('lib/comment.py', ''),
    anew: ['comment'],
  },
  {
    name: 'a generated file has a longer head',
    make: edit('lib.py', `# a head\n${start['lib.py']}`),
    anew: [],
  },
  {
    name: 'what implements an interface becomes a stub',
    make: edit('web/disk.ts', start['web/disk.ts']!.replace('return flush()', '')),
    anew: ['saved'],
  },
  {
    name: 'what implements an interface goes',
    make: remove('web/disk.ts'),
    anew: ['saved', 'globbed', 'billing'],
  },
  {
    name: 'what implements an interface comes from something else',
    make: edit('web/base.ts', 'export abstract class Base { abstract save(): void }\n'),
    anew: ['saved'],
  },
  {
    name: 'something else implements an interface, too',
    make: edit('web/cloud.ts', start['web/disk.ts']!.replace('Disk', 'Cloud')),
    anew: ['saved', 'globbed', 'billing'],
  },
  {
    name: 'a file gets its first route',
    make: edit(
      'src/main.py',
      `${start['src/main.py']}from flask import Flask\napp = Flask("a")\n@app.get("/api/users")\ndef users(): return [1]\n`,
    ),
    anew: ['globbed'],
  },
  {
    name: 'a file loses its last route',
    make: edit('app/users.py', start['app/users.py']!.replace('@users.route("/users")\n', '')),
    anew: [],
  },
  {
    name: 'a file loses its last command',
    make: edit('cli.js', "import { sync } from './sync.js'\nsync()\n"),
    anew: [],
  },
  {
    name: 'a file gets the command that another one had',
    make: (root: string) => {
      write(root, 'sync.js', start['cli.js']!.replace('./sync.js', './cli.js'))
      write(root, 'cli.js', start['sync.js']!)
    },
    anew: [],
  },
  {
    name: 'a file of code drops a table',
    make: edit('db/2.py', 'from alembic import op\ndef upgrade():\n    op.drop_table("orders")\n'),
    anew: ['globbed', 'billing'],
  },
  {
    name: 'a file holds a name no longer',
    make: edit('web/use.ts', 'export const nobody = 1\n'),
    anew: [],
  },
  {
    name: 'a file lends a name under another word',
    make: (root: string) => {
      write(root, 'web/typed.ts', 'function typed() { return 1 }\nexport { typed as lent }\n')
      write(root, 'web/use.ts', "import { lent } from '@web/typed'\nlent()\n")
    },
    anew: [],
  },
  {
    name: 'a file is started by itself',
    make: (root: string) => {
      write(root, 'src/main.py', 'print(1)\n')
      write(
        root,
        'src/auth.py',
        `${start['src/auth.py']}if __name__ == "__main__":\n    login("a")\n`,
      )
    },
    anew: ['globbed'],
  },
  { name: 'nothing', make: () => {}, anew: [] },
]

describe('evidence remembered', () => {
  it.each(changes)('is that of a fresh reading after: $name', async ({ name, make, anew }) => {
    const place = await placeOf()
    make(place.root)
    const after = await refresh(place)
    expect(after.evidence).toEqual(await fresh(place))
    const everywhere = name === 'nothing' ? [] : wide
    expect(after.anew.toSorted()).toEqual([...new Set([...anew, ...everywhere])].sort())
    expect((await refresh(place)).anew).toEqual([])
  })

  it('is found anew in a file that a grammar confirms since a resource names it', async () => {
    const { 'src/search.py': text, ...rest } = start
    const place = await placeOf({ ...rest, 'code/search.py': `${text}x = 1 1\n` })
    const named = '    searched: {files: [code/search.py], require: present}\n'
    write(place.root, 'fixpoint.spec.yaml', spec + named)
    const read = await readSpec(place.root, 'fixpoint.spec.yaml', undefined)
    const now: Place = { ...place, spec: read.spec }
    const { evidence, anew } = await refresh(now)
    expect(evidence).toEqual(await fresh(now))
    expect(anew).toContain('found')
  })

  it('is never that of a file that cannot be read', async () => {
    const place = await placeOf()
    truncateSync(join(place.root, 'src/auth.py'), 17 << 20)
    for (let round = 0; round < 2; round++) {
      const { evidence, anew } = await refresh(place)
      expect(evidence).toEqual(await fresh(place))
      expect(anew).toContain('login')
    }
  })

  it('is that of a fresh reading after any series of changes', async () => {
    const texts = fc.constantFrom(
      ...Object.values(start),
      '',
      '# nothing\n',
      `${start['src/auth.py']}# the end\n`,
      'def login(x):\n    pass\n',
      'def search_all(:\n',
      'def far_away(): return login()\n',
      'class Other:\n    def amount(self):\n        return 2\n',
      '# @generated\ndef search_all(): return 1\n',
      'drop table orders;\n',
    )
    const paths = fc.constantFrom(
      ...Object.keys(start),
      'src/gone.py',
      'found.py',
      'db/2.sql',
      'vendor/x.py',
      'package.json',
      'billing/index.js',
    )
    const step = fc.record({
      way: fc.constantFrom('write', 'remove', 'move', 'commit'),
      path: paths,
      to: paths,
      text: texts,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async steps => {
        const place = await placeOf()
        for (const { way, path, to, text } of steps) {
          if (way === 'write') write(place.root, path, text)
          if (way === 'remove') rmSync(join(place.root, path), { force: true })
          if (way === 'commit') {
            git(place.root, 'add', '-A')
            git(place.root, 'commit', '-qm', 'some', '--allow-empty')
          }
          if (way === 'move') {
            write(place.root, path, text)
            mkdirSync(dirname(join(place.root, to)), { recursive: true })
            renameSync(join(place.root, path), join(place.root, to))
          }
          expect((await refresh(place)).evidence).toEqual(await fresh(place))
        }
      }),
      { numRuns: 6 },
    )
  }, 120_000)
})
