// A key changes with everything that may change the outcome, and with nothing else.

import { describe, expect, it } from 'vitest'
import type { CheckOrder } from '../contract/order.ts'
import { checkKey, declaredInputs, type Question } from './key.ts'

const recipe: CheckOrder = {
  name: 'unit',
  description: 'all unit tests',
  command: 'npm test',
  timeoutMs: 1000,
  inputs: undefined,
  versions: ['node'],
  report: { format: 'junit', path: 'out.xml' },
  environment: ['DATABASE_URL'],
}

const question: Question = {
  recipe,
  environment: { PATH: '/bin' },
  platform: 'linux-x64',
  versions: { node: 'v24.0.0' },
  inputs: new Map([
    ['src/a.ts', 'a1'],
    ['src/b.ts', 'b1'],
  ]),
}

describe('the key of a check', () => {
  it.each<[string, Partial<Question>]>([
    ['the name', { recipe: { ...recipe, name: 'other' } }],
    ['the command', { recipe: { ...recipe, command: 'npm run test' } }],
    ['a list instead of a line', { recipe: { ...recipe, command: ['npm test'] } }],
    ['the timeout', { recipe: { ...recipe, timeoutMs: 2000 } }],
    ['the report', { recipe: { ...recipe, report: undefined } }],
    ['a variable', { environment: { PATH: '/usr/bin' } }],
    ['another variable', { environment: { PATH: '/bin', DATABASE_URL: '' } }],
    ['the platform', { platform: 'darwin-arm64' }],
    ['a version', { versions: { node: 'v24.0.1' } }],
    ['a content', { inputs: new Map([...question.inputs, ['src/a.ts', 'a2']]) }],
    ['a file more', { inputs: new Map([...question.inputs, ['src/c.ts', 'a1']]) }],
    ['a file less', { inputs: new Map([['src/a.ts', 'a1']]) }],
    [
      'a file renamed',
      {
        inputs: new Map([
          ['src/x.ts', 'a1'],
          ['src/b.ts', 'b1'],
        ]),
      },
    ],
  ])('changes with %s', (_, change) => {
    expect(checkKey({ ...question, ...change })).not.toBe(checkKey(question))
  })

  it('does not change with its description, or with the order of anything', () => {
    const same: Question = {
      versions: question.versions,
      inputs: new Map([...question.inputs].reverse()),
      platform: question.platform,
      recipe: { ...recipe, description: 'other words' },
      environment: question.environment,
    }
    expect(checkKey(same)).toBe(checkKey(question))
  })
})

describe('the inputs of a check', () => {
  const files = new Map([
    ['src/a.ts', '1'],
    ['src/deep/b.ts', '2'],
    ['docs/a.md', '3'],
    ['.env.test', '4'],
  ])

  it('are the files that its globs choose, hidden ones included', () => {
    const inputs = ['src/**/*.ts', '*.test']
    expect([...declaredInputs({ ...recipe, inputs }, files, new Map()).keys()]).toEqual([
      'src/a.ts',
      'src/deep/b.ts',
      '.env.test',
    ])
  })

  it('are what the caller knows where it names none', () => {
    const otherwise = new Map([['src/a.ts', '1']])
    expect(declaredInputs(recipe, files, otherwise)).toBe(otherwise)
  })
})
