// A person takes a unit over, through the front door: what they find, what is handed back, and what is refused.

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkoutOf, done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** Its agent writes a first try and fails for good. */
async function failed(front = '') {
  const here = repository()
  const script = 'echo half > src/b.txt; exit 3'
  here.write('units/T01.md', unitFile({ id: 'T01', script, front: `attempts: 1\n${front}` }))
  const next = unitFile({
    id: 'T02',
    script: `cp src/b.txt src/c.txt\n${done}`,
    front: 'depends_on: [T01]\n',
  })
  here.write('units/T02.md', next)
  expect((await here.fixpoint('run units', { env })).exitCode).toBe(1)
  return here
}

/** A shell of a person who does this and leaves. */
function shellThat(here: TestRepository, script: string) {
  const file = join(here.root, '../shell.sh')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return { env: { ...env, SHELL: file }, tty: true }
}

describe('open', () => {
  it('gives a shell where the attempt has left off; what is changed there lands in the name of the person', async () => {
    const here = await failed()
    const before = checkoutOf(here)
    const shell = shellThat(
      here,
      'cat src/b.txt > ../found; echo "$FIXPOINT_UNIT" >> src/b.txt; false',
    )
    const opened = await here.fixpoint(['open', 'T01', '-m', 'by hand'], shell)
    expect(opened).toMatchObject({ exitCode: 0, stdout: 'r1/T01 is handed back: src/b.txt\n' })
    expect(opened.stderr).toContain('Go on with: fixpoint run')
    expect((await here.fixpoint('show T01')).stdout).toMatch(/made by +ana/)
    expect(await here.fixpoint('run', { env })).toMatchObject({ exitCode: 0 })
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('half\nr1/T01\n')
    expect(here.at('fixpoint/r1', 'src/c.txt')).toBe('half\nr1/T01\n')
    const trailer = '%an %(trailers:key=Fixpoint-Agent,valueonly)'
    expect(here.git('log', '-1', `--format=${trailer}`, 'fixpoint/r1~1')).toBe(
      'Ana none, by hand of ana\n\n',
    )
    expect((await here.fixpoint('replay r1')).stdout).toContain('r1/T01 taken over (ana: by hand)')
    expect(checkoutOf(here)).toEqual(before)
  })

  it('hands nothing back where nothing was changed, and says so', async () => {
    const here = await failed()
    const { stdout } = await here.fixpoint('open T01', shellThat(here, 'true'))
    expect(stdout).toBe('Nothing was changed, so nothing of r1/T01 is handed back.\n')
    expect((await here.fixpoint('show T01 --json')).stdout).toContain('"status": "failed"')
    const json = JSON.parse((await here.fixpoint('show T01 --json')).stdout)
    expect(json).toMatchObject({ status: 'failed', opened: null, attempt: 1 })
  })

  it('judges what is handed back by its scope, and then asks the person again', async () => {
    const here = await failed()
    await here.fixpoint('open T01', shellThat(here, 'echo no > outside.txt'))
    expect(await here.fixpoint('run', { env })).toMatchObject({ exitCode: 5 })
    const { stdout } = await here.fixpoint('show T01')
    expect(stdout).toMatch(/scope: .*outside\.txt/)
    expect(stdout).toContain('fixpoint open r1/T01')
    await here.fixpoint('open T01', shellThat(here, 'rm outside.txt; echo good > src/b.txt'))
    expect(await here.fixpoint('run', { env })).toMatchObject({ exitCode: 0 })
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('good\n')
  })

  it('runs an editor with the folder instead of a shell', async () => {
    const here = await failed()
    const editor = shellThat(here, 'echo edited > "$1/src/b.txt"').env.SHELL
    await here.fixpoint(['open', 'T01', '--editor', editor], { env, tty: true })
    expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('edited\n')
  })

  it('names what was left running, by where it stands or by its mark, and ends none of it', async () => {
    const here = await failed()
    const leaves = (seconds: number, how = '') =>
      `${how} setsid sh -c 'echo up > "$1"; exec sleep ${seconds}' sh "$FIFO" > /dev/null 2>&1 &\nread up < "$FIFO"`
    const shell = shellThat(
      here,
      `FIFO=${here.path('../fifo')}; mkfifo "$FIFO"
${leaves(3001)}
cd /
${leaves(3002)}
cd "$FIXPOINT_WORKSPACE"
${leaves(3003, 'env -i PATH="$PATH"')}
echo edited > src/b.txt`,
    )
    const { exitCode, stderr } = await here.fixpoint('open T01', { ...shell, tty: true })
    const form =
      /^Process (\d+) goes on in the workspace: .*sleep (300\d).* If that is not meant: kill \1$/gm
    const told = [...stderr.matchAll(form)].map(([, pid, seconds]) => ({ pid, seconds }))
    for (const { pid } of told) process.kill(Number(pid))
    expect(told.map(each => each.seconds).sort(), stderr).toEqual(['3001', '3002', '3003'])
    expect(exitCode).toBe(0)
  })

  it('hands nothing back of an editor that failed, and says how it ended', async () => {
    const here = await failed()
    const opened = (editor: string) =>
      here.fixpoint(['open', 'T01', '--editor', editor], { env, tty: true })
    expect(await opened('exit 4;')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining(
        'open/editor exit 4; ended with exit code 4 and changed nothing, so r1/T01 is as it was',
      ),
    })
    expect((await here.fixpoint('show T01')).stdout).not.toContain('open to')
    const broken = shellThat(here, 'echo half-done > "$1/src/b.txt"; exit 3').env.SHELL
    const { exitCode, stderr } = await opened(broken)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(
      'ended with exit code 3, so what it changed in r1/T01 is not handed back',
    )
    expect(stderr).toContain('fixpoint open r1/T01 --take hands it back')
    expect((await here.fixpoint('open T01 --take', { env })).exitCode).toBe(0)
    await here.fixpoint('run', { env })
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('half-done\n')
  })

  it('gives ports of its own, to a shell and to whoever asks for the folder alone', async () => {
    const here = await failed()
    const shell = shellThat(
      here,
      'echo "$PORT $FIXPOINT_PORT_FIRST $FIXPOINT_PORT_COUNT" > ../ports',
    )
    const json = JSON.parse((await here.fixpoint('open T01 --print --json', { env })).stdout)
    const { PORT, FIXPOINT_PORT_COUNT, FIXPOINT_UNIT } = json.environment
    expect([Number(PORT) >= 20_000, FIXPOINT_PORT_COUNT, FIXPOINT_UNIT]).toEqual([
      true,
      '10',
      'r1/T01',
    ])
    await here.fixpoint('open T01', shell)
    expect(readFileSync(join(json.path, '../ports'), 'utf8')).toBe(`${PORT} ${PORT} 10\n`)
  })

  it('runs an editor also where there is no terminal, for it may need none', async () => {
    const here = await failed()
    const { exitCode, stdout } = await here.fixpoint(
      ['open', 'T01', '--editor', 'sh -c \'echo whole > "$1/src/b.txt"\' edit'],
      { env },
    )
    expect([exitCode, stdout]).toEqual([0, 'r1/T01 is handed back: src/b.txt\n'])
  })

  it('without a terminal prints a workspace that stays, and takes it when it is told to', async () => {
    const here = await failed()
    expect(await here.fixpoint('open T01', { env })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/open\/terminal there is no terminal .*--print .*--take/),
    })
    const { stdout, stderr } = await here.fixpoint('open T01 --print', { env })
    const path = stdout.trim()
    expect(stderr).toContain('fixpoint open r1/T01 --take')
    expect(readFileSync(join(path, 'src/b.txt'), 'utf8')).toBe('half\n')
    writeFileSync(join(path, 'src/b.txt'), 'whole\n')
    expect((await here.fixpoint('prune --verbose', { env })).stdout).toContain(
      'ana has r1/T01 open',
    )
    expect((await here.fixpoint('retry T01', { env })).stderr).toMatch(
      /unit-open ana has r1\/T01 open/,
    )
    expect((await here.fixpoint('open T01 --print', { env })).stdout.trim()).toBe(path)
    expect((await here.fixpoint('open T01 --take', { env })).stdout).toBe(
      'r1/T01 is handed back: src/b.txt\n',
    )
    expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
    expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('whole\n')
    expect((await here.fixpoint('gc', { env })).exitCode).toBe(0)
  })

  it('leaves a unit as it was when it is dropped, and the claims are free again', async () => {
    const here = await failed()
    const path = (await here.fixpoint('open T01 --print', { env })).stdout.trim()
    writeFileSync(join(path, 'src/b.txt'), 'whole\n')
    here.write('other/T09.md', unitFile({ id: 'T09', script: `echo 9 > src/9\n${done}` }))
    expect((await here.fixpoint('open T01 --drop', { env })).exitCode).toBe(0)
    expect((await here.fixpoint('open T01 --take', { env })).stderr).toMatch(
      /nobody has r1\/T01 open/,
    )
    expect((await here.fixpoint('run other', { env })).exitCode).toBe(0)
    expect(JSON.parse((await here.fixpoint('show T01 --json')).stdout).status).toBe('failed')
  })

  it('holds its claims while it is open: a run that wants them ends, and names it and what to type', async () => {
    const here = await failed()
    await here.fixpoint('open T01 --print', { env })
    here.write('other/T09.md', unitFile({ id: 'T09', script: `echo 9 > src/9\n${done}` }))
    const run = await here.fixpoint('run other', { env })
    expect(run.exitCode).toBe(5)
    expect(run.stdout).toContain('src is held by r1/T01 (src)')
    const take =
      'holds src, which T09 waits for: ana works on it by hand  → fixpoint open T01 --take'
    expect(run.stderr).toContain(`  T01  ${take}\n`)
    await here.fixpoint('open T01 --drop', { env })
    expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
  })

  it('refuses by name what is landed, unknown, or at work', async () => {
    const here = await failed()
    expect((await here.fixpoint('open T02 --print', { env })).stderr).toMatch(
      /unit-status r1\/T02 is skipped .*retry/,
    )
    expect((await here.fixpoint('open T9 --print', { env })).stderr).toMatch(/no run has a unit T9/)
    expect((await here.fixpoint('open T01 --print --take', { env })).exitCode).toBe(64)
    here.write(
      'slow/T03.md',
      unitFile({
        id: 'T03',
        script: `touch ${here.root}/../at; while [ ! -e ${here.root}/../go ]; do sleep 0.05; done; echo 3 > src/3\n${done}`,
      }),
    )
    const run = here.program('run slow')
    while (!existsSync(join(here.root, '../at'))) await new Promise(setImmediate)
    expect((await here.fixpoint('open T03 --print', { env })).stderr).toMatch(
      /unit-at-work r2\/T03 is working/,
    )
    here.write('../go', '')
    expect((await run).exitCode).toBe(0)
    expect((await here.fixpoint('open T03 --print', { env })).stderr).toMatch(
      /unit-status r2\/T03 is landed/,
    )
  })

  describe('while somebody is inside', () => {
    /** A shell that waits until it may go on, and what its person does then. */
    async function inside(here: TestRepository, script: string) {
      const [at, go] = ['at', 'go'].map(each => join(here.root, '..', each)) as [string, string]
      const wait = `pwd > ${at}.new; mv ${at}.new ${at}; while [ ! -e ${go} ]; do sleep 0.05; done`
      const opened = here.fixpoint('open T01', shellThat(here, `${wait}; ${script}`))
      while (!existsSync(at)) await new Promise(setImmediate)
      const leave = () => {
        writeFileSync(go, '')
        return opened
      }
      return { folder: readFileSync(at, 'utf8').trim(), leave }
    }

    it('is refused to everybody else, who are told who it is and what to type', async () => {
      const here = await failed()
      const { leave } = await inside(here, 'echo MINE > src/b.txt')
      const other = { ...shellThat(here, 'echo OTHER > src/b.txt'), user: 'ben' }
      for (const line of ['open T01', 'open T01 --print', 'open T01 --take']) {
        const { exitCode, stderr } = await here.fixpoint(line, other)
        expect([exitCode, stderr]).toEqual([
          1,
          expect.stringMatching(
            /^Error: open\/inside somebody is in the workspace of r1\/T01, which ana has open \(process \d+ on \S+\) \(leave the shell or the editor there, or give it up: fixpoint open r1\/T01 --drop\)\n$/,
          ),
        ])
      }
      expect(await leave()).toMatchObject({
        exitCode: 0,
        stdout: 'r1/T01 is handed back: src/b.txt\n',
      })
      await here.fixpoint('run', { env })
      expect(here.at('fixpoint/r1', 'src/b.txt')).toBe('MINE\n')
    })

    it('and dropped by another, leaving names the folder and a command that saves what lies there', async () => {
      const here = await failed()
      const { folder, leave } = await inside(here, 'echo MINE > src/b.txt; echo n > src/new')
      expect((await here.fixpoint('open T01 --drop', { env })).exitCode).toBe(0)
      const { exitCode, stderr } = await leave()
      expect([exitCode, stderr]).toEqual([
        1,
        expect.stringContaining('nobody has r1/T01 open any more'),
      ])
      expect(stderr).toContain(`What you made lies in ${folder} until fixpoint gc`)
      const [, save] = /save it: (.+)\)$/m.exec(stderr)!
      execFileSync('sh', ['-c', save!], { cwd: here.root })
      const patch = here.read('r1-T01.patch')
      expect([patch.includes('+MINE'), patch.includes('b/src/new')]).toEqual([true, true])
    })
  })
})
