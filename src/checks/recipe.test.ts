// Checks are read from the config whole, and every mistake is told in its place with what to do.

import { describe, expect, it } from 'vitest'
import { renderDiagnostic } from '../base/diagnostic.ts'
import { decodeConfig } from '../config/decode.ts'
import { readRecipes } from './recipe.ts'

function read(text: string) {
  const { file, problems, placeOf } = decodeConfig(text, 'config.yaml')
  const read = readRecipes(file, placeOf)
  return { recipes: read.recipes, problems: [...problems, ...read.problems].map(renderDiagnostic) }
}

describe('the checks of a config', () => {
  it('are read by name, with what holds when nobody says', () => {
    const text = `
checks:
  unit:
    command: npm test -- --reporter=junit
    description: all unit tests
    timeout: 90s
    inputs: [src/**, test/**]
    versions: [node]
    parser: junit
    report: ./out/junit.xml
    environment: [DATABASE_URL, NPM_*]
  lint:
    command: [biome, check, --error-on-warnings]
`
    expect(read(text)).toEqual({
      problems: [],
      recipes: [
        {
          name: 'lint',
          description: '',
          command: ['biome', 'check', '--error-on-warnings'],
          timeoutMs: 600_000,
          inputs: undefined,
          versions: [],
          report: undefined,
          environment: [],
        },
        {
          name: 'unit',
          description: 'all unit tests',
          command: 'npm test -- --reporter=junit',
          timeoutMs: 90_000,
          inputs: ['src/**', 'test/**'],
          versions: ['node'],
          report: { format: 'junit', path: 'out/junit.xml' },
          environment: ['DATABASE_URL', 'NPM_*'],
        },
      ],
    })
  })

  it('that are none are none', () => {
    expect(read('agent: ana')).toEqual({ recipes: [], problems: [] })
  })

  it.each([
    [
      '  a: { command: x, timout: 3 }',
      [
        'config.yaml:2:20 config/unknown-key unknown key timout in checks.a (did you mean timeout?)',
      ],
    ],
    [
      '  a: { command: [] }',
      [
        'config.yaml:2:8 config/value command of check a is empty (name a program, and then its arguments)',
      ],
    ],
    [
      '  a: { description: x }',
      ['config.yaml:2:6 config/type checks.a.command must be text or a list, not absent'],
    ],
    ['  a.b: { command: x }', ['config.yaml:2:8 config/key checks.a.b is not a valid key']],
    [
      '  a: { command: x, timeout: soon }',
      [
        'config.yaml:2:20 config/value timeout of check a must be a duration such as 90s or 15m, not "soon"',
      ],
    ],
    [
      '  a: { command: x, timeout: 0 }',
      [
        'config.yaml:2:20 config/value timeout of check a must be a duration such as 90s or 15m, not "0"',
      ],
    ],
    [
      '  a: { command: x, parser: junt }',
      [
        'config.yaml:2:28 config/type checks.a.parser must be one of none, junit, lcov, cobertura, not "junt" (did you mean junit?)',
      ],
    ],
    [
      '  a: { command: x, parser: junit }',
      [
        'config.yaml:2:20 config/report check a has the parser junit and no report to parse (add report: with the path of the file that the command writes)',
      ],
    ],
    [
      '  a: { command: x, report: r.xml }',
      [
        'config.yaml:2:20 config/report check a writes a report that nobody reads (add parser: junit, lcov or cobertura, or remove report:)',
      ],
    ],
    [
      '  a: { command: x, parser: lcov, report: ../r.info }',
      [
        'config.yaml:2:34 config/path report of check a: "../r.info" must lie inside the repository',
      ],
    ],
    [
      '  a: { command: x, inputs: [/etc/passwd] }',
      [
        'config.yaml:2:20 config/path inputs of check a: "/etc/passwd" must lie inside the repository',
      ],
    ],
    [
      '  a: { command: x, environment: [FIXPOINT_TOKEN] }',
      [
        "config.yaml:2:20 config/environment FIXPOINT_TOKEN is Fixpoint's own and never reaches check a (remove it)",
      ],
    ],
    [
      '  a: { command: x, environment: ["A=b"] }',
      [
        expect.stringContaining(
          'config.yaml:2:34 config/type checks.a.environment[0] must be like',
        ),
      ],
    ],
  ])('with %s are refused', (line, problems) => {
    expect(read(`checks:\n${line}\n`).problems).toEqual(problems)
  })
})
