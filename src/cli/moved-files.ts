// Where the files of a resource have gone: all of them away, and everything that it declares found in files that no other resource holds.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isGlob } from '../base/paths.ts'
import type { Resource } from '../spec/model.ts'
import { noChecks } from './check-options.ts'
import type { SpecDesk } from './project.ts'
import { findInCode, plainRefresh } from './refreshing.ts'
import type { World } from './world.ts'

export interface MovedFiles {
  readonly address: string
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** In the spec file itself: what an included file says is for who keeps that. */
export async function movedFiles(desk: SpecDesk, world: World): Promise<readonly MovedFiles[]> {
  const { spec, project } = desk
  const gone = new Set(
    spec.resources.filter(each => each.at.file === spec.file && isGone(each, project.root)),
  )
  if (gone.size === 0) return []
  const { evidence } = await findInCode(desk, plainRefresh, noChecks, world, each => gone.has(each))
  const held = new Set(spec.resources.filter(each => !gone.has(each)).flatMap(each => each.files))
  return evidence().flatMap(({ address, names, files }) => {
    const isWhole = names.found.length > 0 && names.missing.length === 0
    const { files: from } = spec.resources.find(each => each.address === address)!
    return isWhole && files.every(each => !held.has(each)) ? [{ address, from, to: files }] : []
  })
}

const isGone = ({ files }: Resource, root: string) =>
  files.length > 0 && files.every(each => !isGlob(each) && !existsSync(join(root, each)))
