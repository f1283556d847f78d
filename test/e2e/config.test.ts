// Settings: every key of the file has a reader, every setting is read, and `config show` tells where each value comes from.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settingKeys } from '../../src/config/describe.ts'
import { configSections } from '../../src/config/sections.ts'
import { settingRows } from '../../src/config/settings.ts'
import { REPOSITORY } from './places.ts'
import { project } from './project.ts'

it('every key of the schema has exactly one reader, and every reader a key', () => {
  const isInSection = (key: string) => configSections.some(each => key.split('.')[0] === each.key)
  expect(settingRows.map(({ key }) => key).sort()).toEqual(
    settingKeys()
      .filter(key => !isInSection(key))
      .sort(),
  )
})

it('every section of the file is read by the room that says so', () => {
  for (const { key, reader } of configSections)
    expect(readFileSync(join(REPOSITORY, 'src', reader), 'utf8'), reader).toMatch(
      new RegExp(`\\.${key}\\b`),
    )
})

it('every setting is used by something outside the room that reads it', () => {
  const sources = globSync('src/**/*.ts', { cwd: REPOSITORY })
    .filter(file => !file.startsWith('src/config/') && !file.endsWith('.test.ts'))
    .map(file => readFileSync(join(REPOSITORY, file), 'utf8'))
  const unused = settingRows.filter(({ name }) => {
    const used = new RegExp(`settings\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\}: Settings\\b`)
    return !sources.some(text => used.test(text))
  })
  expect(unused.map(({ name }) => name)).toEqual([])
})

it('without any file every setting has its default', async () => {
  const { stdout } = await project().fixpoint('config show')
  expect(stdout).toBe(`spec                   fixpoint.spec.yaml   default
state                  fixpoint.state.json  default
lock_timeout           30s                  default
agent                  (not set)            default
ci.fail_under          (not set)            default
ci.fail_on_incomplete  false                default
`)
})

it('the environment beats the file, and each value says where it comes from', async () => {
  const { fixpoint } = project({
    '.fixpoint/config.yaml': 'agent: codex\nci:\n  fail_under: 80\nlock_timeout: 5s\n',
  })
  const env = { FIXPOINT_LOCK_TIMEOUT: '2m' }
  const { stdout } = await fixpoint('config show', { env })
  expect(stdout).toBe(`spec                   fixpoint.spec.yaml   default
state                  fixpoint.state.json  default
lock_timeout           2m                   FIXPOINT_LOCK_TIMEOUT
agent                  codex                .fixpoint/config.yaml:1:1
ci.fail_under          80                   .fixpoint/config.yaml:3:3
ci.fail_on_incomplete  false                default
`)
  const { settings } = JSON.parse((await fixpoint('config show --json', { env })).stdout)
  expect(settings[2]).toEqual({
    key: 'lock_timeout',
    value: '2m',
    source: 'environment',
    from: 'FIXPOINT_LOCK_TIMEOUT',
  })
})

it('every problem of the file is named with its place and the nearest key', async () => {
  const { fixpoint } = project({
    '.fixpoint/config.yaml': 'agnet: codex\nci:\n  fail_undr: 80\nlock_timeout: soon\n',
  })
  expect(await fixpoint('config show')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `Error: .fixpoint/config.yaml:1:1 config/unknown-key unknown key agnet (did you mean agent?)
Error: .fixpoint/config.yaml:3:3 config/unknown-key unknown key fail_undr in ci (did you mean fail_under?)
`,
  })
})

it('config without a verb shows its verbs', async () => {
  const { stdout } = await project().fixpoint('config')
  expect(stdout).toContain('config show')
})
