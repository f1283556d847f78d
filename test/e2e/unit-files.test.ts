// Unit files that people got wrong: everything is told at once, with its place and with advice that works when it is typed.

import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const wrong = `---
id: T01
titel: Add login
attempts: many
effort: hgh
checks: [unti]
depends_on: [T09]
claims: { edit: [src], rite: [src] }
---
Do it.
`

describe('a unit file with many mistakes', () => {
  it('is told with all of them by run, also what only the config can tell', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig('checks:\n  unit: { command: "true" }\n'),
    })
    here.write('T01.md', wrong)
    for (const line of ['run T01.md', 'run T01.md --dry-run']) {
      const { exitCode, stderr } = await here.fixpoint(line, { env })
      expect([exitCode, stderr.trimEnd().split('\n')]).toEqual([
        1,
        [
          'Error: T01.md unit/check there is no check unti (did you mean unit?)',
          'Error: T01.md unit/depends-on it depends on T09, which is not in this run',
          expect.stringMatching(/^Error: T01\.md:3:1 unit\/unknown-key unknown key titel .*title/),
          expect.stringMatching(/^Error: T01\.md:4:\d+ unit\/type attempts must be a/),
          expect.stringMatching(/^Error: T01\.md:5:\d+ unit\/type effort must be one of .* high/),
          expect.stringMatching(
            /^Error: T01\.md:8:\d+ unit\/unknown-key unknown key rite in claims/,
          ),
        ],
      ])
    }
  })

  it('is told by validate without a word, also where there is no spec', async () => {
    const here = repository()
    here.write('units/T01.md', wrong)
    here.write('docs/page.md', '---\nlayout: page\ntitel: not ours\n---\n')
    here.write('.fixpoint/config.yaml', 'lock_timeout: soon\n')
    for (const line of ['validate', 'validate units']) {
      const { exitCode, stderr } = await here.fixpoint(line)
      expect(exitCode).toBe(1)
      expect(stderr.match(/units\/T01\.md:\d+:\d+ /g)).toHaveLength(4)
      expect(stderr).not.toMatch(/page\.md|spec\/absent/)
      expect(stderr.includes('config/value lock_timeout')).toBe(line === 'validate')
    }
    here.write('.fixpoint/config.yaml', agentConfig())
    here.write('units/T01.md', unitFile({ id: 'T01', script: done }))
    expect(await here.fixpoint('validate')).toMatchObject({
      exitCode: 0,
      stdout: 'Valid: .fixpoint/config.yaml\nValid: units/T01.md\n',
    })
    expect((await here.fixpoint('validate --spec other.spec.yaml')).stderr).toContain('spec/absent')
  })
})

describe('a unit that needs another', () => {
  const needy = unitFile({
    id: 'T02',
    script: `echo c > src/c.txt\n${done}`,
    front: 'depends_on: [T01]\n',
  })

  it('whose file was not named is told where that is, and the command that takes it in', async () => {
    const here = repository()
    here.write('units/T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    here.write('units/T02.md', needy)
    for (const [folder, word] of [
      ['.', 'units/T02.md'],
      ['units', 'T02.md'],
    ] as const) {
      const cwd = here.path(folder)
      const { stderr } = await here.fixpoint(`run ${word}`, { env, cwd })
      const [, command] =
        /which is in units\/T01\.md and not part of this run \(fixpoint (run .*)\)$/m.exec(stderr)!
      expect((await here.fixpoint(`${command} --dry-run`, { env, cwd })).stdout).toContain(
        '1. T01\n  2. T02',
      )
    }
    expect((await here.fixpoint('run units/T02.md units/T01.md', { env })).exitCode).toBe(0)
  })

  it('is never told to need itself', async () => {
    const here = repository()
    here.write('T02.md', needy)
    expect((await here.fixpoint('run T02.md', { env })).stderr).toBe(
      'Error: T02.md unit/depends-on it depends on T01, which is not in this run\n',
    )
    here.write('T02.md', needy.replace('[T01]', '[T02]'))
    expect((await here.fixpoint('run T02.md', { env })).stderr).toContain(
      'T02.md unit/depends-on it depends on itself (take T02 out of depends_on)',
    )
  })
})
