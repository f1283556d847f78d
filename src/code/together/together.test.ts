import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openUnread } from '../open.ts'
import { readTogether } from './together.ts'

const home = mkdtempSync(join(tmpdir(), 'fixpoint-together-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const lines = Array.from({ length: 300 }, (_, at) => `\tx${at} := ${at} // one more line`).join(
  '\n',
)
const goFile = (at: number) => `package a\n\nfunc F${at}() {\n${lines}\n}\n`
const paths = Array.from({ length: 50 }, (_, at) => `a/f${String(at).padStart(3, '0')}.go`)

/** Enough Go for several threads, and one file that does not parse. */
function tree(name: string): string {
  const root = join(home, name)
  mkdirSync(join(root, 'a'), { recursive: true })
  for (const [at, path] of paths.entries()) writeFileSync(join(root, path), goFile(at))
  writeFileSync(join(root, 'a/f007.go'), 'package a\n\nfunc (\n')
  writeFileSync(join(root, 'a/z.py'), 'def f(): ...\n')
  return root
}

const surroundings = {
  cacheFolder: undefined,
  named: [],
  isSlow: (path: string) => /go$/.test(path),
}

it('says of every file what one thread says, and in the same order', async () => {
  const root = tree('same')
  const read = async (parallelism: number) => {
    const codebase = await openUnread(root, {
      cacheFolder: join(home, `cache-${parallelism}`),
      parallelism,
    })
    await codebase.readAll()
    codebase.keep()
    const { files, diagnostics } = codebase
    return { diagnostics, outlines: files.map(each => [each, codebase.outline(each)]) }
  }
  const alone = await read(1)
  expect(alone.outlines).toHaveLength(paths.length + 1)
  expect(await read(2)).toEqual(alone)
  expect(await read(2)).toEqual(alone)
})

it('reads on other threads, and tells how far it is', async () => {
  const root = tree('threads')
  const files = paths.map(path => ({ path, blob: '' }))
  const told: number[] = []
  const found = await readTogether({ ...surroundings, root, parallelism: 2 })!(files, 0, each =>
    told.push(each),
  )
  expect([...found.keys()].sort()).toEqual(paths)
  expect(found.get('a/f007.go')?.record).toBeDefined()
  expect(told.at(-1)).toBe(paths.length)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
})

it('leaves to one thread what is too little, and everything where there is only one', async () => {
  const root = tree('little')
  const few = paths.slice(0, 10).map(path => ({ path, blob: '' }))
  const found = await readTogether({ ...surroundings, root, parallelism: 4 })!(few, 0, () => {})
  expect(found.size).toBe(0)
  expect(readTogether({ ...surroundings, root, parallelism: 1 })).toBeUndefined()
})

it('gives back what a thread failed with, and tells of a file that went away', async () => {
  const root = tree('trouble')
  const files = [...paths, 'a/gone.go'].map(path => ({ path, blob: '' }))
  const together = readTogether({ ...surroundings, root, parallelism: 2 })!
  const found = await together(files, 0, () => {})
  expect(found.get('a/gone.go')).toMatchObject({
    record: undefined,
    diagnostic: { code: 'code/gone' },
  })
  mkdirSync(join(root, '.fixpoint/languages'), { recursive: true })
  writeFileSync(join(root, '.fixpoint/languages/lua.yaml'), 'language: [\n')
  expect(await together(files, 0, () => {})).toEqual(new Map())
})
