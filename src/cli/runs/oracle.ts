// What a run of this project judges the tip of its line by, read before anything starts. Nothing is evaluated where there is no spec.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DiagnosticError } from '../../base/diagnostic.ts'
import type { Engine } from '../../engine/engine.ts'
import { keepOracle, type Oracle } from '../../engine/oracle.ts'
import type { RunPolicy } from '../../kernel/model.ts'
import { withAllChecks } from '../../spec/bound-checks.ts'
import { emptyState } from '../../state/read.ts'
import { loadState } from '../../state/update.ts'
import { unknownChecks } from '../check-outcomes.ts'
import { openSpec, openState, type Project } from '../project.ts'
import type { World } from '../world.ts'
import { oracleFiles, readOffer } from './offer.ts'

export async function readOracle(
  project: Project,
  world: World,
  writesCache = true,
): Promise<Oracle | undefined> {
  if (!existsSync(resolve(project.root, project.specFile))) return undefined
  const { spec } = await openSpec(project, world, writesCache)
  const { checks } = await readOffer(project)
  const unknown = unknownChecks(
    spec.resources,
    checks.map(each => each.name),
  )
  if (unknown.length > 0) throw new DiagnosticError(unknown)
  const state = (await loadState(openState(project, spec))) ?? emptyState('')
  const names = checks.map(each => each.name)
  const resources = withAllChecks(spec, spec.resources, names)
  return { version: 1, spec: { ...spec, resources }, state, checks }
}

/** Files that decide about the work: the configuration, and the spec with everything that it includes. */
export const judgingFiles = (project: Project, oracle: Oracle | undefined): readonly string[] => [
  ...new Set([
    ...oracleFiles(project),
    ...(oracle?.spec.resources ?? []).map(each => each.at.file),
  ]),
]

/** Verdicts are evaluated after landings wherever there is a spec. */
export const evaluationBy = (oracle: Oracle | undefined, { house }: Engine): Partial<RunPolicy> =>
  oracle ? { evaluate: true, oracle: keepOracle(house.artifacts, oracle) } : {}
