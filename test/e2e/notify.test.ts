// Notices through the front door: a real server on this machine and a real command hear what happened, once; what fails fails no run.

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NOTICE_TOPIC: 'night',
  HUSH: 'secret',
}
const asks = `printf '\`\`\`result\\nstatus: blocked\\nquestion: prose of an agent\\n\`\`\`\\n'`

async function listener(status = 204, headers: Record<string, string> = {}) {
  const heard: Record<string, unknown>[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    heard.push(JSON.parse(Buffer.concat(parts).toString()))
    response.writeHead(status, headers).end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

function withUnit(config: string, script = `echo b > src/b.txt\n${done}`) {
  const here = repository({ '.fixpoint/config.yaml': agentConfig(config) })
  here.write('T01.md', unitFile({ id: 'T01', script }))
  return here
}

it('a webhook hears once that a unit waits, and once that the run has finished', async () => {
  const { heard, url } = await listener()
  const script = `case "$BRIEF" in *"people ""said"*) echo b > src/b.txt; ${done};; *) ${asks};; esac`
  const here = withUnit(`notify: { webhook: ["${url}"] }\n`, script)
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(5)
  expect(heard).toEqual([
    {
      version: '1',
      kind: 'blocked',
      seq: expect.any(Number),
      at: expect.any(String),
      project: expect.any(String),
      subject: 'r1/T01',
      outcome: 'agent',
      command: 'fixpoint show r1/T01',
    },
  ])
  await here.fixpoint('run', { env })
  expect(heard).toHaveLength(1)
  await here.fixpoint('answer T01 yes', { env })
  expect((await here.fixpoint('run', { env })).exitCode).toBe(0)
  expect(heard.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
    'blocked agent',
    'finished complete',
  ])
})

it('a command reads the document on stdin and sees only what it was given', async () => {
  const here = withUnit(
    'notify: { command: "cat > ../notice; env > ../env", environment: [NOTICE_TOPIC], on: [finished] }\n',
  )
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  expect(JSON.parse(here.read('../notice'))).toMatchObject({ kind: 'finished', subject: 'r1' })
  expect(here.read('../env')).toContain('NOTICE_TOPIC=night')
  expect(here.read('../env')).not.toContain('secret')
})

it('what fails is told once, fails no run, and leads nowhere else', async () => {
  const elsewhere = await listener()
  const { heard, url } = await listener(302, { location: elsewhere.url })
  const here = withUnit(`notify: { webhook: ["${url}"], command: "exit 7" }\n`)
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
  expect(exitCode).toBe(0)
  expect(heard).toHaveLength(1)
  expect(elsewhere.heard).toEqual([])
  expect(stderr).toMatch(
    /notification by webhook on 127.0.0.1:\d+ failed: it answered 302, which leads/,
  )
  expect(stderr.match(/notification by command failed: it ended with exit code 7/g)).toHaveLength(1)
  expect(here.read('.fixpoint/local/notify.log')).toContain('exit code 7')
})

it('what cannot work is refused before anything starts, without the address', async () => {
  const here = withUnit('notify: { webhook: ["http://example.org/secret-token"] }\n')
  const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(/config\.yaml:\d+:\d+ config\/value a webhook must be an https address/)
  expect(stderr).not.toContain('secret-token')
  expect(existsSync(here.path('.fixpoint/local'))).toBe(false)
})

it('an address with a password is refused too, and validate says so before any run', async () => {
  const here = withUnit('notify: { webhook: ["https://ana:sesame@example.org/"] }\n')
  for (const line of ['run T01.md', 'validate .fixpoint/config.yaml']) {
    const { exitCode, stdout, stderr } = await here.fixpoint(line, { env })
    expect([line, exitCode]).toEqual([line, 1])
    expect(stdout + stderr).toContain('without a name or password in it')
    expect(stdout + stderr).not.toContain('sesame')
  }
})

it('doctor fails where the desktop has no program for it', async () => {
  const here = withUnit('notify: { desktop: true }\n')
  const { stdout } = await here.fixpoint('doctor', { env: { ...env, PATH: '/nowhere' } })
  expect(stdout).toMatch(/fail {2}notify .*needs notify-send or osascript/)
})
