import { describe, expect, it } from 'vitest'
import type { Declaration } from '../code/model.ts'
import { findNames } from './declared.ts'
import { type Behind, type FileFacts, symbolsOf } from './facts.ts'
import { substantiveRung } from './substantive.ts'

const declaration = (name: string, more: Partial<Declaration> = {}): Declaration => ({
  kind: 'function',
  name,
  parent: -1,
  line: 1,
  endLine: 2,
  hasBody: true,
  isStub: false,
  isExported: true,
  isTest: false,
  decorators: [],
  ...more,
})
const type = (name: string) => declaration(name, { kind: 'class' })
const method = (name: string, parent: number, isStub: boolean) =>
  declaration(name, { kind: 'method', parent, isStub })

const file = (path: string, language: string, declarations: Declaration[]): FileFacts => ({
  path,
  condition: 'present',
  outline: { language, declarations, imports: [], exports: [], problems: [], isSuspect: false },
  depth: undefined,
  problems: [],
  routes: [],
})

function outcomeOf(
  attributes: Readonly<Record<string, string | string[]>>,
  files: FileFacts[],
  isWritten = false,
) {
  const symbols = symbolsOf(files)
  const names = findNames({ attributes }, { files, symbols })
  const behind = (): Behind | undefined =>
    isWritten ? { kind: 'written', at: { file: 'b.ts', line: 1 } } : undefined
  return substantiveRung(names, symbols, { files, behind }).outcome
}

describe('a stub among the declarations', () => {
  it('makes a class hollow when nothing but its constructor works', () => {
    const sink = (isStub: boolean) => [
      file('a.py', 'python', [
        type('Sink'),
        method('__init__', 0, false),
        method('write', 0, isStub),
      ]),
    ]
    expect(outcomeOf({ class: 'Sink' }, sink(true))).toBe('fails')
    expect(outcomeOf({ class: 'Sink' }, sink(false))).toBe('holds')
  })

  it('leaves a class alone whose constructor works and whose only method is its own', () => {
    const text = (isEmpty: boolean) => [
      file('a.py', 'python', [
        type('Text'),
        method('__init__', 0, isEmpty),
        method('_warn', 0, true),
      ]),
    ]
    expect(outcomeOf({ class: 'Text' }, text(false))).toBe('holds')
    expect(outcomeOf({ class: 'Text' }, text(true))).toBe('fails')
  })

  it('counts for a bare name that is declared several times, and not for the qualified one', () => {
    const both = [
      file('a.py', 'python', [
        type('A'),
        method('run', 0, false),
        type('B'),
        method('run', 2, true),
      ]),
    ]
    expect(outcomeOf({ functions: 'run' }, both)).toBe('fails')
    expect(outcomeOf({ functions: 'A.run' }, both)).toBe('holds')
  })
})

describe('a bare name that a base class leaves open', () => {
  const named = (base: string, isStub = false) => [
    file('a.py', 'python', [
      type(base),
      method('run', 0, true),
      type('Own'),
      method('run', 2, isStub),
    ]),
  ]

  it('is as good as the body of its own that it has beside it', () => {
    for (const base of ['Base', 'BaseJob', 'AbstractJob', 'JobInterface', 'IJob']) {
      expect(outcomeOf({ functions: 'run' }, named(base))).toBe('holds')
      expect(outcomeOf({ functions: 'run' }, named(base, true))).toBe('fails')
      expect(outcomeOf({ functions: `${base}.run` }, named(base))).toBe('fails')
    }
    for (const other of ['Job', 'Basement', 'Iris'])
      expect(outcomeOf({ functions: 'run' }, named(other))).toBe('fails')
  })
})

it('a bare name is the function of a file where it has methods of that name, too', () => {
  const marked = (isStub: boolean) => [
    file('a.go', 'go', [
      type('Job'),
      method('run', 0, true),
      declaration('run', { isStub, line: 5 }),
    ]),
  ]
  expect(outcomeOf({ functions: 'run' }, marked(false))).toBe('holds')
  expect(outcomeOf({ functions: 'run' }, marked(true))).toBe('fails')
  expect(outcomeOf({ functions: 'Job.run' }, marked(false))).toBe('fails')
})

describe('a prototype', () => {
  const prototype = declaration('combine', { hasBody: false })
  const functions = { functions: ['combine'] }

  it('is not the function that nothing defines', () => {
    const header = file('crc.h', 'c', [prototype])
    expect(outcomeOf(functions, [header, file('crc.c', 'c', [declaration('combine')])])).toBe(
      'holds',
    )
    expect(outcomeOf(functions, [header, file('crc.c', 'c', [declaration('other')])])).toBe('fails')
  })

  it('is as good as the body that another file has, in every language', () => {
    for (const one of [
      file('crc.h', 'c', [prototype]),
      file('crc.ts', 'typescript', [prototype]),
    ]) {
      expect(outcomeOf(functions, [one])).toBe('fails')
      expect(outcomeOf(functions, [one], true)).toBe('holds')
    }
  })
})
