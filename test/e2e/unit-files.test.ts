// Unit files that people got wrong: everything is told at once, with its place and with advice that works when it is typed.

import { rmSync } from 'node:fs'
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

  it('that names an agent where the config declares none, or claims no place, is told what to write and where', async () => {
    const here = repository({ '.fixpoint/config.yaml': 'checks:\n  unit: { command: "true" }\n' })
    here.write(
      'T01.md',
      '---\nid: T01\ntitle: T\nagent: sh\nclaims:\n  create: [src]\n  edit:\n    - src\n    - ../x\n---\nDo it.\n',
    )
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect([exitCode, stderr]).toEqual([
      1,
      `Error: T01.md unit/agent there is no agent sh: the config declares none (declare it in .fixpoint/config.yaml and commit that, as in agents: { sh: { command: "…" } })
Error: T01.md:9:7 unit/claim it claims "../x": the path leaves the repository (name a path, folder or glob inside the repository, as seen from its top: src/auth)
`,
    ])
    here.write('.fixpoint/config.yaml', 'agents: { sh: { command: "true" } }\n')
    here.git('commit', '--quiet', '-am', 'Declare it')
    expect((await here.fixpoint('run T01.md', { env })).stderr).not.toContain('unit/agent')
  })

  it.each(['.git/hooks/pre-commit', 'sub/.GIT/config', '.git'])(
    'that claims %s, which can never land, is told its line',
    async claim => {
      const here = repository()
      const unit = unitFile({ id: 'T01', script: done, claims: `create: [src, ${claim}]` })
      here.write('T01.md', unit)
      const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
      expect(exitCode).toBe(1)
      expect(stderr).toMatch(/^Error: T01\.md:4:\d+ unit\/claim it claims "/)
      expect(stderr).toContain(`"${claim}": git keeps its own files in .git, and commits none`)
      expect((await here.fixpoint('runs', { env })).stdout).toBe('Nothing has run here yet.\n')
    },
  )

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

describe('a unit that names no checks', () => {
  const script = `echo broken > src/b.txt\n${done}`
  const config = agentConfig('checks:\n  unit: { command: "test ! -e src/b.txt" }\n')

  it('is judged by all of them, and by none only where it says so', async () => {
    const here = repository({ '.fixpoint/config.yaml': config })
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 1\n' }))
    const refused = await here.fixpoint('run T01.md', { env })
    expect(refused.exitCode).toBe(1)
    expect(refused.stdout).toContain('check unit failed with exit code 1')
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: []\n' }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode).toBe(0)
    expect(stderr).toContain(
      'Warning: no check judges T01, as checks: [] asks, so nothing but its claims is proved\n',
    )
  })

  it('is the same unit when the config has got more of them since', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig('checks:\n  a: { command: "true" }\n'),
    })
    here.write('T01.md', unitFile({ id: 'T01', script }))
    expect((await here.fixpoint('run T01.md --deliver ff', { env })).exitCode).toBe(0)
    here.write(
      '.fixpoint/config.yaml',
      agentConfig('checks:\n  a: { command: "true" }\n  b: { command: "true" }\n'),
    )
    here.git('commit', '--quiet', '-am', 'Another check')
    expect((await here.fixpoint('run T01.md', { env })).stderr).toContain('T01 landed in r1')
  })

  it('where none is configured either is said to be proved by nothing but its claims', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode).toBe(0)
    expect(stderr).toContain('Warning: no check is configured, so nothing but its claims is proved')
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
      'T02.md:5:14 unit/depends-on it depends on itself (take T02 out of depends_on)',
    )
  })

  it('in a circle is refused by file and line, by run, its rehearsal and validate alike', async () => {
    const here = repository()
    const needing = (id: string, ...needs: readonly string[]) =>
      here.write(
        `units/${id}.md`,
        unitFile({
          id,
          script: done,
          front: `depends_on:\n${needs.map(each => `  - ${each}\n`).join('')}`,
        }),
      )
    here.write('units/T00.md', unitFile({ id: 'T00', script: done }))
    needing('T01', 'T00', 'T03')
    needing('T02', 'T01')
    needing('T03', 'T02')
    needing('T04', 'T03')
    needing('T05', 'T05')
    const refused = {
      exitCode: 1,
      stdout: '',
      stderr: `Error: units/T01.md:7:5 unit/circle units wait for each other: T01 → T03 → T02 → T01 (take one of these out of depends_on)
Error: units/T05.md:6:5 unit/depends-on it depends on itself (take T05 out of depends_on)
`,
    }
    for (const line of [
      ...['run units', 'run units --dry-run', 'run units --only T04'],
      ...['validate', 'validate units'],
    ])
      expect([line, await here.fixpoint(line, { env })]).toEqual([line, refused])
    expect((await here.fixpoint('runs', { env })).stdout).toBe('Nothing has run here yet.\n')
  })
})

describe('a folder of units', () => {
  const text = unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` })

  it('is read past a byte order mark, also by validate', async () => {
    const here = repository()
    here.write('units/T01.md', `\uFEFF${text}`)
    expect((await here.fixpoint('validate units')).stdout).toBe('Valid: units/T01.md\n')
    expect(await here.fixpoint('run units', { env })).toMatchObject({ exitCode: 0 })
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('b\n')
  })

  it('tells which files of it are broken units, and nothing of a page beside them', async () => {
    const here = repository()
    here.write('units/README.md', '# Units\n\n---\n\nWhat we do next.\n')
    here.write('units/T01.md', text)
    expect((await here.fixpoint('run units --dry-run', { env })).stderr).toBe('')
    here.write('units/T02.md', '')
    here.write('units/T03.md', `\r\n${text.replaceAll('T01', 'T03')}`)
    const told =
      'Warning: unit/passed-over not a unit: units/T02.md (empty), units/T03.md (its front matter does not start on the first line) (start a unit file with ---)\n'
    expect(await here.fixpoint('run units --dry-run', { env })).toMatchObject({
      exitCode: 0,
      stderr: told,
    })
    here.write('units/T01.md', text.replace('---\n', '---\ndepends_on: [T03]\n'))
    const refused = await here.fixpoint('run units', { env })
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringContaining(`${told}Error: units/T01.md unit/depends-on`),
    ])
    rmSync(here.path('units/T01.md'))
    const none = await here.fixpoint('run units', { env })
    expect([none.exitCode, none.stderr]).toEqual([
      1,
      expect.stringContaining(`${told}Error: unit/none units holds no unit files`),
    ])
  })
})
