import { describe, expect, it } from 'vitest'
import { renderDiagnostic } from '../../base/diagnostic.ts'
import { readUnitFile } from './unit-file.ts'

const problems = (text: string) => readUnitFile(text, 'u.md').problems.map(renderDiagnostic)

describe('a unit file', () => {
  it('is front matter and a brief', () => {
    const { unit, problems } = readUnitFile(
      '---\ntitle: Add login\nclaims: {edit: [src/login.ts]}\n---\n\n# Brief\n\nDo it.\n',
      'u.md',
    )
    expect(problems).toEqual([])
    expect(unit?.front).toEqual({ title: 'Add login', claims: { edit: ['src/login.ts'] } })
    expect(unit?.brief).toBe('# Brief\n\nDo it.')
  })

  it('tells a misspelt key where it stands in the file', () => {
    expect(problems('---\ntitle: x\ndepend_on: [T01]\n---\n')).toEqual([
      'u.md:3:1 unit/unknown-key unknown key depend_on (did you mean depends_on?)',
    ])
  })

  it('without front matter says how it begins', () => {
    expect(problems('# Brief\n')).toEqual([
      'u.md:1:1 unit/front-matter there is no front matter (start the file with ---, the fields of the unit, and --- again)',
    ])
  })

  it('of bad YAML names the line of the file', () => {
    expect(problems('---\ntitle: [x\nid: T01\n---\n')[0]).toMatch(/^u\.md:2:8 yaml\/syntax/)
  })
})
