// The names of a project that a shell can offer: addresses of its spec, units and runs of its journal. Asked for by the completion
// scripts while a person types, so whatever is wrong with the project is silence here; the command itself will say it.

import { DiagnosticError } from '../../base/diagnostic.ts'
import { readState } from '../../engine/history.ts'
import type { State } from '../../kernel/model.ts'
import { rowsOf } from '../../kernel/structure/rows.ts'
import { openProject, openSpec } from '../project.ts'
import { findRoot } from '../project-place.ts'
import { programName } from '../version.ts'
import type { World } from '../world.ts'

export const nameKinds = ['addresses', 'units', 'runs'] as const

export type NameKind = (typeof nameKinds)[number]

/** What the placeholders of a usage stand for: `ADDR|UNIT` takes both. */
export function kindsIn(usage: string): readonly NameKind[] {
  const words = usage.split(/[^A-Za-z.:]+/)
  return nameKinds.filter(kind => words.some(word => placeholders[kind].includes(word)))
}

const placeholders: Readonly<Record<NameKind, readonly string[]>> = {
  addresses: ['ADDR', 'ADDR...', 'WORD'],
  units: ['UNIT', 'WORD'],
  runs: ['RUN', 'run:ID', 'WORD'],
}

export async function namesOf(kind: NameKind, world: World): Promise<readonly string[]> {
  try {
    return await readers[kind](world)
  } catch (cause) {
    if (cause instanceof DiagnosticError) return []
    throw cause
  }
}

const readers: Readonly<Record<NameKind, (world: World) => Promise<readonly string[]>>> = {
  addresses: async world => {
    const { spec } = await openSpec(await openProject({}, world), world)
    return spec.resources.map(each => each.address)
  },
  units: async world => [
    ...new Set(rowsOf((await journalled(world)).units).map(each => each.spec.name)),
  ],
  runs: async world => rowsOf((await journalled(world)).runs).map(each => `run:${each.id}`),
}

function journalled(world: World): Promise<State> {
  return readState(findRoot(world.cwd), { program: programName })
}
