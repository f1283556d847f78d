// `scan --update` after files were moved: followed where one place is certain, said where several may be meant, and never added again.

import { renameSync, rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Project, project } from './project.ts'
import { repository } from './repository.ts'

const SPEC = 'fixpoint.spec.yaml'

const move = (here: Project, from: string, to: string) => {
  here.write(to, '')
  renameSync(here.path(from), here.path(to))
}

const update = async (here: Project) => (await here.fixpoint('scan --update')).stdout.trimEnd()

const store = 'export class Store {\n  put(key: string) {\n    return key\n  }\n}\n'

it('a file that was moved is followed, and the rest of its resource is left as it was', async () => {
  const here = project({ 'src/store.ts': store, 'src/use.ts': 'export const use = () => go(1)\n' })
  await here.fixpoint(`scan -o ${SPEC}`)
  here.write(SPEC, here.read(SPEC).replace('# 2 names', '# Ours:'))
  move(here, 'src/store.ts', 'lib/shop.ts')
  expect(await update(here)).toBe(
    `Moved in ${SPEC}: module.store is lib/shop.ts now, where it was src/store.ts`,
  )
  expect(here.read(SPEC)).toMatch(/# Ours:[^#]*files:\n {8}- lib\/shop\.ts\n/)
  expect((await here.fixpoint('plan --refresh')).stdout).toBe('No changes. State matches spec.\n')
})

it('files with the same names are told by what the last commit had, by their name, or by their folder', async () => {
  const views = (word: string) => `def show(): return go("${word}")\n`
  const here = repository({
    'a/views.py': views('a'),
    'b/views.py': views('b'),
    'c/views.py': views('c'),
    'd/views.py': views('d'),
  })
  await here.fixpoint(`scan -o ${SPEC}`)
  move(here, 'a/views.py', 'a/pages.py')
  move(here, 'b/views.py', 'x/lists.py')
  here.write('x/lists.py', `${views('b')}def more(): return go(2)\n`)
  move(here, 'c/views.py', 'a/lists.py')
  move(here, 'd/views.py', 'd/pages.py')
  here.write('d/pages.py', `# edited\n${views('d')}`)
  expect((await update(here)).split('\n')).toEqual([
    `Moved in ${SPEC}: module.views is a/pages.py now, where it was a/views.py`,
    `Moved in ${SPEC}: module.b_views is x/lists.py now, where it was b/views.py`,
    `Moved in ${SPEC}: module.c_views is a/lists.py now, where it was c/views.py`,
    `Moved in ${SPEC}: module.d_views is d/pages.py now, where it was d/views.py`,
  ])
})

it('a folder that was moved takes an entry file and what it passes on along', async () => {
  const here = project({
    'web/x/go.ts': 'export function go() { return 1 + 1 }\n',
    'web/x/index.ts': "export { go } from './go'\n",
  })
  await here.fixpoint(`scan -o ${SPEC}`)
  move(here, 'web/x/go.ts', 'web/y/go.ts')
  move(here, 'web/x/index.ts', 'web/y/index.ts')
  expect((await update(here)).split('\n').sort()).toEqual([
    `Moved in ${SPEC}: module.go is web/y/go.ts now, where it was web/x/go.ts`,
    `Moved in ${SPEC}: module.x is web/y/index.ts now, where it was web/x/index.ts`,
  ])
})

it('two files with the same content that were both moved are left to a person', async () => {
  const text = 'def run(): return 1\n'
  const here = project({ 'lib/one.py': text, 'lib/two.py': text })
  await here.fixpoint(`scan -o ${SPEC}`)
  move(here, 'lib/one.py', 'lib/uno.py')
  move(here, 'lib/two.py', 'lib/dos.py')
  const before = here.read(SPEC)
  const told = await update(here)
  expect(told.match(/Left as it is: .* may be .* now/g)).toEqual([
    'Left as it is: module.one may be lib/dos.py, lib/uno.py now',
    'Left as it is: module.two may be lib/dos.py, lib/uno.py now',
  ])
  expect(here.read(SPEC)).toBe(before)
})

it('one of two files with the same names is followed past the other, which somebody holds', async () => {
  const here = project({ 'one.py': 'def run(): return 1\n', 'two.py': 'def run(): return 2\n' })
  await here.fixpoint(`scan -o ${SPEC}`)
  move(here, 'one.py', 'lib/uno.py')
  expect(await update(here)).toBe(
    `Moved in ${SPEC}: module.one is lib/uno.py now, where it was one.py`,
  )
})

it.each([
  ['copies', { 'c1.ts': store, 'c2.ts': store }, 'c1.ts'],
  ['only a part of the names', { 'lib/other.ts': store.replace('put(', 'send(') }, 'lib/other.ts'],
])('%s decide nothing, and are not added', async (_, files, named) => {
  const here = project({ 'src/store.ts': store })
  await here.fixpoint(`scan -o ${SPEC}`)
  const before = here.read(SPEC)
  rmSync(here.path('src/store.ts'))
  for (const [file, text] of Object.entries(files)) here.write(file, text)
  const told = await update(here)
  expect(told).toContain('Left as it is: module.store may be ')
  expect(told).toContain(named)
  expect(here.read(SPEC)).toContain('- src/store.ts\n')
  if (named === 'lib/other.ts') expect(here.read(SPEC)).toBe(before)
})

it('what an included file or a pattern says is left to a person, and its files are not added', async () => {
  const here = project({
    [SPEC]:
      'include: [parts/cart.yaml]\nresources:\n  module:\n    tax: {files: ["pkg/a/*.ts"], attributes: {functions: [tax]}}\n',
    'parts/cart.yaml':
      'resources:\n  module:\n    cart: {files: [src/cart.ts], attributes: {functions: [total]}}\n',
    'lib/basket.ts': 'export function total() { return 1 + 1 }\n',
    'pkg/aa/tax.ts': 'export function tax() { return 1 + 1 }\n',
  })
  expect((await update(here)).split('\n').sort()).toEqual([
    expect.stringContaining(
      'module.cart may be lib/basket.ts now, where it was src/cart.ts: change files: at parts/cart.yaml:3',
    ),
    expect.stringContaining(
      'module.tax may be pkg/aa/tax.ts now, where it was pkg/a/*.ts: change files: at fixpoint.spec.yaml:4',
    ),
  ])
})

it('a resource that names no file holds the files that it is found in', async () => {
  const here = project({
    [SPEC]: 'resources:\n  module:\n    price: {attributes: {functions: [price]}}\n',
    'src/price.ts': 'export function price() { return 1 + 1 }\n',
  })
  expect(await update(here)).toBe(`Nothing to add: ${SPEC} holds what the code offers`)
})

it('of several files none is dropped', async () => {
  const here = project({
    [SPEC]:
      'resources:\n  module:\n    both: {files: [src/one.ts, src/two.ts], attributes: {functions: [one]}}\n',
    'src/eins.ts': 'export function one() { return 1 + 1 }\n',
  })
  expect(await update(here)).toContain('Left as it is: module.both may be src/eins.ts now')
  expect(here.read(SPEC)).toContain('[src/one.ts, src/two.ts]')
})
