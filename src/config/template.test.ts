import { expect, it } from 'vitest'
import { decodeConfig } from './decode.ts'
import { settingKeys } from './describe.ts'
import { resolveSettings, settingRows } from './settings.ts'
import { configTemplate } from './template.ts'

const uncommented = configTemplate().replaceAll(/^#(?! \S)/gm, '')

it('as written, the template says nothing and is a valid file', () => {
  expect(decodeConfig(configTemplate(), 'config.yaml')).toMatchObject({ file: {}, problems: [] })
})

it('with every line uncommented, the template is a valid file that holds every key of the schema', () => {
  const { file, problems } = decodeConfig(uncommented, 'config.yaml')
  expect(problems).toEqual([])
  const named = (key: string) => (/^(checks|agents)\./.test(key) ? key.split('.')[0]! : key)
  expect([...new Set(keysOf(file).map(named))]).toEqual(settingKeys().sort())
})

it('with every line uncommented, each value is one that its reader understands', () => {
  const { file, placeOf } = decodeConfig(uncommented, 'config.yaml')
  const resolved = resolveSettings({ flags: {}, environment: {}, file, placeOf })
  expect(resolved.problems).toEqual([])
  expect(resolved.origins.map(each => each.source)).toEqual(settingRows.map(() => 'file'))
})

function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value)
    .flatMap(([key, member]) =>
      typeof member === 'object' && !Array.isArray(member)
        ? keysOf(member, `${prefix}${key}.`)
        : [`${prefix}${key}`],
    )
    .sort()
}
