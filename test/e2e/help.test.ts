// Help, and every command of the table held against what help says of it.

import { describe, expect, it } from 'vitest'
import { commandHelp } from '../../src/cli/help/command-help.ts'
import { groupTitles, loadCommands } from '../../src/cli/help/overview.ts'
import { specExample, topics, unitExample } from '../../src/cli/help/topics.ts'
import { settingRows } from '../../src/config/settings.ts'
import { addressGrammar } from '../../src/contract/address.ts'
import { configSchema } from '../../src/contract/config.ts'
import { describedKeys } from '../../src/contract/described-keys.ts'
import { exitCode, exitCodeMeaning } from '../../src/contract/exit-codes.ts'
import { unitSchema } from '../../src/contract/unit.ts'
import { wordsOf } from './cli.ts'
import { project } from './project.ts'

const commands = await loadCommands(() => true)

describe.each(commands)('the command $name', ({ name, command }) => {
  const isLower = /^[a-z].*[^.]$/

  it('says of itself what the table says of it', () => {
    expect(command.name).toBe(name)
    expect(command.summary).toMatch(isLower)
  })

  it('has the same help by both ways, with every option in it', async () => {
    const { fixpoint } = project()
    const asked = await fixpoint(`help ${name}`)
    expect(asked).toEqual({ exitCode: 0, stdout: `${commandHelp(command)}\n`, stderr: '' })
    const flagged = await fixpoint(`${name} --help`)
    expect(flagged).toEqual(name === 'help' ? await fixpoint('help') : asked)
    for (const [option, { help, value, type, choices }] of Object.entries(command.options)) {
      expect(asked.stdout).toContain(`--${option}`)
      expect(help).toMatch(isLower)
      expect(type === 'string', `--${option} names its value`).toBe(value !== undefined)
      for (const choice of choices ?? []) expect(asked.stdout).toContain(choice)
    }
  })

  it('has examples, and every one is understood', async () => {
    expect(command.examples.length).toBeGreaterThan(0)
    for (const example of command.examples) {
      const { fixpoint } = project()
      const { words, env } = typed(example)
      const { exitCode: code, stderr } = await fixpoint(words, { env })
      expect(code, `${example}: ${stderr}`).not.toBe(exitCode.usage)
    }
  })

  it('refuses an option that nobody knows, and names a place to look', async () => {
    const { fixpoint } = project()
    const { exitCode: code, stderr } = await fixpoint(`${name} --no-such-option`)
    expect(code).toBe(exitCode.usage)
    expect(stderr).toContain(`${name} has no option --no-such-option`)
  })
})

/** What stands before `fixpoint` is environment; what follows `>` or `|` is the shell's. */
function typed(example: string) {
  const words = wordsOf(example.replace(/\s[>|].*$/, ''))
  const at = words.indexOf('fixpoint')
  expect(at, `${example} runs fixpoint`).toBeGreaterThanOrEqual(0)
  const env = Object.fromEntries(words.slice(0, at).map(each => each.split('=')))
  return { words: words.slice(at + 1), env }
}

describe('help', () => {
  it('shows every command once, in its group', async () => {
    const { stdout } = await project().fixpoint('help')
    const lines = stdout.split('\n')
    for (const { name, command, group } of commands) {
      const found = lines.findIndex(
        each => each.startsWith(`  ${name} `) && each.endsWith(command.summary),
      )
      const title = lines.slice(0, found).findLast(each => each !== '' && !each.startsWith(' '))
      expect({ name, title }).toEqual({ name, title: groupTitles[group] })
    }
  })

  it('lists what runs units in the order in which people come to it', async () => {
    const { stdout } = await project().fixpoint('help')
    const section = stdout.slice(
      stdout.indexOf('Run units of work'),
      stdout.indexOf('Decide about'),
    )
    const names = [...section.matchAll(/^ {2}(\w+) /gm)].map(each => each[1])
    expect(names.join(' ')).toBe(
      'run fix land watch runs logs answer accept reject retry skip pause resume cancel override open revert replay gc prune backup restore recover',
    )
  })

  it.each(['--help', '-h', 'help'])('is what %s shows', async line => {
    const { fixpoint } = project()
    expect(await fixpoint(line)).toEqual(await fixpoint('help'))
  })

  it('fits a terminal of 120 columns', async () => {
    const { fixpoint } = project()
    const pages = [
      'help',
      ...topics.map(each => `help ${each.name}`),
      ...commands.map(each => `help ${each.name}`),
    ]
    for (const page of pages) {
      const { stdout } = await fixpoint(page)
      const wide = stdout.split('\n').filter(each => each.length > 120)
      expect({ page, wide }).toEqual({ page, wide: [] })
    }
  })

  it('of a group word shows its verbs, and the topic of that name', async () => {
    const { fixpoint } = project()
    const { stdout } = await fixpoint('help config')
    expect(stdout).toContain('Settings in .fixpoint/config.yaml')
    expect(stdout).toContain('  config show  show every setting')
    expect((await fixpoint('config')).stdout).toBe(stdout)
  })

  it('of an unknown word names the nearest known one', async () => {
    expect(await project().fixpoint('help exitcodes')).toEqual({
      exitCode: 64,
      stdout: '',
      stderr:
        'Error: cli/usage there is no command and no topic exitcodes (did you mean exit-codes?)\n',
    })
  })

  it('as JSON is one document', async () => {
    const { stdout } = await project().fixpoint('help schema --json')
    const { version, command, help } = JSON.parse(stdout)
    expect({ version, command, usage: help.usage }).toEqual({
      version: '1',
      command: 'help',
      usage: 'spec|config|state|language|unit|plan',
    })
  })
})

describe('topics', () => {
  it('list every exit code with its meaning', async () => {
    const { stdout } = await project().fixpoint('help exit-codes')
    for (const code of Object.values(exitCode))
      expect(stdout).toMatch(new RegExp(`^  ${code} +${exitCodeMeaning[code].slice(0, 10)}`, 'm'))
  })

  it('list every form of address in the order in which they are tried', async () => {
    const { stdout } = await project().fixpoint('help addresses')
    const places = addressGrammar.map(([form]) => stdout.indexOf(`  ${form} `))
    expect(places.every(each => each > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('list every setting with its variable', async () => {
    const { fixpoint } = project()
    const config = await fixpoint('help config')
    const environment = await fixpoint('help environment')
    for (const row of settingRows) {
      expect(config.stdout).toContain(`  ${row.key} `)
      expect(environment.stdout).toContain(`  ${row.environment} `)
    }
  })

  it('show an example of a spec that can be planned', async () => {
    const { fixpoint } = project({ 'fixpoint.spec.yaml': specExample })
    const { exitCode: code, stderr } = await fixpoint('plan')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it.each([
    ['units', unitSchema, ['claims.create', 'acceptance[].criterion', 'budget.time']],
    ['config', configSchema(), ['agents.NAME.command', 'workspace.ports.range', 'notify.on']],
  ] as const)(
    '%s lists every key of the schema with its sentence, also those inside',
    async (name, schema, some) => {
      const { stdout } = await project().fixpoint(`help ${name}`)
      const flat = stdout.replace(/\n {6,}/g, ' ')
      const keys = describedKeys(schema)
      expect(keys.map(each => each.key)).toEqual(expect.arrayContaining([...some]))
      for (const { key, description } of keys) {
        // A group of settings has no sentence of its own; its keys have.
        if (name === 'config' && key === 'ci') continue
        expect(description).not.toBe('')
        const line = flat.split('\n').find(each => each.startsWith(`  ${key} `))
        expect(line?.replaceAll(/ +/g, ' ')).toContain(` ${key} ${description}`)
      }
    },
  )

  it('show an example of a unit that is well formed', async () => {
    const here = project({ 'T01.md': unitExample })
    expect(await here.fixpoint('validate T01.md')).toMatchObject({ exitCode: 0, stderr: '' })
  })

  it('say of the cache that workspaces lie there', async () => {
    const { stdout } = await project().fixpoint('help environment')
    expect(stdout).toMatch(/FIXPOINT_CACHE_DIR +where workspaces of agents lie/)
  })
})
