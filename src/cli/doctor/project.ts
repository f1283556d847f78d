// What `doctor` asks of the project: settings, spec, state, its lock, and the merge driver.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { renderDiagnostic } from '../../base/diagnostic.ts'
import { askGit, isRepository, repositoryTrouble } from '../../base/git.ts'
import { lifeOf } from '../../base/process-identity.ts'
import { CONFIG_FILE, readConfig } from '../../config/read.ts'
import { channelsOf, desktopProgram } from '../../engine/notify/channels.ts'
import { readNotify } from '../../engine/notify/settings.ts'
import { reportProblems } from '../../reports/read.ts'
import { type LockInfo, readHolder } from '../../state/lock.ts'
import { loadState, type StateHandle } from '../../state/update.ts'
import { mergeDriver } from '../init/steps.ts'
import { openProject, openSpec, openState, type Project, readSettings } from '../project.ts'
import type { World } from '../world.ts'
import { type Finding, fail, failOf, finding, ok, warn } from './finding.ts'
import { journalFindings } from './journal.ts'
import { languageFindings } from './languages.ts'
import { programFindings } from './programs.ts'

export async function projectFindings(root: string, world: World): Promise<Finding[]> {
  const { problems } = await readSettings(root, {}, world)
  if (problems.length > 0) return [failOf('config', problems)]
  const project = await openProject({}, world)
  const handle = openState(project, undefined)
  return [
    ok('config', existsSync(resolve(root, CONFIG_FILE)) ? CONFIG_FILE : 'none; defaults hold'),
    ...(await languageFindings(root, world)),
    ...(await programFindings(project, world)),
    await specFinding(project, world),
    await stateFinding(handle),
    await lockFinding(handle),
    ...(await journalFindings(root)),
    driverFinding(project),
    ...(await notifyFinding(project, world)),
    ...(await reportFindings(root)),
  ]
}

/** Nothing where nobody is told of anything. */
async function notifyFinding({ root }: Project, { environment }: World): Promise<Finding[]> {
  const config = await readConfig(root)
  if (config.file.notify === undefined) return []
  const { settings, problems } = readNotify(config.file, config.placeOf)
  if (problems.length > 0) return [failOf('notify', problems)]
  if (settings.isDesktop && desktopProgram(environment.PATH, root) === undefined)
    return [
      fail(
        'notify',
        'notify.desktop needs notify-send or osascript, and neither is on PATH',
        'install libnotify-bin, or remove notify.desktop',
      ),
    ]
  const channels = channelsOf(settings, root, environment).map(each => each.name)
  return [ok('notify', channels.length > 0 ? channels.join(', ') : 'nobody is told of anything')]
}

/** Nothing where the config names no reports. */
async function reportFindings(root: string): Promise<Finding[]> {
  const { reports } = (await readConfig(root)).file
  if (reports === undefined) return []
  const [first, ...others] = reportProblems(root, reports)
  if (!first) return [ok('reports', 'all of them can be read')]
  const { fix, ...said } = first
  const more = others.length > 0 ? ` and ${others.length} more: fixpoint validate` : ''
  return [warn('reports', `${renderDiagnostic(said)}${more}`, fix ?? 'run what writes it')]
}

function specFinding(project: Project, world: World): Promise<Finding> {
  return finding('spec', async () => {
    const { spec } = await openSpec(project, world)
    const count = spec.resources.length
    if (count > 0) return ok('spec', `${project.specFile}, ${count} resources`)
    return warn('spec', `${project.specFile} declares no resources`, 'see fixpoint help spec')
  })
}

function stateFinding(handle: StateHandle): Promise<Finding> {
  return finding('state', async () => {
    const state = await loadState(handle)
    if (state) return ok('state', `${handle.label}, serial ${state.serial}`)
    return warn('state', `there is no ${handle.label}`, 'fixpoint mark or fixpoint init writes it')
  })
}

function lockFinding({ store, name }: StateHandle): Promise<Finding> {
  return finding('lock', async () => {
    const holder = await readHolder(store, name)
    if (!holder) return ok('lock', 'free')
    const who = `held by ${holder.user}@${holder.host} (process ${holder.pid}) for ${holder.purpose} since ${holder.at}`
    return warn('lock', who, lockFix(holder))
  })
}

const lockFix = (holder: LockInfo) =>
  lifeOf(holder) === 'dead'
    ? 'that process is gone: the next command takes the lock over'
    : `wait for it, or if it is gone: fixpoint force-unlock ${holder.id}`

function driverFinding({ root, stateFile }: Project): Finding {
  const key = `merge.${mergeDriver.name}.driver`
  const trouble = repositoryTrouble(root)
  if (trouble !== undefined)
    return warn('merge', `git could not be asked: ${trouble}`, 'mend that, then fixpoint doctor')
  if (!isRepository(root))
    return warn('merge', 'no repository to merge in', 'git init, then fixpoint doctor')
  if (!askGit(root, 'check-attr', 'merge', '--', stateFile)?.text.endsWith(`: ${mergeDriver.name}`))
    return warn(
      'merge',
      'git merges the state by line',
      `echo '${stateFile} merge=${mergeDriver.name}' >> .gitattributes`,
    )
  if (!askGit(root, 'config', '--get', key)?.isOk)
    return warn(
      'merge',
      'git does not know the merge driver yet',
      `git config ${key} '${mergeDriver.command}'`,
    )
  return ok('merge', 'git merges the state by resource')
}
