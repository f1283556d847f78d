// What Flow writes otherwise than TypeScript, in scripts whose head says that they have its types.

import { expect, it } from 'vitest'
import { outlineOf } from '../../outline.ts'

const behind = 'function last() { return go() }\n'

function read(source: string) {
  const { declarations, problems } = outlineOf('a.js', Buffer.from(`${source}\n${behind}`))
  return {
    names: declarations.map(({ name, isStub }) => `${name}${isStub ? ' stub' : ''}`),
    problems,
  }
}

it.each([
  ['class Box<+T, -U> {\n  get(x: U): T { return go(x) }\n}', ['Box', 'get', 'last']],
  ['const id = <T>(x: T): T => x', ['id', 'last']],
  ['const id = async <T>(x: T): Promise<T> => {\n  return x\n}', ['id', 'last']],
  ['const id = <T: Object>(x: T) => {}', ['id stub', 'last']],
  ['go(<T>(x: T) => x)', ['last']],
  [
    "function isText(x: mixed): boolean %checks {\n  return typeof x === 'string'\n}",
    ['isText', 'last'],
  ],
  ["function isText(x: mixed): %checks {\n  return typeof x === 'string'\n}", ['isText', 'last']],
  ["const isText = (x: mixed): boolean %checks => typeof x === 'string'", ['isText', 'last']],
  ['function find(x: ?string, ...y: Array<*>): ?number { return go((x: any)) }', ['find', 'last']],
  ['const A = () => <T>(shown)</T>', ['A', 'last']],
])('%s', (source, names) => {
  expect(read(`// @flow\n${source}`)).toEqual({ names, problems: [] })
})

it('is markup where no head says so', () => {
  expect(read('const id = <T>(x: T) => x').problems).not.toEqual([])
})
