// What `doctor` says of the programs of checks and agents: whether those of the machine are on PATH, and whether the project commits its own as
// programs. By the words of a run, which would be refused for them. Starts none.

import { type Diagnostic, renderDiagnostic } from '../../base/diagnostic.ts'
import { isRepository } from '../../base/git.ts'
import { readConfig } from '../../config/read.ts'
import type { Offer } from '../../work/compile.ts'
import type { Project } from '../project.ts'
import { notExecutable } from '../runs/executable.ts'
import { lookIn } from '../runs/kept-program.ts'
import { readOffer } from '../runs/offer.ts'
import { readLacks } from '../runs/startable.ts'
import type { World } from '../world.ts'
import { type Finding, fail, finding, ok, warn } from './finding.ts'

/** Nothing where the config names neither, or where nothing is committed for want of a repository. */
export async function programFindings(project: Project, world: World): Promise<Finding[]> {
  const { file } = await readConfig(project.root)
  const hasNone = file.agents === undefined && file.checks === undefined
  if (hasNone || !isRepository(project.root)) return []
  return [await finding('programs', () => programFinding(project, world))]
}

interface Lacking {
  /** A run that needs it is refused. */
  readonly lasting: readonly Diagnostic[]
  /** Setup may bring it. */
  readonly mendable: readonly Diagnostic[]
}

/** An agent that no unit asks for may be absent; the checks judge all that does not say otherwise. */
async function programFinding(project: Project, world: World): Promise<Finding> {
  const offer = await readOffer(project)
  const ofChecks = await lackingOf(project.root, { ...offer, agents: [] }, world)
  const ofAgents = await lackingOf(project.root, { ...offer, checks: [] }, world)
  const all = [ofChecks.lasting, ofAgents.lasting, ofChecks.mendable, ofAgents.mendable]
  const [first, ...others] = all.flat()
  if (first === undefined) return ok('programs', 'those of agents and checks are there')
  const { fix = 'see the config', ...said } = first
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const text = `${renderDiagnostic(said)}${more}`
  return ofChecks.lasting.length > 0 ? fail('programs', text, fix) : warn('programs', text, fix)
}

async function lackingOf(root: string, offer: Offer, world: World): Promise<Lacking> {
  const needs = { ...offer, claims: { create: [], edit: [], delete: [], read: [] } }
  const lacks = await readLacks(root, world)
  const own = await notExecutable(root, { look: lookIn(root), trees: ['HEAD'] }, [needs])
  return {
    lasting: [...lacks.absent(needs), ...own.lasting],
    mendable: [...lacks.awaited(needs), ...own.mendable],
  }
}
