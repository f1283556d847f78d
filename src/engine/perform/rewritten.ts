// What an attempt made of the checks that judge it, as its base has them. Reads trees of git only.

import type { ChangedPath } from '../../checks/judges/model.ts'
import type { ReadText } from '../../checks/program/program.ts'
import { type Rewritten, rewrittenBy } from '../../checks/program/rewritten.ts'
import type { Order } from '../../contract/order.ts'
import type { House } from '../house.ts'
import { fromProject, fromTop } from '../project-folder.ts'

/** No script of a check is larger. */
const MOST_BYTES = 1024 * 1024

export function rewrittenChecks(
  house: Pick<House, 'folder' | 'repository'>,
  order: Pick<Order, 'checks' | 'otherChecks'>,
  changes: readonly ChangedPath[],
  { base, commit }: { readonly base: string; readonly commit: string },
): Promise<readonly Rewritten[]> {
  const changed = new Set(changes.flatMap(each => [each.path, each.oldPath ?? each.path]))
  const before = textsIn(house, base)
  const after = textsIn(house, commit)
  return rewrittenBy(changed, allChecks(order), { oracle: before, before, after })
}

export const allChecks = ({ checks, otherChecks = [] }: Pick<Order, 'checks' | 'otherChecks'>) => [
  ...checks,
  ...otherChecks,
]

/** A change of the repository, named from the project. */
export const inProject = (house: Pick<House, 'folder'>, each: ChangedPath): ChangedPath => ({
  ...each,
  path: fromProject(house, each.path),
  ...(each.oldPath !== undefined && { oldPath: fromProject(house, each.oldPath) }),
})

/** Files of a commit, by their paths in the project. */
export const textsIn =
  (house: Pick<House, 'folder' | 'repository'>, commit: string): ReadText =>
  async path => {
    const { objects } = house.repository
    const name = `${commit}:${fromTop(house, path)}`
    const info = await objects.info(name)
    if (info?.type !== 'blob' || info.sizeBytes > MOST_BYTES) return undefined
    return (await objects.content(name))?.toString('utf8')
  }
