// Another chance for what ended without landing: what is left out of it is named with the command that brings it in, and nobody works by
// a text that was changed meanwhile without being told.

import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Does nothing until there is a file beside the project. */
const lazy = (file: string) => `if [ -e ../../../../../go ]; then echo x > src/${file}; fi\n${done}`

const go = (here: TestRepository) => here.write('../cache/go', '')

const type = (here: TestRepository, line: string) => here.fixpoint(line, { env })

/** T01 stopped on a repeated failure, T02 on its last attempt; T03 needs T01, T04 both. */
async function failed(): Promise<TestRepository> {
  const here = repository()
  const unit = (id: string, front: string) =>
    here.write(`units/${id}.md`, unitFile({ id, script: lazy(`${id}.txt`), front }))
  unit('T01', 'attempts: 3\n')
  unit('T02', 'attempts: 1\n')
  unit('T03', 'depends_on: [T01]\n')
  unit('T04', 'depends_on: [T01, T02]\n')
  expect((await type(here, 'run units')).exitCode).toBe(1)
  go(here)
  return here
}

describe('run --continue, where a unit stopped on a repeated failure', () => {
  it('leaves it out by its name, and the command that is named brings it and what needs it in', async () => {
    const here = await failed()
    const { exitCode, stdout, stderr } = await type(here, 'run --continue')
    expect([exitCode, stdout.replace(/ [0-9a-f]{10}$/m, '')]).toEqual([
      3,
      expect.stringContaining(
        'r1  partial: 4 units, 1 failed, 1 landed, 2 skipped\n  T01  failed ',
      ),
    ])
    expect(stderr).toContain(
      'Warning: run/left-out r1/T01 failed the same way twice, and is left out (fixpoint retry r1/T01 --override && fixpoint run; or all of them: fixpoint run --continue --override)\n',
    )
    await type(here, 'retry r1/T01 --override')
    expect(await type(here, 'run')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('complete: 4 units, 4 landed'),
    })
  })

  it('--override takes it in, with what needs it, and the override is recorded', async () => {
    const here = await failed()
    const { exitCode, stdout } = await type(here, 'run --continue --override')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('4 units, 4 landed')])
    expect((await type(here, 'replay r1')).stdout).toContain(
      'r1/T01 gets another chance (ana: fixpoint run --continue --override)',
    )
    for (const line of ['run units --override', 'run units --continue', 'run --override'])
      expect((await type(here, line)).exitCode).toBe(64)
  })

  it('tells programs what was left out', async () => {
    const here = await failed()
    const { leftOut } = JSON.parse((await type(here, 'run --continue --json')).stdout)
    expect(leftOut).toMatchObject([
      {
        code: 'run/left-out',
        message: expect.stringMatching(/^r1\/T01 failed the same way twice/),
      },
    ])
  })

  it('is refused where there is nothing else, and names every one', async () => {
    const here = repository()
    for (const id of ['T01', 'T02'])
      here.write(`units/${id}.md`, unitFile({ id, script: lazy(id) }))
    await type(here, 'run units')
    const { exitCode, stderr } = await type(here, 'run --continue')
    expect([
      exitCode,
      stderr.match(/^Error: run\/left-out r1\/T0\d failed the same way/gm),
    ]).toEqual([1, expect.objectContaining({ length: 2 })])
  })
})

it('run with nothing open names another chance for what failed', async () => {
  const here = repository()
  expect(await type(here, 'run')).toMatchObject({
    exitCode: 64,
    stderr: expect.stringContaining('for example fixpoint run units'),
  })
  const front = 'attempts: 1\n'
  here.write('units/T01.md', unitFile({ id: 'T01', script: lazy('T01.txt'), front }))
  await type(here, 'run units')
  expect(await type(here, 'run')).toMatchObject({
    exitCode: 64,
    stderr: expect.stringContaining('fixpoint run --continue gives r1 another chance'),
  })
})

describe('a unit file that was edited since its run began', () => {
  it('is left out of run --continue, and the command that is named works by its new text', async () => {
    const here = await failed()
    const file = 'units/T02.md'
    here.write(file, here.read(file).replaceAll('T02.txt', 'new.txt'))
    const { stderr } = await type(here, 'run --continue --override')
    const told =
      'run/changed units/T02.md was edited since r1 began, and r1/T02 is left out (its new text: fixpoint run units/T01.md units/T02.md units/T04.md; the one of then: fixpoint retry r1/T02 && fixpoint run)\n'
    expect(stderr).toMatch(/^Warning: run\/changed /)
    expect(stderr.split(told)).toHaveLength(3)
    expect(stderr).not.toContain('Another chance')
    here.git('merge', '--ff-only', 'fixpoint/r1')
    const { exitCode, stdout } = await type(here, 'run units/T01.md units/T02.md units/T04.md')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('complete: 2 units, 2 landed')])
    expect(here.at('fixpoint/r2', 'src/new.txt')).toBe('x\n')
  })

  it('is told by retry, and by run that goes on with it; the command takes the old one away', async () => {
    const here = await failed()
    const file = 'units/T02.md'
    here.write(file, here.read(file).replaceAll('T02.txt', 'new.txt'))
    const told =
      'Warning: run/changed units/T02.md was edited since r1 began; r1/T02 goes by the text of then (its new text: fixpoint cancel r1/T02 && fixpoint run units/T01.md units/T02.md units/T04.md)\n'
    expect((await type(here, 'retry T02')).stderr).toContain(told)
    await type(here, 'pause run:r1')
    expect((await type(here, 'run')).stderr).toContain(told)
    await type(here, 'cancel r1/T02')
    const anew = await type(here, 'run units/T01.md units/T02.md units/T04.md')
    expect(anew).toMatchObject({ exitCode: 0 })
    expect(here.at('fixpoint/r2', 'src/new.txt')).toBe('x\n')
  })

  it('is named as a shell takes it', async () => {
    const here = repository()
    const file = 'my units/T01.md'
    here.write(file, unitFile({ id: 'T01', script: lazy('T01.txt'), front: 'attempts: 1\n' }))
    expect((await here.fixpoint(['run', file], { env })).exitCode).toBe(1)
    here.write(file, here.read(file).replaceAll('T01.txt', 'new.txt'))
    expect((await type(here, 'retry T01')).stderr).toContain("&& fixpoint run 'my units/T01.md')")
  })

  it('is not told where only how often it is tried was edited, or where the file is gone', async () => {
    const here = await failed()
    const file = 'units/T02.md'
    here.write(file, here.read(file).replace('attempts: 1', 'attempts: 4'))
    expect((await type(here, 'retry T02')).stderr).not.toContain('edited')
    rmSync(here.path(file))
    expect((await type(here, 'run')).stderr).not.toContain('edited')
  })
})

describe('who does it and what judges it, changed since its run began', () => {
  const first = 'units/T01.md'
  const config = (agent: string, check: string) =>
    agentConfig(`  other: { command: "${agent}" }\nchecks:\n  unit: { command: "${check}" }\n`)

  async function tried() {
    const here = repository({ '.fixpoint/config.yaml': config('false', 'true') })
    const front = 'agent: other\nattempts: 1\nchecks: [unit]\n'
    here.write(first, unitFile({ id: 'T01', script: `echo x > src/1.txt\n${done}`, front }))
    expect((await type(here, 'run units')).exitCode).toBe(1)
    return here
  }

  it('is told of the agent of the unit file as of its text', async () => {
    const here = await tried()
    here.write(first, here.read(first).replace('agent: other', 'agent: obedient'))
    const { exitCode, stderr } = await type(here, 'run --continue')
    expect([exitCode, stderr]).toEqual([
      1,
      'Error: run/changed units/T01.md was edited since r1 began, and r1/T01 is left out (its new text: fixpoint run units/T01.md; the one of then: fixpoint retry r1/T01 && fixpoint run)\n',
    ])
    expect(await type(here, 'run units/T01.md')).toMatchObject({ exitCode: 0 })
  })

  it('is told once of the config, with the command that uses the one of now', async () => {
    const here = await tried()
    expect((await type(here, 'retry T01')).stderr).not.toContain('Warning')
    const now = config('false # again', '! false')
    here.write('.fixpoint/config.yaml', now)
    here.git('commit', '-qam', 'Change the config')
    const told =
      "Warning: run/config agents.other, checks.unit in .fixpoint/config.yaml changed since r1 began; r1 keeps the agents and checks of then (to use today's: fixpoint cancel run:r1 && fixpoint run units/T01.md)\n"
    expect((await type(here, 'run')).stderr.split(told)).toHaveLength(2)
    expect((await type(here, 'run --continue')).stderr.split(told)).toHaveLength(2)
    expect((await type(here, 'retry T01')).stderr).toContain(told)
    expect((await type(here, 'cancel run:r1')).exitCode).toBe(0)
    expect((await type(here, 'run units/T01.md')).stderr).not.toContain('run/config')
  })

  it('cannot be previewed, and says so', async () => {
    const here = await tried()
    expect(await type(here, 'run --continue --dry-run')).toMatchObject({
      exitCode: 64,
      stderr: expect.stringContaining('another chance cannot be previewed'),
    })
  })
})

describe('a branch that moved since its landing was ordered', () => {
  it('is left out of run --continue, and told by retry, with the command that lands it as it is', async () => {
    const check = '{ command: "test ! -e src/b.txt || test -e src/good.txt" }'
    const here = repository({ '.fixpoint/config.yaml': `checks: { good: ${check} }\n` })
    const commit = (file: string) => {
      here.git('switch', '-q', 'feature/x')
      here.write(file, 'x\n')
      here.git('add', 'src')
      here.git('commit', '-qm', `Add ${file}`)
      here.git('switch', '-q', 'main')
    }
    here.git('branch', 'feature/x')
    commit('src/b.txt')
    expect((await type(here, 'land feature/x')).exitCode).toBe(1)
    const then = here.git('rev-parse', 'feature/x').slice(0, 10)
    commit('src/good.txt')
    const { exitCode, stderr } = await type(here, 'run --continue')
    const [unit] = /r1\/\S+/.exec(stderr)!
    expect([exitCode, stderr]).toEqual([
      1,
      `Error: run/changed feature/x moved since r1 began, and ${unit} is left out (as it is now: fixpoint land feature/x; as it was, at ${then}: fixpoint retry ${unit} && fixpoint run)\n`,
    ])
    expect((await type(here, `retry ${unit}`)).stderr).toContain(
      `Warning: run/changed feature/x moved since r1 began; ${unit} lands it as it was, at ${then} (as it is now: fixpoint cancel ${unit} && fixpoint land feature/x)\n`,
    )
    await type(here, `cancel ${unit}`)
    expect(await type(here, 'land feature/x')).toMatchObject({ exitCode: 0 })
  })
})

describe('run --continue with nothing to continue', () => {
  const asks = `printf '\`\`\`result\\nstatus: blocked\\nquestion: red or blue?\\n\`\`\`\\n'`

  it('says which run is open, and what to type', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: asks }))
    here.write('T02.md', unitFile({ id: 'T02', script: `echo 2 > src/2.txt\n${done}` }))
    await type(here, 'run T01.md')
    expect(await type(here, 'run --continue')).toMatchObject({
      exitCode: 1,
      stderr:
        'Error: run/nothing nothing of r1 ended without landing; it is open and waits for a person (fixpoint answer T01 "…")\n',
    })
    await type(here, 'run T02.md')
    expect((await type(here, 'run --continue')).stderr).toBe(
      'Error: run/nothing nothing of r2 ended without landing; r1 is open and waits for a person (fixpoint answer T01 "…")\n',
    )
    await type(here, 'answer T01 blue')
    expect((await type(here, 'run --continue')).stderr).toBe(
      'Error: run/nothing nothing of r2 ended without landing; r1 is open (fixpoint run)\n',
    )
  })

  it('goes on with what retry gave another chance already, as status had named both', async () => {
    const here = repository()
    const script = `[ -e ${here.path('../go')} ] || exit 3\necho 1 > src/1.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 1\n' }))
    await type(here, 'run T01.md')
    const { stdout } = await type(here, 'status')
    expect(stdout).toMatch(/ T01 .* → fixpoint retry T01\n\nNext: fixpoint run --continue\n$/)
    here.write('../go', '')
    expect((await type(here, 'retry T01')).exitCode).toBe(0)
    const { exitCode, stderr } = await type(here, 'run --continue')
    expect(stderr).toContain('Nothing of r1 ended without landing; it is open, and goes on.\n')
    expect(exitCode, stderr).toBe(0)
    expect(here.at('fixpoint/r1', 'src/1.txt')).toBe('1\n')
  })

  it('says that all has landed', async () => {
    const here = repository()
    here.write('T02.md', unitFile({ id: 'T02', script: `echo 2 > src/2.txt\n${done}` }))
    await type(here, 'run T02.md')
    expect((await type(here, 'run --continue')).stderr).toBe(
      'Error: run/nothing nothing of r1 ended without landing (fixpoint run UNIT.md starts another)\n',
    )
  })
})

describe('a run that was interrupted and holds a pause', () => {
  it.each([
    ['T01', 'fixpoint resume T01'],
    ['run:r1', 'fixpoint resume run:r1'],
    ['', 'fixpoint resume'],
  ])('of "%s" says what to type', async (word, command) => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: lazy('1.txt'), front: 'attempts: 1\n' }))
    await type(here, 'run T01.md')
    go(here)
    await type(here, 'retry T01')
    await type(here, `pause ${word}`.trim())
    const { exitCode, stderr } = await type(here, 'run')
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining(`→ ${command}\n`)])
    await type(here, command.replace('fixpoint ', ''))
    expect(await type(here, 'run')).toMatchObject({ exitCode: 0 })
  })
})

describe('words that name unit files', () => {
  it('are taken once where they name one file twice', async () => {
    const here = repository()
    here.write('units/T02.md', unitFile({ id: 'T02', script: `echo 2 > src/2.txt\n${done}` }))
    const twice = await type(here, 'run units/T02.md units ./units/T02.md')
    expect(twice).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('1 unit, 1 landed'),
    })
  })

  it('name nothing where they are empty', async () => {
    const here = repository()
    here.write('T02.md', unitFile({ id: 'T02', script: `echo 2 > src/2.txt\n${done}` }))
    expect(await here.fixpoint(['run', ''], { env })).toMatchObject({
      exitCode: 64,
      stderr:
        'Error: cli/usage an empty word names no unit file (for example fixpoint run units)\n',
    })
  })
})
