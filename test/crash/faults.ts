// What must hold once a killed run was started again and ended: every unit landed once, the person's work is as it was, and nothing is left
// over: no process, no workspace that somebody holds, no branch or kept tree that the journal does not account for. Answers what does not.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { attemptOf } from '../../src/workspace/attempt-ref.ts'
import { readLease, standingOf } from '../../src/workspace/lease.ts'
import { startEngine } from './engine.ts'
import { deliveryFaults, LINE, landingFaults } from './landings.ts'
import type { Place } from './place.ts'
import type { Scenario } from './scenario.ts'

type Work = Readonly<Record<string, string>>

export async function faultsOf(place: Place, scenario: Scenario, before: Work): Promise<string[]> {
  return [
    ...landingFaults(place, scenario),
    ...deliveryFaults(place, scenario),
    ...workFaults(scenario.workAfter(before), scenario.workOf(place)),
    ...(await refFaults(place, scenario)),
    ...processesOf(place).map(each => `process ${each} is still there`),
    ...leftovers(place),
  ]
}

function workFaults(wanted: Work, found: Work): string[] {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])].sort()
  return names
    .filter(name => wanted[name] !== found[name])
    .map(name => `${name} was ${shown(wanted[name])} and is ${shown(found[name])}`)
}

const shown = (text: string | undefined) => JSON.stringify(text)?.slice(0, 200) ?? 'absent'

/** Branches are the person's and the run's; a kept tree belongs to an attempt that the journal knows, a candidate to a unit that did not land. */
async function refFaults(place: Place, { branches }: Scenario): Promise<string[]> {
  const refs = place.git('for-each-ref', '--format=%(refname)').split('\n').filter(Boolean)
  const known = await attemptsOf(place)
  const isFine = (ref: string) =>
    expectedRefs.has(ref) ||
    branches.includes(ref.replace(/^refs\/heads\//, '')) ||
    (ref.startsWith('refs/fixpoint/attempts/') && known.has(attemptOf(ref)))
  const folders = place.git('worktree', 'list', '--porcelain').match(/^worktree /gm) ?? []
  return [
    ...refs.filter(each => !isFine(each)).map(each => `${each} is left over`),
    ...(folders.length === 1 ? [] : [`${folders.length} working trees`]),
  ]
}

const expectedRefs = new Set(['refs/heads/main', LINE, 'refs/fixpoint/log', 'refs/stash'])

interface Told {
  readonly type: string
  readonly unit?: string
  readonly effect?: string
}

async function attemptsOf(place: Place): Promise<ReadonlySet<string>> {
  const { stdout } = await startEngine(place, ['replay', 'r1', '--json']).ended
  const { events } = JSON.parse(stdout) as { events: readonly Told[] }
  const attempts = events.flatMap(({ effect }) => effect?.replace(/:[a-z.\d]+$/, '') ?? [])
  const landed = new Set(events.filter(each => each.type === 'unit.landed').map(each => each.unit))
  const units = attempts.map(each => each.replace(/#\d+$/, '')).filter(each => !landed.has(each))
  return new Set([...attempts, ...units.map(each => `${each}#candidate`)])
}

/** By folder, and by an environment that names the case: whoever left the folder still has it. */
export function processesOf({ home }: Place): readonly string[] {
  return readdirSync('/proc')
    .filter(pid => /^\d+$/.test(pid))
    .filter(pid => textOf(pid, 'environ').includes(home) || folderOf(pid).startsWith(home))
    .map(pid => `${pid} (${textOf(pid, 'cmdline').replaceAll('\0', ' ').trim()})`)
}

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return '' // it ended, or it is somebody else's
  }
}

function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return '' // it ended, or it is somebody else's
  }
}

/** Every place of the pool is free, nothing waits to be deleted, and no lock or temporary folder of a dead process stays. */
function leftovers({ home, root }: Place): string[] {
  const cache = join(home, 'cache/workspaces')
  const repositories = readdirSync(cache).filter(each => each.startsWith('project-'))
  const slots = repositories.flatMap(each => foldersIn(join(cache, each, 'workspaces')))
  const held = slots.filter(slot => standingOf(readLease(slot)) !== 'free')
  const trash = repositories.flatMap(each => foldersIn(join(cache, each, 'trash')))
  const locks = readdirSync(join(root, '.git'), { recursive: true, encoding: 'utf8' })
    .filter(each => each.endsWith('.lock'))
    .map(each => join(root, '.git', each))
  const temporary = foldersIn(join(home, 'tmp')).filter(each =>
    basename(each).startsWith('fixpoint-'),
  )
  const local = foldersIn(join(root, '.fixpoint/local')).filter(each => /driver/.test(each))
  return [...held, ...trash, ...locks, ...temporary, ...local].map(each => `${each} is left over`)
}

function foldersIn(path: string): string[] {
  try {
    return readdirSync(path).map(name => join(path, name))
  } catch {
    return [] // it was never made
  }
}
