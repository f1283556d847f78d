// What `doctor` asks of the machine: Node, git, and a folder for caches.

import { accessSync, constants } from 'node:fs'
import { cacheFolder } from '../../base/cache-folder.ts'
import { DiagnosticError } from '../../base/diagnostic.ts'
import { askGit, isRepository, repositoryTrouble } from '../../base/git.ts'
import { makeFolder } from '../../base/make-folder.ts'
import { inspectRepository } from '../../workspace/repository.ts'
import { missingCheckout } from '../no-checkout.ts'
import { unprobed } from '../runs/base.ts'
import type { World } from '../world.ts'
import { type Finding, fail, failOf, finding, ok, warn } from './finding.ts'

const NODE_FLOOR = [22, 13] as const
const GIT_FLOOR = [2, 38] as const

export function nodeFinding(version: string): Finding {
  return isAtLeast(version, NODE_FLOOR)
    ? ok('node', version)
    : fail('node', `${version} is older than ${NODE_FLOOR.join('.')}`, 'see https://nodejs.org')
}

export function gitFinding(folder: string): Finding {
  const answer = askGit(folder, '--version')
  if (!answer)
    return fail('git', 'there is no git program', `install git ${GIT_FLOOR.join('.')} or newer`)
  if (!answer.isOk)
    return fail('git', `git does not start: ${answer.complaint}`, 'mend that, then fixpoint doctor')
  const version = /\d+(\.\d+)+/.exec(answer.text)?.[0] ?? answer.text
  return isAtLeast(version, GIT_FLOOR)
    ? ok('git', version)
    : fail('git', `${version} is older than ${GIT_FLOOR.join('.')}`, 'see https://git-scm.com')
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

/** Where it can be read, every reason for which a run would not start in it. */
export async function repositoryFindings(
  folder: string,
  world: Pick<World, 'environment'>,
): Promise<Finding[]> {
  try {
    return await findingsIn(folder, world)
  } catch (cause) {
    if (!(cause instanceof DiagnosticError)) throw cause
    return [failOf('repository', cause.diagnostics)]
  }
}

async function findingsIn(
  folder: string,
  { environment }: Pick<World, 'environment'>,
): Promise<Finding[]> {
  const missing = await missingCheckout(folder, { environment })
  if (missing) return [failOf('repository', [missing])]
  const trouble = repositoryTrouble(folder)
  if (trouble !== undefined)
    return [
      fail('repository', `git could not be asked: ${trouble}`, 'mend that, then fixpoint doctor'),
    ]
  if (!isRepository(folder))
    return [
      warn(
        'repository',
        'this is not a git repository',
        'git init; plan works without, runs do not',
      ),
    ]
  const { facts, problems } = await inspectRepository(folder, { environment, fileSystem: unprobed })
  const errors = problems.filter(each => each.severity === 'error')
  return errors.length > 0
    ? errors.map(each => failOf('repository', [each]))
    : [ok('repository', facts!.root)]
}

export function cacheFinding({ environment }: World): Promise<Finding> {
  return finding('cache', () => {
    const folder = cacheFolder(environment)
    if (folder === undefined)
      return warn(
        'cache',
        'no home to keep caches in',
        'set FIXPOINT_CACHE_DIR; without, plan reads the spec anew each time',
      )
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    return ok('cache', folder)
  })
}
