// Completion scripts, run by the shells themselves.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadCommands } from '../../src/cli/help/overview.ts'
import { NODE, PROGRAM } from './places.ts'
import { type Project, project } from './project.ts'

const commands = await loadCommands(() => true)
const firstWords = [...new Set(commands.map(({ name }) => name.split(' ')[0]!))].sort()

/** What bash offers for a line as it is typed, the cursor at its end. */
async function bashOffers(here: Project, line: string, path = process.env.PATH): Promise<string[]> {
  here.write('completion.bash', (await here.fixpoint('completion bash')).stdout)
  // bash splits words at = as well, which is what COMP_WORDS holds.
  const words = line.split(/ |(=)/).filter(each => each !== undefined)
  const script = `
    source completion.bash
    COMP_WORDS=(${words.map(each => `'${each}'`).join(' ')})
    COMP_CWORD=${words.length - 1}
    _fixpoint
    printf '%s\\n' "\${COMPREPLY[@]}"`
  const output = execFileSync('bash', ['--norc', '-c', script], {
    cwd: here.root,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  })
  return output
    .split('\n')
    .filter(each => each !== '')
    .sort()
}

describe('bash', () => {
  it('offers every command', async () => {
    expect(await bashOffers(project(), 'fixpoint ')).toEqual(firstWords)
  })

  it('offers the verbs of a group word', async () => {
    const verbs = commands
      .filter(({ name }) => name.startsWith('config '))
      .map(({ name }) => name.slice(7))
    expect(await bashOffers(project(), 'fixpoint config ')).toEqual(verbs.sort())
  })

  it.each(commands)('offers every option of $name', async ({ name, command }) => {
    const offered = await bashOffers(project(), `fixpoint ${name} --`)
    const own = Object.keys(command.options).map(each => `--${each}`)
    const shared = ['--chdir', '--color', '--help', '--json', '--no-color']
    expect(offered).toEqual([...new Set([...own, ...shared])].sort())
  })

  it.each([
    ['fixpoint plan --format ', ['json', 'markdown', 'text']],
    ['fixpoint plan --format=', ['json', 'markdown', 'text']],
    ['fixpoint plan --format=m', ['markdown']],
    ['fixpoint plan -v --format j', ['json']],
    ['fixpoint plan -format t', ['text']],
    ['fixpoint --chdir sub plan --format m', ['markdown']],
    ['fixpoint --color=never plan --format m', ['markdown']],
    ['fixpoint --color n', ['never']],
    ['fixpoint init --template w', ['web']],
    ['fixpoint completion z', ['zsh']],
    ['fixpoint schema st', ['state']],
    ['fixpoint help exit', ['exit-codes']],
    ['fixpoint pl', ['plan']],
    ['fixpoint plan --target ', []],
  ])('%j → %j', async (line, expected) => {
    expect(await bashOffers(project(), line)).toEqual(expected)
  })

  it('offers files for FILE and folders for DIR, with spaces in their names', async () => {
    const here = project({ 'my spec.yaml': '', 'other/file.yaml': '' })
    expect(await bashOffers(here, 'fixpoint plan --spec my')).toEqual(['my spec.yaml'])
    expect(await bashOffers(here, 'fixpoint plan --chdir ot')).toEqual(['other'])
    expect(await bashOffers(here, 'fixpoint --chdir my')).toEqual([])
  })
})

describe('names of a project', () => {
  const spec = 'version: "1"\nresources:\n  feature:\n    login: {}\n    logout: {}\n'

  it('are offered where an address is wanted, and asked of the program itself', async () => {
    const here = project({ 'fixpoint.spec.yaml': spec })
    expect((await here.fixpoint('completion addresses')).stdout).toBe(
      'feature.login\nfeature.logout\n',
    )
    here.write(
      'fixpoint',
      `#!/bin/sh\nexec ${JSON.stringify(NODE)} ${JSON.stringify(PROGRAM)} "$@"\n`,
    )
    chmodSync(here.path('fixpoint'), 0o755)
    const path = `${here.root}:${process.env.PATH}`
    const offers = (line: string) => bashOffers(here, line, path)
    expect(await offers('fixpoint mark feature.logi')).toEqual(['feature.login'])
    expect(await offers('fixpoint plan --target ')).toEqual(['feature.login', 'feature.logout'])
  })

  it('are none where there is no spec and no journal, and nothing is complained of', async () => {
    const nothing = { exitCode: 0, stdout: '', stderr: '' }
    for (const kind of ['addresses', 'units', 'runs'])
      expect(await project().fixpoint(`completion ${kind}`)).toEqual(nothing)
  })
})

const shells = ['bash', 'zsh', 'fish'].filter(each => spawnSync(each, ['-c', 'true']).status === 0)

describe.each(shells)('%s', shell => {
  it('reads its script without a complaint', async () => {
    const here = project()
    here.write('script', (await here.fixpoint(`completion ${shell}`)).stdout)
    const { status, stderr } = spawnSync(shell, ['-n', 'script'], {
      cwd: here.root,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe.each(['bash', 'zsh', 'fish'])('the script for %s', shell => {
  it('names every command, every option and every choice', async () => {
    const { stdout } = await project().fixpoint(`completion ${shell}`)
    for (const { name, command } of commands) {
      for (const word of name.split(' ')) expect(stdout).toContain(word)
      for (const [option, { choices = [] }] of Object.entries(command.options)) {
        expect(stdout).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`)
        expect(stdout).toContain(choices.join(' '))
      }
    }
  })
})

it('an unknown shell is refused with those that are known', async () => {
  expect(await project().fixpoint('completion powershell')).toEqual({
    exitCode: 64,
    stdout: '',
    stderr:
      'Error: cli/usage completion does not know "powershell" (one of bash, zsh, fish, addresses, units, runs)\n',
  })
})
