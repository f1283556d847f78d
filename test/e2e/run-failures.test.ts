// What agents do wrong, and what becomes of it: caught by facts, told to the next attempt, and never landed.

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

const eventsOf = async (here: ReturnType<typeof repository>, type: string) => {
  const { stdout } = await here.fixpoint('replay r1 --json')
  const { events } = JSON.parse(stdout) as {
    events: readonly { type: string; unit: string; failure: { class: string; summary: string } }[]
  }
  return events.filter(each => each.type === type)
}

const failuresOf = async (here: ReturnType<typeof repository>) =>
  (await eventsOf(here, 'attempt.failed')).map(
    ({ unit, failure }) => `${unit} ${failure.class}: ${failure.summary}`,
  )

describe('an agent that fails', () => {
  it('that says it is done and changed nothing is told so, and may try again', async () => {
    const here = repository()
    const script = `if [ "$ATTEMPT" = 2 ]; then printf '%s' "$BRIEF" > src/brief.txt; fi\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { exitCode } = await here.fixpoint('run T01.md', { env })
    expect(await failuresOf(here)).toEqual(['r1/T01 no_change: nothing was changed'])
    expect(here.at('fixpoint/r1', 'src/brief.txt')).toMatch(
      /no_change: nothing was changed Nothing in the folder had changed/,
    )
    expect(exitCode).toBe(0)
  })

  it('the same way twice is not tried a third time', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: done }))
    const { exitCode, stdout } = await here.fixpoint('run T01.md', { env })
    expect(exitCode).toBe(1)
    expect(await failuresOf(here)).toHaveLength(2)
    expect(stdout).toBe(
      'r1  failed: 1 unit, 1 failed\n  T01  failed     (no_change: nothing was changed)\n',
    )
    expect(() => here.git('rev-parse', '--verify', 'fixpoint/r1')).toThrow()
  })

  it('by hanging is ended with everything it started', async () => {
    const config = agentConfig().replace('timeout: 60s', 'timeout: 60s\n    silence: 3s')
    const here = repository({ '.fixpoint/config.yaml': config })
    const script = `if [ "$ATTEMPT" = 1 ]; then (setsid sleep 300.25 &) ; sleep 300.25; fi
echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(await failuresOf(here)).toEqual(['r1/T01 timeout: the agent said nothing for 3 s'])
    expect(commandLines().filter(each => each.includes('sleep 300.25'))).toEqual([])
  })

  it('by writing outside its claims lands nothing of it', async () => {
    const here = repository()
    const script = `echo b > src/b.txt
if [ "$ATTEMPT" = 1 ]; then git mv src/a.txt other.txt; git commit -qam sneaky; fi\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, claims: 'create: [src]' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(await failuresOf(here)).toEqual([
      'r1/T01 scope: 2 changes outside the claims: other.txt: was created without a claim for that; src/a.txt: was deleted without a claim for that',
    ])
    expect(here.git('ls-tree', '-r', '--name-only', 'fixpoint/r1', 'src')).toBe(
      'src/a.txt\nsrc/b.txt\n',
    )
  })

  it('may not change what it is judged by, even where it claims everything', async () => {
    const here = repository()
    const script = `echo b > src/b.txt
if [ "$ATTEMPT" = 1 ]; then echo '# mine' >> .fixpoint/config.yaml; fi\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, claims: 'create: [.], edit: [.]' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(await failuresOf(here)).toEqual([
      'r1/T01 scope: a change outside the claims: .fixpoint/config.yaml: was changed; it decides about the work, and no claim names it',
    ])
  })

  it('by crashing or by ending without a result is told how it ended', async () => {
    const here = repository()
    const script = `echo b > src/b.txt
case "$ATTEMPT" in 1) echo broken >&2; exit 3;; 2) exit 0;; esac\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
    expect(await failuresOf(here)).toEqual([
      'r1/T01 agent_error: the agent ended with exit code 3',
      'r1/T01 result_invalid: the agent ended without a result block',
    ])
  })

  it('by asking for a person is believed, and the run waits', async () => {
    const here = repository()
    const script = `printf '\`\`\`result\\nstatus: blocked\\nquestion: red or blue?\\n\`\`\`\\n'`
    here.write('T01.md', unitFile({ id: 'T01', script }))
    const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode).toBe(5)
    expect(stdout).toContain('waits for your answer: red or blue?')
    expect(stderr).toContain('It waits for a person: fixpoint show run:r1')
  })
})

describe('two units that are good alone', () => {
  const check = `checks:
  few:
    command: test "$(cat src/*.n src/n.ts | grep -c ok)" -lt 4
`
  const body = (id: string) => `export function x${id}() {\n  return 'ok'\n}\n`

  it('and red together: the second is told by the check what failed, and lands only when it passes', async () => {
    const here = repository({
      '.fixpoint/config.yaml': agentConfig(check),
      'src/0.n': '',
      'src/n.ts': `${body('T01')}\n${body('T02')}`,
    })
    const unit = (id: string, path: string) => {
      const makeRoom = `if [ "$ATTEMPT" != 1 ]; then sed -i '/x${id}/,/}/s/ok/no/' src/n.ts; fi`
      here.write(
        `units/${id}.md`,
        unitFile({
          id,
          script: `${makeRoom}; echo ok > ${path}\n${done}`,
          claims: `create: [${path}], edit: [src/n.ts#x${id}]`,
          front: 'checks: [few]\n',
        }),
      )
    }
    unit('T01', 'src/1.n')
    unit('T02', 'src/2.n')
    const { exitCode, stderr } = await here.fixpoint('run units', { env })
    expect(stderr).toContain('r1 finished: complete')
    expect(exitCode).toBe(0)
    const failed = await failuresOf(here)
    expect(failed).toHaveLength(1)
    expect(failed[0]).toMatch(/^r1\/T0[12] candidate_failed: check few failed with exit code 1$/)
    for (const commit of here.git('rev-list', 'main..fixpoint/r1').trim().split('\n'))
      expect(here.git('grep', '-h', 'ok', commit, '--', 'src').match(/ok/g)!.length).toBeLessThan(4)
  })

  it('and edit the same line: the conflict is shown to a fresh attempt on what landed', async () => {
    const head = "import { one } from './b.ts'\n"
    const here = repository({ 'src/a.ts': `${head}\n${body('T01')}\n${body('T02')}` })
    const unit = (id: string) =>
      here.write(
        `units/${id}.md`,
        unitFile({
          id,
          script: `sed -i '1s/{/{ ${id},/' src/a.ts\n${done}`,
          claims: `edit: [src/a.ts#x${id}]`,
        }),
      )
    unit('T01')
    unit('T02')
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    expect(await failuresOf(here)).toEqual([
      expect.stringMatching(
        /candidate_failed: it conflicts with what landed meanwhile in src\/a.ts$/,
      ),
    ])
    expect(here.at('fixpoint/r1', 'src/a.ts')).toMatch(
      /^import \{ T0[12], T0[12], one \} from '.\/b.ts'\n/,
    )
  })
})

describe('a check', () => {
  it('that fails on the base already is charged to nobody', async () => {
    const config = agentConfig('checks:\n  never:\n    command: "false"\n')
    const here = repository({ '.fixpoint/config.yaml': config })
    const script = `echo b > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [never]\n' }))
    expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  })
})

describe('before anything starts', () => {
  it('a rehearsal shows the order and what waits for what, and writes nothing', async () => {
    const here = repository()
    here.write('units/T01.md', unitFile({ id: 'T01', script: done }))
    here.write('units/T02.md', unitFile({ id: 'T02', script: done, claims: 'edit: [src/a.txt]' }))
    here.write(
      'units/T03.md',
      unitFile({ id: 'T03', script: done, claims: 'create: [docs]', front: 'depends_on: [T02]\n' }),
    )
    const before = here.snapshot()
    const { stdout, exitCode } = await here.fixpoint('run units --dry-run', { env })
    expect(exitCode).toBe(0)
    expect(stdout).toBe(`fixpoint would perform, in this order (one number: at the same time):

  1. T02
  2. T01  # src is held by T02 (src/a.txt)
  2. T03  # needs T02 first
`)
    expect(here.snapshot()).toEqual(before)
  })

  it('everything that is wrong with the units is said at once', async () => {
    const here = repository()
    here.write(
      'T01.md',
      `---\nid: T01\nclaims: {}\ndepends_on: [T09]\nagent: obedent\nchecks: [unit]\nmodel: big\n---\nx\n`,
    )
    const { exitCode, stderr } = await here.fixpoint('run T01.md', { env })
    expect(exitCode).toBe(1)
    expect(stderr.match(/unit\/[\w-]+/g)!.sort()).toEqual([
      'unit/agent',
      'unit/check',
      'unit/claims',
      'unit/depends-on',
      'unit/model',
    ])
    expect(here.files().some(each => each.includes('local'))).toBe(false)
  })

  it('a config that differs from the base is refused, unless it is asked for', async () => {
    const here = repository()
    here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
    here.write('.fixpoint/config.yaml', `${agentConfig()}# changed\n`)
    const refused = await here.fixpoint('run T01.md', { env })
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toMatch(/run\/oracle .fixpoint\/config.yaml was changed since/)
    expect((await here.fixpoint('run T01.md --oracle working', { env })).exitCode).toBe(0)
  })
})

function commandLines(): readonly string[] {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
}
