// The config file that `init` writes: every setting there is, commented out, with what it is for and what holds without it.

import { describeSetting } from './describe.ts'
import { type ConfigSection, configSections } from './sections.ts'
import { type SettingRow, settingRows } from './settings.ts'

const head = `# Settings of Fixpoint. A command line flag beats an environment variable beats this file beats the default.
# A setting that is commented out has no space after its #: remove the # to use it. Where each value comes from:
# fixpoint config show. What may stand here: fixpoint help config.
`

/** Prose keeps one space after its `#`, a setting has none or two, so that a reader and a test can tell them apart. */
export function configTemplate(): string {
  const groups = Map.groupBy(settingRows, ({ key }) => key.split('.').slice(0, -1).join('.'))
  const blocks = [...groups].map(([group, rows]) =>
    group === '' ? rows.flatMap(topLines) : [`#${group}:`, ...rows.flatMap(innerLines)],
  )
  return `${[head, ...blocks.flat(), ...configSections.flatMap(sectionLines)].join('\n')}\n`
}

const topLines = ({ key, example }: SettingRow) => [
  `# ${describeSetting(key)}`,
  `#${key}: ${example}`,
]

const innerLines = ({ key, example }: SettingRow) => [
  `#  # ${describeSetting(key)}`,
  `#  ${key.split('.').at(-1)}: ${example}`,
]

const sectionLines = ({ key, example }: ConfigSection) => [
  `# ${describeSetting(key)}`,
  `#${key}:`,
  ...example.map(line => `#  ${line}`),
]
