// Claims on symbols through the front door: two units work in one file at once, and neither may touch what is the other's.

import { describe, expect, it } from 'vitest'
import { done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const file = `export function first() {
  return 1
}

export function second() {
  return 2
}
`

const edits = (from: string, to: string) => `sed -i 's/${from}/${to}/' src/a.ts\n${done}`

describe('units that claim symbols', () => {
  it('K-17 of one file work at the same time, and both land', async () => {
    const here = repository({ 'src/a.ts': file })
    const units: [id: string, symbol: string, script: string][] = [
      ['T01', 'first', edits('return 1', 'return 10')],
      ['T02', 'second', edits('return 2', 'return 20')],
    ]
    for (const [id, symbol, script] of units)
      here.write(`units/${id}.md`, unitFile({ id, script, claims: `edit: ["src/a.ts#${symbol}"]` }))
    const dry = await here.fixpoint('run units --dry-run', { env })
    expect(dry.stdout).toContain('1. T01\n  1. T02')
    const { exitCode } = await here.fixpoint('run units', { env })
    expect(exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/a.ts')).toBe(
      file.replace('return 1', 'return 10').replace('return 2', 'return 20'),
    )
  })

  it('fail where they change another symbol, with the lines and who holds them', async () => {
    const here = repository({ 'src/a.ts': file })
    const script = edits('return 2', 'return 20')
    const claims = 'edit: ["src/a.ts#first"]'
    here.write('T01.md', unitFile({ id: 'T01', script, claims, front: 'attempts: 1\n' }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain('outside the claimed symbols: src/a.ts:6 in second was removed')
    expect(exitCode).toBe(1)
  })

  it('are refused before an agent starts where nothing reads the symbols of the file', async () => {
    const here = repository()
    const claims = 'edit: ["src/a.txt#first"]'
    here.write('T01.md', unitFile({ id: 'T01', script: done, claims }))
    for (const line of ['run T01.md', 'run T01.md --dry-run']) {
      const { exitCode, stderr } = await here.fixpoint(line, { env })
      expect([exitCode, stderr]).toEqual([
        1,
        expect.stringContaining('T01 claims src/a.txt#first, and nothing here reads the symbols'),
      ])
    }
    expect(here.files().filter(each => each.startsWith('.fixpoint/local'))).toEqual([])
  })
})
