// A refresh of what was refreshed before answers from what it kept, and never with anything but what a fresh one would say.

import { createHash } from 'node:crypto'
import {
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aged, spec, start, timeless, young } from './recalled.ts'
import { repository, type TestRepository } from './repository.ts'

const cacheOf = (here: TestRepository) => join(here.root, '../cache')

const kept = (here: TestRepository) => keptIn(here, 'views', '.view')
const evidenceOf = (here: TestRepository) => keptIn(here, 'evidence', '.evidence')

function keptIn(here: TestRepository, folder: string, ending: string): string[] {
  try {
    return readdirSync(join(cacheOf(here), folder)).filter(each => each.endsWith(ending))
  } catch {
    return [] // nothing was ever kept
  }
}

/** Without its cache of outlines, a refresh that reads code is seen by making one. */
const forgetOutlines = (here: TestRepository) =>
  rmSync(join(cacheOf(here), 'outlines'), { recursive: true, force: true })

const hasRead = (here: TestRepository) => readdirSync(cacheOf(here)).includes('outlines')

const LINE = 'refresh --dry-run --json'

/** Refreshed, and asked once more, so that the answer to the line is known. */
async function settled(files: Readonly<Record<string, string>> = start): Promise<TestRepository> {
  const here = repository(files)
  await here.program('refresh')
  await settle(here)
  return here
}

async function settle(here: TestRepository): Promise<void> {
  aged(here)
  await here.program(LINE)
}

describe('refresh with nothing changed', () => {
  it.each(['refresh', 'refresh --json', 'refresh --show-plan', 'refresh --color=always'])(
    'says the same again without reading any code: %s',
    async line => {
      const here = await settled()
      const first = await here.program(line)
      forgetOutlines(here)
      expect(await here.program(line)).toEqual(first)
      expect([kept(here).length, hasRead(here)]).toEqual([2, false])
    },
  )

  it('asks git what it tracks only where its index is another one', async () => {
    const here = await settled()
    const asked = async () => {
      const trace = join(here.root, '../trace')
      await here.program(LINE, { env: { GIT_TRACE: trace } })
      const isAsked = readFileSync(trace, 'utf8').includes('ls-files')
      rmSync(trace)
      return isAsked
    }
    const first = await asked()
    here.git('update-index', '--chmod=+x', 'src/auth.py')
    expect([first, await asked()]).toEqual([false, true])
  })

  it('works again what was damaged on disk', async () => {
    const here = await settled()
    const { stdout } = await here.program(LINE)
    const [view] = kept(here)
    here.write(`../cache/views/${view}`, `${'0'.repeat(64)}\n{"view":{"text":"wrong"}}`)
    expect((await here.program(LINE)).stdout).toBe(stdout)
  })

  it.each([
    ['results of checks', { '.fixpoint/config.yaml': 'checks: {unit: {command: "true"}}\n' }],
    ['reports', { '.fixpoint/config.yaml': 'reports: {junit: [ignored/*.xml]}\n' }],
    ['globs of included files', { 'fixpoint.spec.yaml': `include: [parts/*.yaml]\n${spec}` }],
  ])('keeps nothing that rests on %s', async (what, files) => {
    const withCheck = `${spec}      checks: [unit]\n`
    const own = what === 'results of checks' ? { 'fixpoint.spec.yaml': withCheck } : {}
    expect(kept(await settled({ ...start, ...own, ...files }))).toEqual([])
  })

  it('keeps nothing while git is told to overlook a file', async () => {
    const here = repository(start)
    here.git('update-index', '--assume-unchanged', 'src/auth.py')
    await here.program('refresh')
    await settle(here)
    expect(kept(here)).toEqual([])
    here.write('src/auth.py', stub)
    const fresh = { env: { FIXPOINT_CACHE_DIR: join(here.root, '../no-cache') } }
    expect(await here.program(LINE)).toEqual(await here.program(LINE, fresh))
  })

  it('keeps nothing while files are as young as the program', async () => {
    const here = repository(start)
    young(here)
    await here.program('refresh')
    await here.program('refresh --dry-run')
    expect(kept(here)).toEqual([])
  })
})

interface Change {
  readonly name: string
  readonly files?: Readonly<Record<string, string>>
  readonly make: (here: TestRepository) => unknown
}

/** With the size and the time that the file had before. Git looks twice at files that are as old as its index. */
function disguised(here: TestRepository, file: string, content: string): void {
  const { atime, mtime, size } = lstatSync(here.path(file))
  expect(content.length).toBe(size)
  here.write(file, content)
  utimesSync(here.path(file), atime, mtime)
  utimesSync(here.path('.git/index'), atime, mtime)
}

const partOf = (name: string, file: string) =>
  `resources:\n  feature:\n    ${name}:\n      files: [${file}]\n`

const stub = 'def login(name):\n    pass\n'

/** The sum at the head of what is kept is left as it was, or made right for another text. */
function damage(
  here: TestRepository,
  folder: 'evidence' | 'views',
  make: (body: string) => string,
  isSealed: boolean,
): void {
  const names = folder === 'views' ? kept(here) : evidenceOf(here)
  expect(names.length).toBe(1)
  for (const name of names) {
    const path = join(cacheOf(here), folder, name)
    const text = readFileSync(path, 'utf8')
    const made = isSealed ? resealed(text, make) : text.slice(0, 65) + make(text.slice(65))
    expect(made).not.toBe(text)
    writeFileSync(path, made)
  }
}

/** Of two texts that lie in one file, the first as it is made, under a seal that holds. */
function resealed(file: string, make: (text: string) => string): string {
  const [, size, sum] = /^\w{64}\n *(\d+) (\w{64})\n/.exec(file)!
  const start = 65 + 76
  const first = make(file.slice(start, start + Number(size)))
  const front = `${String(first.length).padStart(10)} ${sum}\n${first}`
  const seal = createHash('sha256').update(front).digest('hex')
  return `${seal}\n${front}${file.slice(start + Number(size))}`
}

const stateWith = (here: TestRepository, change: (text: string) => string) =>
  here.write('fixpoint.state.json', change(here.read('fixpoint.state.json')))

const changes: readonly Change[] = [
  {
    name: 'an edit that nobody can see in what is shown',
    make: here => here.write('src/auth.py', `${start['src/auth.py']}# the end\n`),
  },
  {
    name: 'an edit that moves lines',
    make: here => here.write('src/auth.py', `# a head\n\n${start['src/auth.py']}`),
  },
  {
    name: 'an edit of a file that nothing rests on, and a comment in the spec',
    make: here => {
      here.write('src/main.py', `${start['src/main.py']}# the end\n`)
      here.write('fixpoint.spec.yaml', `# a head\n${spec}`)
    },
  },
  {
    name: 'an edit, while the memory of evidence is damaged',
    make: here => {
      here.write('src/auth.py', `${start['src/auth.py']}# the end\n`)
      damage(here, 'evidence', body => body.replaceAll('implemented', 'missing'), false)
    },
  },
  {
    name: 'an edit, while the memory of evidence is cut off',
    make: here => {
      here.write('src/auth.py', stub)
      damage(here, 'evidence', body => body.slice(0, body.length / 2), false)
    },
  },
  {
    name: 'an edit that moves lines, while what was found before is damaged, and what was asked is not',
    make: here => {
      here.write('src/auth.py', `# a head\n${start['src/auth.py']}`)
      damage(here, 'evidence', text => text.replace(/"confidence":1/g, '"confidence":0'), false)
    },
  },
  {
    name: 'an edit, and a state that another program wrote',
    make: here => {
      here.write('src/auth.py', `${start['src/auth.py']}# the end\n`)
      stateWith(here, text => JSON.stringify(JSON.parse(text)))
    },
  },
  {
    name: 'an edit, and a state that was locked by hand',
    make: here => {
      here.write('src/auth.py', `${start['src/auth.py']}# the end\n`)
      stateWith(here, text => text.replaceAll('"locked": false', '"locked": true'))
    },
  },
  {
    name: 'an edit, and a state that is none',
    make: here => {
      here.write('src/auth.py', `${start['src/auth.py']}# the end\n`)
      stateWith(here, text => text.replaceAll('"auto"', '"nobody"'))
    },
  },
  {
    name: 'a declared file that is a folder now',
    make: here => {
      rmSync(here.path('src/auth.py'))
      here.write('src/auth.py/inside.txt', 'now a folder')
    },
  },
  { name: 'an edit', make: here => here.write('src/auth.py', stub) },
  {
    name: 'an edit of the same size and time',
    make: here => disguised(here, 'src/auth.py', 'def logan(name):\n    return name\n'),
  },
  {
    name: 'a syntax error',
    make: here => here.write('src/auth.py', 'def login(name):\n    return name\ndef more(:\n'),
  },
  { name: 'a caller that calls no more', make: here => here.write('src/main.py', 'x = 1\n') },
  {
    name: 'a caller that comes',
    make: here => here.write('src/more.py', 'from auth import login\nlogin("b")\n'),
  },
  {
    name: 'a better find',
    make: here => here.write('found.py', 'def search(text):\n    return text\n'),
  },
  { name: 'a test that tests nothing', make: here => here.write('tests/test_auth.py', 'x = 1\n') },
  { name: 'paths that lead elsewhere', make: here => here.write('tsconfig.json', '{}\n') },
  {
    name: 'a router that is mounted elsewhere',
    make: here => here.write('app/main.py', start['app/main.py'].replace('/api', '/v2')),
  },
  {
    name: 'a file that is too large to be read',
    make: here => truncateSync(here.path('src/auth.py'), 17 << 20),
  },
  { name: 'a file that went', make: here => rmSync(here.path('src/auth.py')) },
  {
    name: 'a file that nobody tracks',
    make: here => here.write('src/auth2.py', 'def search(): return 1\n'),
  },
  {
    name: 'an untracked file that changes again',
    files: { ...start, 'fixpoint.spec.yaml': spec.replace('src/auth.py', 'new.py') },
    make: async here => {
      here.write('new.py', stub)
      await settle(here)
      here.write('new.py', 'def login(name):\n    return name\n')
    },
  },
  {
    name: 'an edit of a file that was edited already',
    make: async here => {
      here.write('src/auth.py', stub)
      await settle(here)
      here.write('src/auth.py', 'def login(name):\n    return name + name\n')
    },
  },
  {
    name: 'a link in place of a file',
    make: here => {
      rmSync(here.path('src/auth.py'))
      symlinkSync('search.py', here.path('src/auth.py'))
    },
  },
  {
    name: 'a name that moved with git',
    make: here => here.git('mv', 'src/auth.py', 'src/session.py'),
  },
  {
    name: 'another branch',
    make: here => {
      here.git('switch', '--quiet', '--create', 'other')
      here.write('src/auth.py', stub)
      here.git('commit', '--quiet', '--all', '--message', 'Change')
    },
  },
  {
    name: 'an edit that git was told to overlook',
    make: here => {
      here.git('update-index', '--assume-unchanged', 'src/auth.py')
      here.write('src/auth.py', stub)
    },
  },
  {
    name: 'a file left out of a sparse checkout',
    make: here => {
      here.git('update-index', '--skip-worktree', 'src/auth.py')
      rmSync(here.path('src/auth.py'))
    },
  },
  { name: 'ignoring', make: here => here.write('.git/info/exclude', 'src/\n') },
  {
    name: 'the spec',
    make: here => here.write('fixpoint.spec.yaml', spec.replace('login', 'logout')),
  },
  { name: 'a second spec', make: here => here.write('terra4mice.spec.yaml', spec) },
  {
    name: 'an included file that git ignores',
    files: {
      ...start,
      'fixpoint.spec.yaml': `include: [ignored/more.yaml]\n${spec}`,
      'ignored/more.yaml': partOf('more', 'src/a.txt'),
    },
    make: here => here.write('ignored/more.yaml', partOf('less', 'src/b.txt')),
  },
  {
    name: 'a language of the project that git ignores',
    files: { ...start, '.gitignore': '.fixpoint/languages/\n' },
    make: here => here.write('.fixpoint/languages/odd.yaml', 'no pack\n'),
  },
  { name: 'the config', make: here => here.write('.fixpoint/config.yaml', 'state: other.json\n') },
  {
    name: 'the state',
    make: here => here.fixpoint('mark feature.auth partial --reason "not yet"'),
  },
  { name: 'a state that went', make: here => rmSync(here.path('fixpoint.state.json')) },
  {
    name: 'a marked file that git ignores',
    make: async here => {
      here.write('ignored/a.bin', 'one')
      await here.fixpoint('mark feature.auth partial --files ignored/a.bin --reason "seen"')
      await settle(here)
      here.write('ignored/a.bin', 'two')
    },
  },
  {
    name: 'a declared path that becomes a folder',
    files: { ...start, 'fixpoint.spec.yaml': spec.replace('src/auth.py', 'ignored/auth.py') },
    make: here => here.write('ignored/auth.py/inside.txt', 'now a folder'),
  },
  {
    name: 'a file that git no longer tracks, and ignores',
    make: here => {
      here.write('.gitignore', 'ignored/\nsrc/search.py\n')
      here.git('rm', '--quiet', '--cached', 'src/search.py')
    },
  },
  {
    name: 'a file that git is told to track, and one that it is told to forget again',
    make: here => {
      here.write('src/more.py', 'def search(text):\n    return text\n')
      here.git('add', 'src/more.py')
      here.git('rm', '--quiet', '--cached', 'src/search.py')
    },
  },
  { name: 'the time at which git last looked', make: here => here.git('read-tree', 'HEAD') },
]

describe('refresh after', () => {
  it.each(changes)('$name says what one without any memory says', async ({ make, files }) => {
    const here = await settled(files)
    expect([kept(here).length, evidenceOf(here).length]).toEqual([1, 1])
    await make(here)
    const remembering = await here.program(LINE)
    const fresh = { FIXPOINT_CACHE_DIR: join(here.root, '../no-cache') }
    expect(remembering).toEqual(await here.program(LINE, { env: fresh }))
  })
})

/** Nothing of it asks the whole tree. */
const narrow = {
  ...start,
  'fixpoint.spec.yaml': `${spec.slice(0, spec.indexOf('    used:'))}    noted:\n      files: [src/note.py]\n      require: present\n`,
  'src/note.py': '# a note\n',
  'README.md': '# Search\n',
}

interface Edit {
  readonly name: string
  readonly make: (here: TestRepository) => unknown
  /** Told without the spec, and so without anything that is read after it. */
  readonly isToldAlone: boolean
}

const main = start['src/main.py']
const edits: readonly Edit[] = [
  {
    name: 'a line that moves the others',
    make: here => here.write('src/main.py', `# a head\n${main}`),
    isToldAlone: true,
  },
  {
    name: 'another name and another import',
    make: here => here.write('src/main.py', `import os\n${main}def other():\n    pass\n`),
    isToldAlone: true,
  },
  {
    name: 'a file that nothing reads',
    make: here => here.write('README.md', '# def search(text)\n'),
    isToldAlone: true,
  },
  {
    name: 'a declared file with a comment more',
    make: here => here.write('src/auth.py', `${start['src/auth.py']}# the end\n`),
    isToldAlone: true,
  },
  {
    name: 'a declared file whose lines have moved',
    make: here => here.write('src/auth.py', `# a head\n${start['src/auth.py']}`),
    isToldAlone: true,
  },
  {
    name: 'a declared file whose body is gone',
    make: here => here.write('src/auth.py', stub),
    isToldAlone: true,
  },
  {
    name: 'a declared file that no scanner finds fault with',
    make: here => here.write('src/auth.py', `${start['src/auth.py']}x = 1 1\n`),
    isToldAlone: false,
  },
  {
    name: 'a declared file with a conflict that nobody has resolved',
    make: here => here.write('src/auth.py', `${start['src/auth.py']}>>>>>>> theirs\n`),
    isToldAlone: true,
  },
  {
    name: 'a declared file that has been emptied',
    make: here => here.write('src/note.py', ''),
    isToldAlone: true,
  },
  {
    name: 'a name that is looked for',
    make: here => here.write('src/main.py', `${main}def search(text):\n    return text\n`),
    isToldAlone: false,
  },
  {
    name: 'a name that is looked for, in code that never runs',
    make: here =>
      here.write('src/main.py', `if False:\n    def search(text): return text\n${main}`),
    isToldAlone: false,
  },
  {
    name: 'a name that is looked for, behind a return',
    make: here =>
      here.write(
        'src/main.py',
        `${main}def outer():\n    return 1\n\n    def search(text): return text\n`,
      ),
    isToldAlone: false,
  },
  {
    name: 'brackets that do not match',
    make: here => here.write('src/main.py', `(\n${main}`),
    isToldAlone: false,
  },
  {
    name: 'a file that comes',
    make: here => here.write('src/more.py', main),
    isToldAlone: false,
  },
  { name: 'a file that goes', make: here => rmSync(here.path('src/main.py')), isToldAlone: false },
  {
    name: 'a file that becomes a link',
    make: here => {
      rmSync(here.path('src/main.py'))
      symlinkSync('search.py', here.path('src/main.py'))
    },
    isToldAlone: false,
  },
  {
    name: 'a commit of an edit',
    make: here => {
      here.write('src/main.py', `# a head\n${main}`)
      here.git('commit', '--quiet', '--all', '--message', 'Change')
    },
    isToldAlone: false,
  },
  {
    name: 'a spec that asks something else, back again',
    make: async here => {
      const text = here.read('fixpoint.spec.yaml')
      here.write('fixpoint.spec.yaml', text.replace('[search]', '[search, login]'))
      aged(here)
      await here.program('ci --json')
      here.write('fixpoint.spec.yaml', text)
      here.write('src/main.py', `# a head\n${main}`)
    },
    isToldAlone: false,
  },
]

describe('an edit of a few files', () => {
  const forgetSpec = (here: TestRepository) =>
    rmSync(join(cacheOf(here), 'spec'), { recursive: true, force: true })
  const readsSpec = (here: TestRepository) => readdirSync(cacheOf(here)).includes('spec')
  const fresh = (here: TestRepository) =>
    here.program(LINE, { env: { FIXPOINT_CACHE_DIR: join(here.root, '../no-cache') } })

  it.each(edits)('is told from $name alone: $isToldAlone', async ({ make, isToldAlone }) => {
    const here = await settled(narrow)
    await make(here)
    forgetSpec(here)
    expect(await here.program(LINE)).toEqual(await fresh(here))
    expect(readsSpec(here)).toBe(!isToldAlone)
  })

  it.each(edits.filter(each => each.isToldAlone))(
    'leaves in the state what one that reads everything leaves: $name',
    async ({ make }) => {
      const here = await settled(narrow)
      aged(here)
      await here.program('refresh')
      await make(here)
      aged(here)
      const before = here.read('fixpoint.state.json')
      await here.program('refresh', { env: { FIXPOINT_CACHE_DIR: join(here.root, '../no-cache') } })
      const fresh = timeless(here.read('fixpoint.state.json'))
      here.write('fixpoint.state.json', before)
      await here.program('refresh')
      expect(timeless(here.read('fixpoint.state.json'))).toBe(fresh)
    },
  )

  it('is not told where the view rests on what nobody watches', async () => {
    const lost =
      '    lost:\n      files: [ignored/auth.py]\n      attributes: {functions: [login]}\n'
    const files = { ...narrow, 'fixpoint.spec.yaml': `${narrow['fixpoint.spec.yaml']}${lost}` }
    const here = await settled({ ...files, 'ignored/auth.py': start['src/auth.py'] })
    here.write('src/main.py', `# a head\n${main}`)
    forgetSpec(here)
    expect(await here.program(LINE)).toEqual(await fresh(here))
    expect(readsSpec(here)).toBe(true)
  })

  it('needs no spec to know what was just written into the state', async () => {
    const here = repository(narrow)
    aged(here)
    const again = async () => {
      forgetSpec(here)
      const { stdout } = await here.program('refresh --json')
      return [JSON.parse(stdout).state_written, readsSpec(here)]
    }
    // A first state is a file that comes, and has to be read with all others once.
    for (const isWritten of [true, false]) expect(await again()).toEqual([isWritten, true])
    for (const head of ['# a head\n', '# two\n# heads\n']) {
      here.write('src/auth.py', `${head}${start['src/auth.py']}`)
      aged(here)
      expect((await again())[0]).toBe(true)
      expect(await again()).toEqual([false, false])
    }
  })

  it('is known the next time, once it is older, and so is the next one', async () => {
    const here = await settled(narrow)
    for (const head of ['# a head\n', '# two\n# heads\n']) {
      here.write('src/main.py', `${head}${main}`)
      forgetSpec(here)
      await settle(here)
      expect([await here.program(LINE), readsSpec(here)]).toEqual([await fresh(here), false])
    }
    forgetOutlines(here)
    expect([await here.program(LINE), hasRead(here)]).toEqual([await fresh(here), false])
  })
})

describe('evidence that a refresh has left behind', () => {
  const commands = ['ci --json', 'why feature.used --json', 'plan --refresh --json']

  it.each(commands)('is what %s says too, after an edit as before', async line => {
    const here = await settled()
    const fresh = { env: { FIXPOINT_CACHE_DIR: join(here.root, '../no-cache') } }
    expect(await here.program(line)).toEqual(await here.program(line, fresh))
    here.write('src/main.py', 'x = 1\n')
    expect(await here.program(line)).toEqual(await here.program(line, fresh))
  })

  it('serves the refresh after one that wrote the state', async () => {
    const here = await settled()
    here.write('src/auth.py', stub)
    aged(here)
    const { stdout } = await here.program('refresh --json')
    forgetOutlines(here)
    const [first, again] = [stdout, (await here.program('refresh --json')).stdout].map(each =>
      JSON.parse(each),
    )
    expect(again.resources).toEqual(first.resources)
    expect([first.state_written, again.state_written]).toEqual([true, false])
    expect(hasRead(here)).toBe(false)
  })

  it.each([
    ['the same again', (text: string) => `${text}# the end\n`, true],
    ['on another line', (text: string) => `# a head\n${text}`, false],
  ])('brings the view of before back where what is found is %s', async (_, edit, isBack) => {
    const here = await settled()
    here.write('src/auth.py', edit(start['src/auth.py']))
    aged(here)
    damage(here, 'views', body => body.replace('feature.used', 'feature.of_before'), true)
    const { stdout } = await here.program(LINE)
    forgetOutlines(here)
    expect((await here.program(LINE)).stdout).toBe(stdout)
    expect([stdout.includes('feature.of_before'), hasRead(here)]).toEqual([isBack, false])
  })
})
