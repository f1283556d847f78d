// What an attempt made of the checks that judge it, as its base has them. Reads trees of git only.

import type { ChangedPath } from '../../checks/judges/model.ts'
import type { ReadText } from '../../checks/program/program.ts'
import { type Rewritten, rewrittenBy } from '../../checks/program/rewritten.ts'
import type { Order } from '../../contract/order.ts'
import type { Unit } from '../../kernel/model.ts'
import { isComputed } from '../../kernel/unit.ts'
import { type House, orderOf } from '../house.ts'
import { fromProject, fromTop } from '../project-folder.ts'
import { changesBetween } from './changes-between.ts'

/** No script of a check is larger. */
const MOST_BYTES = 1024 * 1024

export function rewrittenChecks(
  house: Pick<House, 'folder' | 'repository'>,
  { checks }: Pick<Order, 'checks'>,
  changes: readonly ChangedPath[],
  { base, commit }: { readonly base: string; readonly commit: string },
): Promise<readonly Rewritten[]> {
  const changed = new Set(changes.flatMap(each => [each.path, each.oldPath ?? each.path]))
  const before = readerOf(house, base)
  const after = readerOf(house, commit)
  return rewrittenBy(changed, checks, { oracle: before, before, after })
}

/** What a unit that landed made of its own checks, because its claims allowed it. Git alone computed what has no agent. */
export async function landedRewrites(
  house: Pick<House, 'folder' | 'repository' | 'artifacts'>,
  unit: Unit,
): Promise<readonly Rewritten[]> {
  const { commit } = unit
  if (commit === null || isComputed(unit)) return []
  const { repository, artifacts } = house
  const order = orderOf({ artifacts }, unit)
  const base = (await repository.objects.info(`${commit}^{commit}`)) && `${commit}^`
  if (base === undefined || order.checks.length === 0) return []
  const [from, to] = [
    await repository.objects.treeOf(base),
    await repository.objects.treeOf(commit),
  ]
  const changes = (await changesBetween(repository, from, to)).map(each => inProject(house, each))
  return rewrittenChecks(house, order, changes, { base, commit })
}

/** A change of the repository, named from the project. */
export const inProject = (house: Pick<House, 'folder'>, each: ChangedPath): ChangedPath => ({
  ...each,
  path: fromProject(house, each.path),
  ...(each.oldPath !== undefined && { oldPath: fromProject(house, each.oldPath) }),
})

const readerOf =
  (house: Pick<House, 'folder' | 'repository'>, commit: string): ReadText =>
  async path => {
    const { objects } = house.repository
    const name = `${commit}:${fromTop(house, path)}`
    const info = await objects.info(name)
    if (info?.type !== 'blob' || info.sizeBytes > MOST_BYTES) return undefined
    return (await objects.content(name))?.toString('utf8')
  }
