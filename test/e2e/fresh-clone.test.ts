// A fresh clone knows what landed: from the log alone, fetched from a bare origin.

import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { fixpoint } from './cli.ts'
import { done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

it('a clone that fetched the log says what landed, marked as such, and how to fetch it', async () => {
  const here = repository({ 'fixpoint.spec.yaml': 'version: "1"\nresources: {}\n' })
  for (const name of ['T01', 'T02'])
    here.write(
      `units/${name}.md`,
      unitFile({ id: name, script: `echo ${name} > src/${name}\n${done}` }),
    )
  here.git('clone', '--quiet', '--bare', '.', '../origin.git')
  here.git('remote', 'add', 'origin', '../origin.git')
  expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
  here.git('push', '--quiet', 'origin', 'fixpoint/r1:main', 'refs/fixpoint/log')

  here.git('clone', '--quiet', '../origin.git', '../clone')
  const cwd = here.path('../clone')
  const clone = (line: string) => fixpoint(line, { cwd, env })
  const fetch = 'git fetch origin refs/fixpoint/log:refs/fixpoint/log'
  expect(await clone('runs')).toEqual({
    exitCode: 0,
    stdout: 'Nothing has run here yet.\n',
    stderr: `What landed elsewhere: ${fetch}\nNext: fixpoint run UNIT.md\n`,
  })

  execFileSync('sh', ['-c', fetch], { cwd, stdio: 'ignore' })
  const [first, second] = ['~1', ''].map(back =>
    here.git('rev-parse', `fixpoint/r1${back}`).slice(0, 10),
  )
  const { stdout, stderr } = await clone('runs')
  expect(stdout).toBe(`r1  landed: 2 units
  T01  ${first}  attempt 1 by obedient
  T02  ${second}  attempt 1 by obedient
`)
  expect(stderr).toContain(
    'There is no journal here: this is what refs/fixpoint/log says has landed.',
  )
  expect((await clone('show T02')).stdout).toBe(
    `r1  landed: 1 unit\n  T02  ${second}  attempt 1 by obedient\n`,
  )
  expect((await clone('show run:r1')).stdout).toBe(stdout)
  expect(JSON.parse((await clone('show r1/T01 --json')).stdout)).toMatchObject({
    from_log: [{ unit: 'r1/T01', run: 'r1', attempt: 1, agent: 'obedient' }],
  })
  expect((await clone('status')).stdout).toContain(stdout)
  expect((await clone('show T09')).stderr).toMatch(/address\/unknown/)
  expect(execFileSync('git', ['status', '--porcelain'], { cwd, encoding: 'utf8' })).toBe('')
})

it('a clone that landed on its own learns what landed elsewhere by what is printed, and loses nothing', async () => {
  const here = repository()
  here.git('clone', '--quiet', '--bare', '.', '../origin.git')
  const [one, two] = ['T01', 'T02'].map(name => {
    here.git('clone', '--quiet', '../origin.git', `../${name}`)
    const cwd = here.path(`../${name}`)
    const unit = unitFile({ id: name, script: `echo ${name} > src/${name}\n${done}` })
    here.write(`../${name}.md`, unit)
    const call = (line: string) => fixpoint(line, { cwd, env })
    const shell = (line: string) =>
      execFileSync('sh', ['-c', line], {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    return { call, shell, run: () => call(`run ../${name}.md`) }
  }) as [Clone, Clone]
  for (const each of [one, two]) expect((await each.run()).exitCode).toBe(0)
  one.shell('git push --quiet origin refs/fixpoint/log')
  two.shell('rm -r .fixpoint/local')
  const { stdout, stderr } = await two.call('runs')
  expect(stdout).toMatch(/^r1 {2}landed: 1 unit\n {2}T02 /)
  const fetches = [...stderr.matchAll(/: (git fetch .*)$/gm)].map(each => each[1]!)
  expect(fetches).toHaveLength(2)
  expect(() => two.shell(fetches[0]!)).toThrow()
  two.shell(fetches[1]!)
  expect((await two.call('runs')).stdout).toMatch(
    /^r1 {2}landed: 2 units\n {2}T02 {2}\w+ {2}.*\n {2}T01 {2}\w+ /,
  )
  two.shell(fetches[1]!)
})

interface Clone {
  readonly call: (line: string) => ReturnType<typeof fixpoint>
  readonly shell: (line: string) => string
  readonly run: () => ReturnType<typeof fixpoint>
}
