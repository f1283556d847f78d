import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCodebase } from '../../../code/open.ts'
import { findMentions } from './mentions.ts'

async function opened(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return openCodebase(root, { cacheFolder: undefined })
}

/** The places outside tests that use `load`. */
async function usesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const codebase = await opened(files)
  const mentions = await findMentions(new Set(['load']), codebase)
  return mentions('load')
    .filter(each => !each.isTest)
    .map(each => `${each.at.file}:${each.at.line}`)
}

it.each([
  ['a call in the same file', { 'a.py': 'def load():\n    return 1\n\nload()\n' }, ['a.py:4']],
  [
    'an index that exports it in turn',
    {
      'src/a.ts': 'export function load() {}\n',
      'src/index.ts': "export { load } from './a.ts'\n",
    },
    ['src/index.ts:1'],
  ],
  [
    'a package that imports it at its head',
    { 'shop/a.py': 'def load(): pass\n', 'shop/__init__.py': 'from .a import load\n' },
    ['shop/__init__.py:1'],
  ],
  [
    'a function of the same name that hands on',
    { 'a.py': 'import b\ndef load():\n    return b.load()\n', 'b.py': 'def load(): return 1\n' },
    ['a.py:3'],
  ],
  [
    'a method of the same name on what it holds',
    { 'a.ts': 'class A {\n  load() {\n    return this.service.load()\n  }\n}\n' },
    ['a.ts:3'],
  ],
  [
    'a method that calls the function of its name',
    { 'a.py': 'class A:\n    def load(self):\n        return load()\n' },
    ['a.py:3'],
  ],
  [
    'an heir that goes on with what it overrides',
    { 'a.ts': 'class A extends B {\n  load() {\n    super.load()\n  }\n}\n' },
    ['a.ts:3'],
  ],
  [
    'a function of another module of Rust',
    { 'a.rs': 'pub fn load() -> u8 {\n    store::load()\n}\n' },
    ['a.rs:2'],
  ],
] as const)('%s uses a name', async (_, files, places) => {
  expect(await usesOf(files)).toEqual(places)
})

it.each([
  ['its own body', { 'a.py': 'def load():\n    return load()\n' }],
  ['its own body on itself', { 'a.ts': 'class A {\n  load() {\n    return this.load()\n  }\n}\n' }],
  [
    'its own body on its type',
    { 'A.java': 'class A {\n  int load() {\n    return A.load();\n  }\n}\n' },
  ],
  ['an import that nothing uses', { 'a.ts': "import { load } from './b.ts'\n" }],
  ['an import of Python that nothing uses', { 'a.py': 'from b import load\n' }],
  ['a comment or a string', { 'a.ts': "// load()\nconst a = 'load'\n" }],
  [
    'a test module',
    { 'a.rs': 'fn load() {}\n#[cfg(test)]\nmod tests {\n  fn t() { super::load() }\n}\n' },
  ],
  ['a file of tests', { 'tests/test_a.py': 'load()\n' }],
  ['its export from its own file', { 'a.ts': 'function load() {}\nexport { load }\n' }],
  ['a built file', { 'dist/a.js': 'load()\n' }],
] as const)('%s does not use a name', async (_, files) => {
  expect(await usesOf(files)).toEqual([])
})

it('looks into the files that declare a name once, however many use it', async () => {
  const looksFor = async (users: number) => {
    const parts = Array.from({ length: 5 }, (_, at) => [
      `part${at}.py`,
      'class P:\n  def load(self): pass\n',
    ])
    const used = Array.from({ length: users }, (_, at) => `def f${at}():\n  return load()\n`)
    const codebase = await opened({ ...Object.fromEntries(parts), 'user.py': used.join('') })
    const asked: string[] = []
    const outline = (path: string) => {
      asked.push(path)
      return codebase.outline(path)
    }
    const mentions = await findMentions(new Set(['load']), { ...codebase, outline })
    expect(mentions('load')).toHaveLength(users)
    return asked.filter(path => path.startsWith('part')).length
  }
  expect(await looksFor(20)).toBe(await looksFor(1))
})
