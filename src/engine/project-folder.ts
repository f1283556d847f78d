// Where a project lies below the top of its repository. Units, claims and checks speak of paths from the project; git speaks of paths
// from the top. Everything that crosses from one to the other does it here.

import { join, posix } from 'node:path'
import type { Order } from '../contract/order.ts'
import type { Workspace } from '../workspace/pool.ts'
import type { House } from './house.ts'

/** The folder of the project inside a workspace. */
export const projectIn = ({ folder }: Pick<House, 'folder'>, { path }: Pick<Workspace, 'path'>) =>
  join(path, folder)

export const fromTop = ({ folder }: Pick<House, 'folder'>, path: string): string =>
  folder === '' ? path : `${folder}/${path}`

/** What lies outside the project begins with `../`, which no claim covers. */
export const fromProject = ({ folder }: Pick<House, 'folder'>, path: string): string =>
  folder === '' ? path : posix.relative(folder, path)

/** What an attempt may make, as git names it: a change set takes such files also where git ignores them. */
export const claimedFromTop = (
  house: Pick<House, 'folder'>,
  { claims }: Pick<Order, 'claims'>,
): readonly string[] => [...claims.create, ...claims.edit].map(each => fromTop(house, each))
