// A block of TCP ports for each workspace, so that servers of parallel attempts do not meet. A block is a file in the cache
// that all processes share; it is kept as long as its workspace's tree exists, so the same tree keeps the same ports.

import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { refuse } from '../base/diagnostic.ts'
import type { PortOrder } from '../contract/order.ts'
import type { Repository } from './open.ts'
import type { Workspace } from './pool.ts'
import { follow, latestOf, namesIn, readEntry, type Succession } from './succession.ts'

export interface PortBlock {
  readonly first: number
  readonly count: number
}

export const defaultPorts: PortOrder = { from: 20_000, to: 29_999, count: 10 }

export async function portBlock(
  { cache }: Repository,
  { slot }: Workspace,
  range: PortOrder = defaultPorts,
): Promise<PortBlock> {
  const folder = join(cache, 'ports')
  mkdirSync(folder, { recursive: true })
  // Most blocks were never anybody's, and there are a thousand of them to ask.
  const known = new Set(namesIn(folder))
  const blocks = blocksOf(range).map(block =>
    known.has(nameOf(block)) ? { block, ...ownerOf(folder, block) } : { block, ...unowned },
  )
  const own = blocks.find(({ owner }) => owner === slot.tree)
  if (own) return own.block
  for (const { block, owner, number } of blocks) {
    if (owner !== undefined && existsSync(owner)) continue
    if (!(await isQuiet(block))) continue
    if (follow(claimsOn(folder, block), number, slot.tree) !== undefined) return block
  }
  return refuse('workspace/ports', `all ports from ${range.from} to ${range.to} are taken`, {
    fix: 'widen workspace.ports, or remove workspaces: fixpoint gc',
  })
}

function blocksOf({ from, to, count }: PortOrder): PortBlock[] {
  const blocks = Math.floor((to - from + 1) / count)
  return Array.from({ length: blocks }, (_, at) => ({ first: from + at * count, count }))
}

const nameOf = ({ first, count }: PortBlock) => `${first}x${count}`
const unowned = { number: 0, owner: undefined }

const claimsOn = (folder: string, block: PortBlock): Succession => ({
  folder: join(folder, nameOf(block)),
  name: 'owner',
})

/** The tree of the workspace that a block belongs to, which may be gone. */
function ownerOf(folder: string, block: PortBlock) {
  const claims = claimsOn(folder, block)
  const number = latestOf(claims)
  return { number, owner: number === 0 ? undefined : readEntry(claims, number) }
}

/** Nobody outside Fixpoint listens there. */
async function isQuiet({ first, count }: PortBlock): Promise<boolean> {
  const ports = Array.from({ length: count }, (_, at) => first + at)
  return (await Promise.all(ports.map(isFree))).every(Boolean)
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    )
  })
}
