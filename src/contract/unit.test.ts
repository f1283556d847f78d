import { expect, it } from 'vitest'
import { renderDiagnostic } from '../base/diagnostic.ts'
import { parseWith } from './parse.ts'
import { unitSchema } from './unit.ts'

const read = (data: unknown) => {
  const options = { area: 'unit', locate: () => ({ file: 'T01.md' }) }
  return parseWith(unitSchema, data, options).problems.map(renderDiagnostic)
}

it('a whole unit is accepted', () => {
  expect(
    read({
      id: 'FEAT-2026-0001/T01',
      title: 'Answer /health',
      resource: 'endpoint.health',
      depends_on: ['T00'],
      priority: 5,
      context: 'The service has no health check.',
      acceptance: [
        { criterion: 'GET /health answers 200', check: 'tests' },
        { criterion: 'The answer reads well', owner: 'ana' },
      ],
      claims: {
        create: ['src/health.ts'],
        edit: ['src/app.ts#routes'],
        delete: [],
        read: ['src/**'],
      },
      do_not_touch: ['migrations/**'],
      produces: 'src/health.ts',
      checks: ['tests'],
      verification: ['npm test'],
      escalation: 'A migration would be needed.',
      review: 'human',
      agent: 'claude-code,codex',
      model: 'sonnet',
      effort: 'medium',
      attempts: 3,
      iterate: true,
      budget: { time: '30m', tokens: 200_000, usd: 4 },
    }),
  ).toEqual([])
})

it.each([
  [{ clams: {} }, 'T01.md unit/unknown-key unknown key clams (did you mean claims?)'],
  [
    { claims: { write: [] } },
    'T01.md unit/unknown-key unknown key write in claims (valid: create, edit, delete, read)',
  ],
  [
    { effort: 'hgh' },
    'T01.md unit/type effort must be one of low, medium, high, xhigh, max, not "hgh" (did you mean high?)',
  ],
  [{ attempts: 0 }, 'T01.md unit/type attempts must be at least 1, not 0'],
  [
    { acceptance: [{ criterion: 'works' }] },
    'T01.md unit/type acceptance[0] must be bound to one check or to one owner, not a map',
  ],
])('%j is refused with the way out', (data, problem) => {
  expect(read(data)).toEqual([problem])
})

it('an id has the form of the address of a unit', () => {
  expect(read({ id: 'WU-1' })).toEqual([
    'T01.md unit/type id must be like FEAT-2026-0001/T01 or T01, not "WU-1"',
  ])
})
