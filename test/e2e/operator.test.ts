// What a person says to a run, and what they see of it: through the front door, between two goes of the engine.

import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const asks = `printf '\`\`\`result\\nstatus: blocked\\nquestion: red or blue?\\n\`\`\`\\n'`

/** Its agent asks until it is told something; the script is in its brief, so it must not hold the words that it looks for. */
async function blocked() {
  const here = repository()
  const script = `case "$BRIEF" in *"people ""said"*) echo blue > src/b.txt; ${done};; *) ${asks};; esac`
  here.write('units/T01.md', unitFile({ id: 'T01', script }))
  here.write(
    'units/T02.md',
    unitFile({ id: 'T02', script: `echo 2 > src/2\n${done}`, front: 'depends_on: [T01]\n' }),
  )
  await here.fixpoint('run units', { env })
  return here
}

describe('an act of a person', () => {
  it('answers a question: the words reach the next attempt, and the run goes on', async () => {
    const here = await blocked()
    const { stdout } = await here.fixpoint('show T01', { env })
    expect(stdout).toContain('Waits for a person\n  red or blue?\n')
    expect(stdout).not.toContain('Recommended')
    const told = await here.fixpoint('answer T01 blue', { env })
    expect(told).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^r1\/T01 answered by ana: blue\n/),
      stderr: 'Nobody drives the project now. Go on with: fixpoint run\n',
    })
    expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('blue\n')
    expect(here.at('fixpoint/r1', 'src/2')).toBe('2\n')
  })

  it('skips a unit and with it what depends on it', async () => {
    const here = await blocked()
    const { stdout } = await here.fixpoint('skip T01 -m "by hand"', { env })
    expect(stdout).toBe(`r1/T01 skipped (ana: by hand)
r1/T02 skipped because of r1/T01
r1 finished: failed
`)
  })

  it('cancels a run, and nothing is open any more', async () => {
    const here = await blocked()
    expect((await here.fixpoint('cancel run:r1', { env })).stdout).toContain(
      'r1 finished: cancelled',
    )
    expect((await here.fixpoint('run', { env })).exitCode).toBe(64)
    expect((await here.fixpoint('cancel run:r1', { env })).stderr).toMatch(
      /run-over r1 is cancelled/,
    )
  })

  it('pauses a run, which then waits, and resumes it', async () => {
    const here = await blocked()
    await here.fixpoint('pause run:r1', { env })
    await here.fixpoint('answer T01 blue', { env })
    const paused = await here.fixpoint('run', { env })
    expect(paused.exitCode).toBe(5)
    expect(paused.stdout).toContain('its run is paused')
    await here.fixpoint('resume run:r1', { env })
    expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
  })

  it('pauses nothing that has ended', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    await here.fixpoint('run T01.md', { env })
    expect((await here.fixpoint('pause T01', { env })).stderr).toMatch(
      /unit-status r1\/T01 is landed already/,
    )
    expect((await here.fixpoint('pause run:r1', { env })).stderr).toMatch(
      /run-over r1 is complete already/,
    )
  })

  it('is told by why and show with who paused, why, and what to type', async () => {
    const here = await blocked()
    await here.fixpoint('pause run:r1 -m "after the release"', { env })
    await here.fixpoint('answer T01 blue', { env })
    const told = `  its run is paused
  by ana at 2026-01-27T12:00:00.000Z: after the release
`
    for (const command of ['why', 'show']) {
      const { stdout } = await here.fixpoint(`${command} T01`, { env })
      expect(stdout).toContain(told)
      expect(stdout).toContain('Waits for you\n  r1  is paused  → fixpoint resume run:r1\n')
    }
    expect(JSON.parse((await here.fixpoint('why T01 --json', { env })).stdout)).toMatchObject({
      paused: { by: 'ana', reason: 'after the release' },
      needs: [{ name: 'r1', command: 'fixpoint resume run:r1' }],
    })
  })

  it('gives what failed another chance', async () => {
    const here = repository()
    const script = `if [ -e ../../../../../go ]; then echo b > src/b.txt; fi\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 1\n' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(1)
    here.write('../cache/go', '')
    expect(await here.fixpoint('run --continue', { env })).toMatchObject({ exitCode: 0 })
    expect((await here.fixpoint('retry T01', { env })).stderr).toMatch(/nothing to retry/)
  })

  it('accepts or rejects a change that waits for a review, and the comment reaches the next attempt', async () => {
    const here = repository()
    const script = `printf '%s' "$BRIEF" > src/brief.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'review: human\n' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(5)
    await here.fixpoint(['reject', 'T01', 'shorter please'], { env })
    expect((await here.fixpoint('run', { env })).exitCode).toBe(5)
    await here.fixpoint('accept T01', { env })
    expect(await here.fixpoint('run', { env })).toMatchObject({ exitCode: 0 })
    expect(here.at('fixpoint/r1', 'src/brief.txt')).toContain('ana: shorter please')
  })

  it('about what is not there is refused with the nearest name', async () => {
    const here = await blocked()
    expect((await here.fixpoint('retry T1', { env })).stderr).toMatch(/no run has a unit T1 .*T01/)
    for (const [line, verb] of [
      ['pause', 'pause'],
      ['resume', 'resume'],
      ['answer T01 blue', 'answer'],
    ])
      expect((await repository().fixpoint(line!, { env })).stderr).toContain(
        `journal/missing nothing has run in this project yet, so there is nothing to ${verb} (fixpoint run UNIT.md starts a run)`,
      )
  })
})

describe('logs', () => {
  it('shows what an attempt was told and what it said, without secrets', async () => {
    const config = agentConfig().replace(
      'timeout: 60s',
      'timeout: 60s\n    environment: [MY_TOKEN]',
    )
    const here = repository({ '.fixpoint/config.yaml': config })
    const script = `echo "token $MY_TOKEN"; echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    await here.fixpoint('run T01.md', { env: { ...env, MY_TOKEN: 'hush-hush-42' } })
    const { stdout } = await here.fixpoint('logs T01')
    expect(stdout).toMatch(/^prompt> # T01: Unit T01\n/)
    expect(stdout).toContain('\ntoken [redacted]\n')
    expect(stdout).not.toContain('hush-hush')
    expect((await here.fixpoint('logs T01 -f')).stdout).toContain('token [redacted]')
    expect((await here.fixpoint('logs T01 --attempt 2')).stderr).toMatch(/there is no attempt 2/)
  })
})

describe('watch', () => {
  it('ends at once where the run is over, with its exit code', async () => {
    const here = await blocked()
    const { exitCode, stdout } = await here.fixpoint('watch --json')
    expect(exitCode).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ version: '1', command: 'watch', run: 'r1' })
  })
})

describe('fix', () => {
  it('lands one thing from a sentence, delivered where it was asked for', async () => {
    const here = repository()
    const prompt = `Write b.\n\`\`\`sh\necho b > src/b.txt\n${done}\n\`\`\``
    const words = ['fix', prompt, '--files', 'src', '--deliver', 'ff']
    expect(await here.fixpoint(words, { env })).toMatchObject({ exitCode: 0 })
    expect(here.read('src/b.txt')).toBe('b\n')
    expect(here.git('log', '-1', '--format=%s', 'main')).toBe('Write b.\n')
    expect((await here.fixpoint('runs')).stdout).toBe(
      'r1  complete: 1 unit, 1 landed; delivered to main  # Write b.\n',
    )
  })

  it('is told apart from other fixes by its words, and by where its work went', async () => {
    const here = repository()
    for (const [prompt, file] of [
      ['Write b, please', 'b'],
      ['напиши c', 'c'],
    ] as const)
      await here.fixpoint(
        ['fix', `${prompt}\n\`\`\`sh\necho ${file} > src/${file}\n${done}\n\`\`\``],
        { env },
      )
    const { stdout } = await here.fixpoint('runs')
    expect(stdout).toBe(`r2  complete: 1 unit, 1 landed; left on fixpoint/r2  # напиши c
r1  complete: 1 unit, 1 landed; left on fixpoint/r1  # Write b, please
`)
    expect((await here.fixpoint('show fix-write-b-please')).stdout).toMatch(
      /^r1\/fix-write-b-please {2}landed/,
    )
    expect((await here.fixpoint('show run:r2')).stdout).toMatch(/^ {2}fix-c {2}landed/m)
    expect(JSON.parse((await here.fixpoint('runs --json')).stdout).runs).toMatchObject([
      { run: 'r2', title: 'напиши c', delivery: 'left on fixpoint/r2' },
      { run: 'r1', title: 'Write b, please', delivery: 'left on fixpoint/r1' },
    ])
  })
})

describe('a second run in the same project', () => {
  it('hands its units to the one that drives, and both see their end', async () => {
    const here = repository()
    const slow = `echo 1 > src/1; while [ ! -e ../../../../../go ]; do sleep 0.05; done\n${done}`
    const quick = `echo 2 > src/2; touch ../../../../../go\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script: slow, claims: 'create: [src/1]' }))
    here.write('T02.md', unitFile({ id: 'T02', script: quick, claims: 'create: [src/2]' }))
    const first = here.program('run T01.md')
    while (!here.files().includes('.fixpoint/local/driver.json'))
      await new Promise(resolve => setImmediate(resolve))
    const second = await here.program('run T02.md')
    expect((await first).exitCode).toBe(0)
    expect(second.exitCode).toBe(0)
    expect(second.stderr).toMatch(
      /^process \d+ on \S+ drives this project: r2 is handed to it, and watched from here\.$/m,
    )
    expect(second.stderr).not.toContain('Agents run in')
    expect((await first).stderr).not.toContain('drives this project')
    const { stdout } = await here.fixpoint('runs')
    expect(stdout).toMatch(/^r2 {2}complete: .*\nr1 {2}complete: /)
  })
})

describe('status and runs', () => {
  it('say what waits for a person and the exact command that moves it', async () => {
    const here = await blocked()
    const { stdout } = await here.fixpoint('status', { env })
    expect(stdout).toBe(`Runs
  r1  waits for a person: 2 units, 1 blocked, 1 pending

Waits for you
  T01  red or blue?  → fixpoint answer T01 "…"

Next: fixpoint answer T01 "…"
`)
    expect(await here.fixpoint('runs', { env })).toMatchObject({
      stdout: `r1  waits for a person: 2 units, 1 blocked, 1 pending
  T01  red or blue?  → fixpoint answer T01 "…"
`,
      stderr: 'Next: fixpoint answer T01 "…"\n',
    })
    await here.fixpoint('answer T01 blue', { env })
    expect((await here.fixpoint('status', { env })).stdout).toContain('Next: fixpoint run\n')
  })

  it('show a project that is paused, and a unit that somebody works on by hand, also where the run is over', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: done, front: 'attempts: 1\n' }))
    await here.fixpoint('run T01.md', { env })
    await here.fixpoint('open T01 --print', { env })
    await here.fixpoint('pause', { env })
    const needs = [
      'the project  is paused: nothing new starts  → fixpoint resume',
      'T01  ana works on it by hand  → fixpoint open T01 --take',
    ]
    expect((await here.fixpoint('status', { env })).stdout).toBe(`Waits for you
  ${needs[0]}
  ${needs[1]}

Latest run
  r1  failed: 1 unit, 1 failed

Next: fixpoint resume
`)
    expect((await here.fixpoint('runs', { env })).stdout).toBe(
      `${needs[0]}\nr1  failed: 1 unit, 1 failed  # Unit T01\n  ${needs[1]}\n`,
    )
    expect(JSON.parse((await here.fixpoint('status --json', { env })).stdout)).toMatchObject({
      paused: true,
      needs: { r1: [{ name: 'T01', command: 'fixpoint open T01 --take' }] },
    })
    await here.fixpoint('resume', { env })
    await here.fixpoint('open T01 --drop', { env })
    expect((await here.fixpoint('status', { env })).stdout).not.toContain('Waits for you')
  })
})
