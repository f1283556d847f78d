// `fixpoint why`: the whole derivation of a verdict, read from the code as it is now; or why a unit of a run is not further.

import { refuse } from '../../base/diagnostic.ts'
import { evidenceJson } from '../../plan/views/report-row.ts'
import { whyText } from '../../plan/views/why.ts'
import { isChecked } from '../../spec/bound-checks.ts'
import type { Resource } from '../../spec/model.ts'
import { entryOf } from '../../state/change.ts'
import { findAddress } from '../addresses.ts'
import { noChecks } from '../check-options.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { openDesk } from '../project.ts'
import { findRoot, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { plainRefresh, type Refreshed, refreshProject } from '../refreshing.ts'
import { backgroundOf } from '../runs/evidence-of.ts'
import { refuseUnknownRunning } from '../runs/named-running.ts'
import { namedUnit } from '../runs/named-unit.ts'
import { type UnitView, unitJson, unitText } from '../runs/unit-view.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly word: string
}

interface Found {
  readonly refreshed: Refreshed
  readonly word: string
}

export const why = command<Options, Found | UnitView>({
  name: 'why',
  summary: 'show how a verdict comes about, or why a unit is not further',
  usage: 'ADDR|UNIT',
  positionals: { min: 1, max: 1 },
  options: projectOptions,
  examples: [
    'fixpoint why feature.auth_login',
    'fixpoint why feature.auth_login --json',
    'fixpoint why T01',
  ],
  read: args => ({ flags: projectFlags(args), word: args.positionals[0]! }),
  async run({ flags, word }, world) {
    const root = findRoot(world.cwd)
    const named = await namedUnit(word, root)
    if (named) {
      const background = await backgroundOf(root, named.state, named.unit, world)
      return { ...named, background, now: world.now() }
    }
    await refuseUnknownRunning(word, flags, world)
    const desk = await openDesk(flags, world)
    const found = findAddress(word, desk, world)
    const own = desk.spec.resources.find(each => each.address === word)
    if (found.kind !== 'resource' || !own)
      return refuse('why/undeclared', `${word} is not a resource of ${desk.spec.file}`, {
        fix: 'name one as type.name',
      })
    // A check has one word for all that it judges, and so all of them are asked.
    const isWanted = (each: Resource) =>
      each.address === word || (isChecked(desk.spec, own) && isChecked(desk.spec, each))
    const options = { ...plainRefresh, isThorough: true }
    return { refreshed: await refreshProject(flags, options, noChecks, world, isWanted), word }
  },
  view: (result, _, paint) =>
    'unit' in result
      ? { text: unitText(result, paint), json: unitJson(result) }
      : showVerdict(result.refreshed, result.word, paint),
})

function showVerdict({ rows, desk, codebase }: Refreshed, word: string, paint: Paint): View {
  const row = rows.find(each => each.evidence.address === word)!
  const entry = desk.state && entryOf(desk.state, row.evidence.address)
  return {
    text: whyText(row, entry, paint),
    json: { ...evidenceJson(row), history: entry?.history ?? [] },
    warnings: [...desk.warnings, ...codebase.diagnostics],
  }
}
