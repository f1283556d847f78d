// A codebase on a real disk, in a real repository: what is read, what is kept, and what costs a diagnostic.

import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readCodebase } from './facts.ts'
import { indexFiles } from './file-index.ts'

const temporary = mkdtempSync(join(tmpdir(), 'fixpoint-facts-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))
let count = 0

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(temporary, `root-${count++}`)
  mkdirSync(root)
  for (const [path, content] of Object.entries(files)) put(root, path, content)
  return root
}

function put(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

function git(root: string, ...words: string[]): void {
  const identity = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.org',
    '-c',
    'init.defaultBranch=main',
  ]
  const { status, stderr } = spawnSync('git', [...identity, ...words], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ words, status, stderr: status === 0 ? '' : stderr }).toEqual({
    words,
    status: 0,
    stderr: '',
  })
}

function repositoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = folderOf(files)
  git(root, 'init', '-q')
  git(root, 'add', '-A')
  git(root, 'commit', '-qm', 'all')
  return root
}

const cacheFolder = () => join(temporary, `cache-${count++}`)
const pathsIn = async (root: string) => (await indexFiles(root)).files.map(each => each.path)

describe('the files of a repository', () => {
  it('are those that git tracks and those that it would, as they are on disk', async () => {
    const root = repositoryOf({
      'kept.py': 'a = 1\n',
      'gone.py': 'b = 1\n',
      'changed.py': 'c = 1\n',
      'größe/名.py': 'd = 1\n',
      'with space "quoted".py': 'e = 1\n',
      '.gitignore': 'ignored.py\n',
    })
    rmSync(join(root, 'gone.py'))
    put(root, 'changed.py', 'c = 2\n')
    put(root, 'new/deep.py', 'f = 1\n')
    put(root, 'ignored.py', 'g = 1\n')
    const { files, tree, diagnostics } = await indexFiles(root)
    expect(files.map(each => [each.path, each.blob === ''])).toEqual([
      ['.gitignore', false],
      ['changed.py', true],
      ['größe/名.py', false],
      ['kept.py', false],
      ['new/deep.py', true],
      ['with space "quoted".py', false],
    ])
    expect({ isGit: tree !== undefined, diagnostics }).toEqual({ isGit: true, diagnostics: [] })
  })

  it('are those below the root when it lies inside the repository', async () => {
    const root = repositoryOf({ 'outside.py': 'a = 1\n', 'app/in.py': 'b = 1\n' })
    put(root, 'app/new.py', 'c = 1\n')
    put(root, 'app/in.py', 'b = 2\n')
    expect(await pathsIn(join(root, 'app'))).toEqual(['in.py', 'new.py'])
  })

  it('are found by walking outside git, by the rules of .gitignore, and never through a link', async () => {
    const root = folderOf({
      '.gitignore': '*.log\n/build/\n!keep.log\ndocs/**/draft.md\n',
      'a.py': '',
      'x.log': '',
      'keep.log': '',
      'build/out.py': '',
      'src/build/in.py': '',
      'docs/a/b/draft.md': '',
      'node_modules/m/index.js': '',
      'src/.gitignore': 'generated.py\n',
      'src/generated.py': '',
    })
    symlinkSync('..', join(root, 'src/loop'))
    expect(await pathsIn(root)).toEqual([
      '.gitignore',
      'a.py',
      'keep.log',
      'src/.gitignore',
      'src/build/in.py',
    ])
  })
})

it('a repository that git cannot read costs a diagnostic that names the command, and is walked', async () => {
  const root = folderOf({ 'a.py': 'a = 1\n', '.git/HEAD': 'nonsense' })
  const { files, tree, diagnostics } = await indexFiles(root)
  expect([files.map(each => each.path), tree]).toEqual([['a.py'], undefined])
  expect(diagnostics.map(each => each.code)).toEqual(['git/failed'])
  expect(diagnostics[0]!.message).toContain('git ls-files -s -v -z')
})

describe('reading a codebase', () => {
  it('finds outlines by path, and declarations by name', async () => {
    const root = repositoryOf({
      'a.py': 'class A:\n    def run(self): return 1\n',
      'b.ts': 'export const run = 1\n',
    })
    const codebase = await readCodebase(root)
    expect(codebase.declared('run')).toEqual([
      { path: 'a.py', index: 1 },
      { path: 'b.ts', index: 0 },
    ])
    expect(codebase.outline('a.py')?.declarations.map(each => each.name)).toEqual(['A', 'run'])
    expect([codebase.outline('c.py'), codebase.declared('toString')]).toEqual([undefined, []])
  })

  it('costs a diagnostic for each file that cannot be read, and nothing else', async () => {
    const root = repositoryOf({
      'good.py': 'def a(): return 1\n',
      'huge.py': '',
      'random.py': Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251),
      'nested.ts': `const a = ${'('.repeat(2_000)}1${')'.repeat(2_000)}\n`,
      'latin.py': Uint8Array.of(0x61, 0x3d, 0x22, 0xe4, 0x22, 0x0a),
    })
    truncateSync(join(root, 'huge.py'), 50 * 1024 * 1024)
    symlinkSync('nowhere', join(root, 'dangling.py'))
    const codebase = await readCodebase(root)
    expect(codebase.diagnostics.map(each => [each.code, each.at?.file])).toEqual([
      ['code/too-large', 'huge.py'],
    ])
    expect(codebase.outline('random.py')?.problems.length).toBe(1)
    expect(codebase.outline('latin.py')?.problems).toEqual([
      { line: 1, column: 4, message: 'bytes are not UTF-8' },
    ])
    expect(codebase.outline('nested.ts')?.declarations.map(each => each.name)).toEqual(['a'])
    expect(codebase.outline('good.py')?.declarations.length).toBe(1)
  })

  it('survives a file that goes away while it reads', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `f${1_000 + index}.py`,
        'def a():\n    return 1\n'.repeat(900),
      ]),
    )
    const root = repositoryOf(files)
    const codebase = await readCodebase(root, {
      onProgress: () => rmSync(join(root, 'f1399.py'), { force: true }),
    })
    expect(codebase.diagnostics.map(each => [each.code, each.at?.file])).toEqual([
      ['code/gone', 'f1399.py'],
    ])
  })

  it('lets other work run, and says how far it is', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `f${index}.py`,
        'def a():\n    return 1\n'.repeat(900),
      ]),
    )
    const events: string[] = []
    await readCodebase(folderOf(files), {
      onProgress: ({ done, total }) => {
        events.push(done <= total ? 'progress' : 'too much')
        setImmediate(() => events.push('other work'))
      },
    })
    events.push('done')
    expect(events.slice(0, 2)).toEqual(['progress', 'other work'])
    expect(events.at(-1)).toBe('done')
  })
})

describe('a second reading', () => {
  const files = { 'a.py': 'def a(): return 1\n', 'b.py': 'def b(): return 1\n' }

  it('parses only what changed, and sees the same', async () => {
    const root = repositoryOf(files)
    const folder = cacheFolder()
    const first = await readCodebase(root, { cacheFolder: folder })
    const second = await readCodebase(root, { cacheFolder: folder })
    put(root, 'b.py', 'def c(): return 1\n')
    const third = await readCodebase(root, { cacheFolder: folder })
    expect([first.parsed, second.parsed, third.parsed]).toEqual([2, 0, 1])
    expect(second.outline('a.py')).toEqual(first.outline('a.py'))
    expect(third.declared('b')).toEqual([])
    expect(third.declared('c')).toEqual([{ path: 'b.py', index: 0 }])
    git(root, 'commit', '-qam', 'changed')
    expect((await readCodebase(root, { cacheFolder: folder })).parsed).toBe(0)
  })

  it('in another worktree parses nothing, and outside git goes by content', async () => {
    const root = repositoryOf(files)
    const folder = cacheFolder()
    await readCodebase(root, { cacheFolder: folder })
    git(root, 'worktree', 'add', '-q', '--detach', `${root}-tree`)
    expect((await readCodebase(`${root}-tree`, { cacheFolder: folder })).parsed).toBe(0)
    const plain = folderOf(files)
    expect((await readCodebase(plain, { cacheFolder: folder })).parsed).toBe(2)
    expect((await readCodebase(plain, { cacheFolder: folder })).parsed).toBe(0)
  })

  it.each([
    ['in its records', (bytes: Buffer) => bytes.fill(0x41, bytes.length - 40)],
    ['among its keys', (bytes: Buffer) => bytes.fill(0x41, 60, 70)],
    ['in its table', (bytes: Buffer) => bytes.fill(0xff, 24, 32)],
    ['in its head', (bytes: Buffer) => bytes.fill(0xff, 4, 16)],
    ['in its number of records', (bytes: Buffer) => bytes.fill(0x7f, 4, 8)],
    ['in its number of slots', (bytes: Buffer) => bytes.fill(0x7f, 8, 12)],
    ['at its end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
  ])('works again what is damaged on disk: %s', async (_, damage) => {
    const root = repositoryOf(files)
    const folder = cacheFolder()
    const first = await readCodebase(root, { cacheFolder: folder })
    for (const path of segments(folder)) {
      writeFileSync(path, damage(readFileSync(path)))
      writeFileSync(join(dirname(path), 'foreign.segment'), 'not a segment')
    }
    const second = await readCodebase(root, { cacheFolder: folder })
    expect(second.parsed).toBeGreaterThan(0)
    expect(second.outline('b.py')).toEqual(first.outline('b.py'))
  })

  it('finds each of many outlines again', async () => {
    const many = Array.from({ length: 100 }, (_, at) => [`m${at}.py`, `def f${at}(): return 1\n`])
    const root = repositoryOf(Object.fromEntries(many))
    const folder = cacheFolder()
    const first = await readCodebase(root, { cacheFolder: folder })
    const second = await readCodebase(root, { cacheFolder: folder })
    expect([first.parsed, second.parsed]).toEqual([100, 0])
    for (const path of first.files) expect(second.outline(path)).toEqual(first.outline(path))
  })

  it('says so when the cache cannot be written, and goes on', async () => {
    const folder = join(folderOf({ 'a-file': '' }), 'a-file')
    const codebase = await readCodebase(repositoryOf(files), { cacheFolder: folder })
    expect(codebase.diagnostics.map(each => each.code)).toEqual(['code/cache-unwritable'])
    expect(codebase.declared('a').length).toBe(1)
  })

  it('keeps the number of segments bounded, also with many writers at once', async () => {
    const root = repositoryOf(files)
    const folder = cacheFolder()
    for (let round = 0; round < 30; round++) {
      put(root, 'b.py', `def b${round}(): return 1\n`)
      await Promise.all([
        readCodebase(root, { cacheFolder: folder }),
        readCodebase(root, { cacheFolder: folder }),
      ])
    }
    expect(segments(folder).length).toBeLessThanOrEqual(13)
    const last = await readCodebase(root, { cacheFolder: folder })
    expect([last.parsed, last.declared('b29').length]).toEqual([0, 1])
  })
})

function segments(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.segment'))
    .map(path => join(folder, path))
}
