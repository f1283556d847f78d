// `fixpoint why`: the whole derivation of a verdict, read from the code as it is now.

import { refuse } from '../../base/diagnostic.ts'
import { evidenceJson } from '../../plan/views/report.ts'
import { whyText } from '../../plan/views/why.ts'
import { entryOf } from '../../state/change.ts'
import { findAddress } from '../addresses.ts'
import { noChecks } from '../check-options.ts'
import { command } from '../command.ts'
import { openDesk, type ProjectFlags, projectFlags, projectOptions } from '../project.ts'
import { plainRefresh, type Refreshed, refreshProject } from '../refreshing.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly word: string
}

export const why = command<Options, Refreshed>({
  name: 'why',
  summary: 'show how a verdict comes about, rung by rung',
  usage: 'ADDR',
  positionals: { min: 1, max: 1 },
  options: projectOptions,
  examples: ['fixpoint why feature.auth_login', 'fixpoint why feature.auth_login --json'],
  read: args => ({ flags: projectFlags(args), word: args.positionals[0]! }),
  async run({ flags, word }, world) {
    const desk = await openDesk(flags, world)
    const found = findAddress(word, desk, world)
    if (found.kind !== 'resource' || !desk.spec.resources.some(each => each.address === word))
      return refuse('why/undeclared', `${word} is not a resource of ${desk.spec.file}`, {
        fix: 'name one as type.name',
      })
    return refreshProject(
      flags,
      { ...plainRefresh, isThorough: true },
      noChecks,
      world,
      each => each.address === word,
    )
  },
  view({ rows, desk, codebase }, _, paint) {
    const row = rows[0]!
    const entry = desk.state && entryOf(desk.state, row.evidence.address)
    return {
      text: whyText(row, entry, paint),
      json: { ...evidenceJson(row), history: entry?.history ?? [] },
      warnings: [...desk.warnings, ...codebase.diagnostics],
    }
  },
})
