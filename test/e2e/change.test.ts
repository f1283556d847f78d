// What a unit or a run changed, through the front door: after it landed, after it failed, and for programs.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NODE, PROGRAM } from './places.ts'
import { agentConfig, done, repository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** `T01` fails its first attempt outside its claims and then lands; `T02` fails for good. */
async function ran() {
  const here = repository({ 'src/a.txt': 'one\ntwo\n' })
  const script = `if [ "$ATTEMPT" = 1 ]; then echo x > stray.txt; fi
sed -i s/two/zwei/ src/a.txt; printf 'b\\n' > src/b.txt\n${done}`
  here.write('units/T01.md', unitFile({ id: 'T01', script }))
  const fails = `printf 'half \\033[2J done\\n' > src/c.txt; exit 3`
  here.write('units/T02.md', unitFile({ id: 'T02', script: fails, claims: 'create: [src/c.txt]' }))
  await here.fixpoint('run units', { env })
  return here
}

const landed = `r1/T01 as it landed: 2 files, 2 lines added, 1 removed
  ~ src/a.txt  +1 -1
  + src/b.txt  +1 -0
`

describe('what a unit changed', () => {
  it('is what landed, and the patch can be applied as it is printed', async () => {
    const here = await ran()
    const { stdout, exitCode } = await here.fixpoint('diff T01')
    expect(exitCode).toBe(0)
    expect(stdout.startsWith(`${landed}\ndiff --git a/src/a.txt b/src/a.txt\n`)).toBe(true)
    expect((await here.fixpoint('show r1/T01 --diff')).stdout).toBe(stdout)
    here.write('../change.patch', stdout)
    execFileSync('git', ['apply', '../change.patch'], { cwd: here.root })
    expect([here.read('src/a.txt'), here.read('src/b.txt')]).toEqual(['one\nzwei\n', 'b\n'])
  })

  it('under names that are no UTF-8 lands byte for byte, and its patch can be applied', async () => {
    const here = repository()
    const script = `printf 'n\\n' > "$(printf 'src/na\\357ve.txt')"\n${done}`
    here.write('units/T01.md', unitFile({ id: 'T01', script }))
    const more = `printf 'more\\n' >> "$(printf 'src/na\\357ve.txt')"; echo x > src/ü.txt\n${done}`
    here.write('units/T02.md', unitFile({ id: 'T02', script: more, front: 'depends_on: [T01]\n' }))
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    const names = here.git(
      '-c',
      'core.quotePath=true',
      'ls-tree',
      '--name-only',
      'fixpoint/r1',
      'src/',
    )
    expect(names).toBe('src/a.txt\n"src/na\\357ve.txt"\n"src/\\303\\274.txt"\n')
    for (const unit of ['T01', 'T02']) {
      here.write('../change.patch', (await here.fixpoint(`diff ${unit}`)).stdout)
      execFileSync('git', ['apply', '--index', '../change.patch'], { cwd: here.root })
    }
    expect(here.git('write-tree')).toBe(here.git('rev-parse', 'fixpoint/r1^{tree}'))
  })

  it('under such a name is refused where the repository wants it filtered, and nothing stops', async () => {
    const here = repository({ '.gitattributes': '*.bin filter=upper\n' })
    here.git('config', 'filter.upper.clean', 'tr a-z A-Z')
    const script = `printf 'n\\n' > "$(printf 'src/na\\357ve.bin')"; echo x > src/ü.bin\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'attempts: 1\n' }))
    const { exitCode, stdout, stderr } = await here.fixpoint('run T01.md', { env })
    expect([exitCode, stderr]).toEqual([1, expect.not.stringContaining('internal/bug')])
    expect(stdout).toMatch(/src\/na\uFFFDve\.bin.*src\/ü\.bin/s)
  })

  it('is piped byte for byte, so that git applies text of any encoding and what is no text', async () => {
    const here = repository({ 'src/a.txt': 'one\n' })
    writeFileSync(here.path('src/latin.txt'), Buffer.from('na\xefve\ncaf\xe9\n', 'latin1'))
    here.git('add', '.')
    here.git('commit', '--quiet', '-m', 'Latin-1')
    const script = `printf 'th\\351\\r\\n\\033[1mx' >> src/latin.txt; printf 'a\\000\\377b' > src/b.bin\n${done}`
    here.write('units/T01.md', unitFile({ id: 'T01', script }))
    expect((await here.fixpoint('run units', { env })).exitCode).toBe(0)
    const own = { ...env, FIXPOINT_CACHE_DIR: here.path('../cache') }
    const patch = execFileSync(NODE, [PROGRAM, 'diff', 'T01'], { cwd: here.root, env: own })
    const words = ['diff', '--binary', '--full-index', 'main', 'fixpoint/r1']
    const wanted = execFileSync('git', words, { cwd: here.root, env })
    expect(patch.subarray(-wanted.length).equals(wanted)).toBe(true)
    execFileSync('git', ['apply', '--index'], { cwd: here.root, input: patch })
    expect(here.git('write-tree')).toBe(here.git('rev-parse', 'fixpoint/r1^{tree}'))
    const { stdout } = await here.fixpoint('diff T01', {
      env: { ...env, NO_COLOR: '1' },
      tty: true,
    })
    expect(stdout).toContain('+th\ufffd\r\n+\\u001b[1mx')
  })

  it('with --stat is the files alone', async () => {
    const here = await ran()
    expect((await here.fixpoint('diff T01 --stat')).stdout).toBe(landed)
  })

  it('is what an attempt left, also one that failed', async () => {
    const here = await ran()
    const first = await here.fixpoint('diff T01 --attempt 1 --stat')
    expect(first.stdout).toBe(`r1/T01 attempt 1: 3 files, 3 lines added, 1 removed
  ~ src/a.txt  +1 -1
  + src/b.txt  +1 -0
  + stray.txt  +1 -0
`)
    const failed = await here.fixpoint('diff T02 --json')
    expect(JSON.parse(failed.stdout)).toMatchObject({
      version: '1',
      command: 'diff',
      of: expect.stringMatching(/^r1\/T02 attempt \d$/),
      files: [
        {
          path: 'src/c.txt',
          oldPath: null,
          kind: 'added',
          added: 1,
          removed: 0,
          patch: expect.stringContaining('+half \u001b[2J done\n'),
        },
      ],
    })
  })

  it('moves no cursor on a terminal, whatever stands in a file', async () => {
    const here = await ran()
    const { stdout } = await here.fixpoint('diff T02', { env, tty: true })
    expect(stdout).toContain('half \\u001b[2J done')
  })

  it('of a run is everything from its base to its tip', async () => {
    const here = await ran()
    const { stdout } = await here.fixpoint('diff run:r1 --stat')
    expect(stdout).toBe(landed.replace('r1/T01 as it landed', 'r1'))
  })

  it('that is not there says why', async () => {
    const here = await ran()
    const none = await here.fixpoint('diff T01 --attempt 9')
    expect(none).toMatchObject({ exitCode: 1, stdout: '' })
    expect(none.stderr).toBe(
      'Error: attempt/none there is no attempt 9 of r1/T01 (it has had 2 attempts)\n',
    )
    here.git(
      'update-ref',
      '-d',
      here.git('for-each-ref', '--format=%(refname)').match(/.*T01.*1$/m)![0],
    )
    expect((await here.fixpoint('diff T01 --attempt 1')).stderr).toBe(
      'Error: diff/none there is no tree of attempt 1 of r1/T01: it left none, or its ref was removed by hand (what landed is there: fixpoint diff r1/T01)\n',
    )
  })

  it('under a word that is a path too is refused with both readings', async () => {
    const here = await ran()
    here.write('T01', '')
    for (const line of ['diff T01', 'show T01'])
      expect((await here.fixpoint(line)).stderr).toBe(
        'Error: address/ambiguous "T01" can mean the unit r1/T01 or the path T01 (write r1/T01 for the unit, ./T01 for the path)\n',
      )
  })

  it('refuses options that mean nothing for the word', async () => {
    const here = await ran()
    for (const line of ['diff run:r1 --attempt 1', 'diff --stat'])
      expect((await here.fixpoint(line)).exitCode, line).toBe(64)
  })
})

describe('what a unit stopped on', () => {
  it('stands in show and why: the end of what the check said, and only what can still be done', async () => {
    const config = agentConfig(
      'checks:\n  unit:\n    command: echo "src/one.txt:3 is bad"; false\n',
    )
    const here = repository({
      '.fixpoint/config.yaml': config.replace('false', '! grep -q bad src/b.txt'),
    })
    const script = `echo bad > src/b.txt\n${done}`
    here.write('T01.md', unitFile({ id: 'T01', script, front: 'checks: [unit]\nattempts: 1\n' }))
    await here.fixpoint('run T01.md', { env })
    for (const line of ['show T01', 'why T01']) {
      const { stdout } = await here.fixpoint(line)
      expect(stdout).toContain('src/one.txt:3 is bad')
      expect(stdout).toContain('fixpoint retry r1/T01')
      expect(stdout).not.toContain('fixpoint answer')
    }
  })
})

describe('fix', () => {
  it('is judged by every check that is configured where none is named', async () => {
    const config = agentConfig('checks:\n  unit:\n    command: "! grep -q bad src/b.txt"\n')
    const here = repository({ '.fixpoint/config.yaml': config, 'src/b.txt': 'good\n' })
    const prompt = `Break b.\n\`\`\`sh\necho bad > src/b.txt\n${done}\n\`\`\``
    expect(await here.fixpoint(['fix', prompt], { env })).toMatchObject({ exitCode: 1 })
    const without = repository()
    const { stderr } = await without.fixpoint(['fix', prompt], { env })
    expect(stderr).toContain('no check is configured')
  })
})

describe('a run whose target went on', () => {
  it('advises what works, and what works proves it', async () => {
    const config = agentConfig('checks:\n  unit:\n    command: "true"\n')
    const here = repository({ '.fixpoint/config.yaml': config })
    const meanwhile = `git -C "${here.root}" -c user.name=Bo -c user.email=b@o commit -q --allow-empty -m More`
    here.write(
      'T01.md',
      unitFile({ id: 'T01', script: `echo b > src/b.txt; ${meanwhile}\n${done}` }),
    )
    const { stderr } = await here.fixpoint('run T01.md', { env })
    expect(stderr).toContain(
      'main went on meanwhile, so prove it on top; take it: fixpoint land fixpoint/r1 --into main\n',
    )
    expect(await here.fixpoint('land fixpoint/r1 --into main', { env })).toMatchObject({
      exitCode: 0,
    })
    expect(here.at('main', 'src/b.txt')).toBe('b\n')
  })
})

it('a change of one line is one line', async () => {
  const here = repository()
  here.write('T01.md', unitFile({ id: 'T01', script: `echo b > src/b.txt\n${done}` }))
  expect((await here.fixpoint('run T01.md', { env })).exitCode).toBe(0)
  const { stdout } = await here.fixpoint('diff T01')
  expect(stdout).toMatch(/^r1\/T01 as it landed: 1 file, 1 line added, 0 removed\n/)
})
