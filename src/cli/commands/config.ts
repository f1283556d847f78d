// `fixpoint config show`: every setting, its value and where it comes from.

import { resolve } from 'node:path'
import { DiagnosticError } from '../../base/diagnostic.ts'
import type { SettingOrigin } from '../../config/settings.ts'
import { command, type View } from '../command.ts'
import { findProject, readSettings } from '../project.ts'
import { findRoot } from '../project-place.ts'

export const configShow = command<undefined, readonly SettingOrigin[]>({
  name: 'config show',
  summary: 'show every setting and where its value comes from',
  usage: '',
  positionals: { min: 0, max: 0 },
  details: [
    'A flag beats the environment, which beats .fixpoint/config.yaml, which beats the default.',
  ],
  examples: ['fixpoint config show', 'FIXPOINT_LOCK_TIMEOUT=2m fixpoint config show --json'],
  read: () => undefined,
  async run(_, world) {
    const root = findRoot(resolve(world.cwd))
    const { origins, problems } = await readSettings(root, {}, world)
    if (problems.length > 0) throw new DiagnosticError(problems)
    const { project } = await findProject(root, {}, world)
    const found: Readonly<Record<string, string>> = {
      spec: project.specFile,
      state: project.stateFile,
    }
    return origins.map(each => ({ ...each, value: each.value || (found[each.key] ?? '') }))
  },
  view: showSettings,
})

function showSettings(origins: readonly SettingOrigin[]): View {
  const keyWidth = Math.max(...origins.map(({ key }) => key.length))
  const valueWidth = Math.max(...origins.map(({ value }) => shownValue(value).length))
  const lines = origins.map(({ key, value, source, from }) =>
    `${key.padEnd(keyWidth)}  ${shownValue(value).padEnd(valueWidth)}  ${from || source}`.trimEnd(),
  )
  return { text: lines.join('\n'), json: { settings: origins } }
}

const shownValue = (value: string) => value || '(not set)'
