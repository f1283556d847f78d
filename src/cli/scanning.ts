// Reads a codebase as proposals for a spec: what it offers and no resource holds yet.

import { mapInTurns } from '../base/turns.ts'
import { leaningsIn } from '../checks/evidence/imports.ts'
import { standingCommands } from '../checks/evidence/registered/standing-commands.ts'
import { standingTables } from '../checks/evidence/registered/tables.ts'
import { registeredRoutes } from '../checks/evidence/routes/routes.ts'
import { expandPaths } from '../checks/evidence/select.ts'
import type { Codebase } from '../code/codebase.ts'
import { isOwnCode, isShipped } from '../code/own-code.ts'
import { isTestFile } from '../code/test-files.ts'
import { type Proposal, proposeSpec } from '../evidence/scan.ts'
import type { SpecEdit } from '../spec/edit/edits.ts'
import { openUnreadCodebase } from './codebase.ts'
import type { World } from './world.ts'

export const PROPOSAL_HEAD = `# Proposed by fixpoint scan from the code that is here: a place to start, not a verdict.
# Keep what people rely on, delete the rest, and add what is still missing.
version: "1"
`

export interface Scan {
  readonly codebase: Codebase
  readonly proposals: readonly Proposal[]
}

/** What resources declare already: files and globs, and their addresses. */
export interface Declared {
  readonly files: readonly string[]
  readonly addresses: ReadonlySet<string>
}

export const nothingDeclared: Declared = { files: [], addresses: new Set() }

export async function scanCode(root: string, declared: Declared, world: World): Promise<Scan> {
  const codebase = await openUnreadCodebase(root, { sourceFolders: [] }, world)
  await codebase.readAll()
  const imports = leaningsIn(codebase)
  const isHeld = new Set(expandPaths(declared.files, codebase))
  const files = codebase.files.filter(path => !isHeld.has(path) && isDeclarable(path, codebase))
  const registered = await registeredRoutes(codebase)
  const routes = Map.groupBy(
    registered.filter(each => !each.isRepeat),
    each => each.file,
  )
  const standing = standingOffers(codebase)
  const scanned = await mapInTurns(files, path => ({
    path,
    outline: codebase.outline(path),
    offers: standing(path),
    routes: routes.get(path) ?? [],
    imports: imports(path),
  }))
  codebase.keep()
  return { codebase, proposals: proposeSpec(scanned, declared.addresses) }
}

/** What the evidence counts: no table that a later migration drops, and no command that nobody adds. */
function standingOffers(codebase: Awaited<ReturnType<typeof openUnreadCodebase>>) {
  const tables = standingTables(codebase)
  const commands = standingCommands(codebase)
  return (path: string) => {
    const offers = codebase.offers(path)
    return {
      tables: offers.tables.length > 0 ? tables(path) : [],
      commands: offers.commands.length > 0 ? commands(path) : [],
    }
  }
}

/** Written here, and neither a test nor the types of a script: what a spec may hold, and what is drift where none does. */
export const isDeclarable = (path: string, codebase: Codebase) =>
  !isTestFile(path) &&
  !isShipped(path, codebase) &&
  !isBesideScript(path, codebase) &&
  isSource(path, codebase) &&
  isOwnCode(path, codebase)

/** `a.d.ts` where `a.js` is. */
const isBesideScript = (path: string, codebase: Codebase) =>
  /\.d\.[cm]?ts$/.test(path) && codebase.has(path.replace(/\.d\.([cm]?)ts$/, '.$1js'))

/** Code, and documents that hold tables; configuration is not a part that anybody declares. */
const isSource = (path: string, codebase: Codebase) =>
  codebase.outline(path) !== undefined || /\.(sql|prisma)$/.test(path)

/** The proposals as edits of a spec. */
export function scanEdits(proposals: readonly Proposal[]): readonly SpecEdit[] {
  return proposals.map(({ address, comment, body }) => ({
    op: 'add',
    address,
    comment,
    body: { ...body },
  }))
}
