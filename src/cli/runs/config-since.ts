// Agents and checks of the config that were changed since a run was ordered: it goes by those of then, and whoever changed them is told
// once for each run, with what to type to have those of now. Only looks.

import { readAgents } from '../../agents/recipes.ts'
import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import { canonicalJson } from '../../base/json.ts'
import { shellWord } from '../../base/shell-word.ts'
import { readRecipes } from '../../checks/recipe.ts'
import { CONFIG_FILE, readConfig } from '../../config/read.ts'
import type { Order } from '../../contract/order.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openArtifacts } from '../../journal/artifacts.ts'
import { layoutOf } from '../../journal/layout.ts'
import type { Unit } from '../../kernel/model.ts'
import { fromRoot } from '../project.ts'
import type { World } from '../world.ts'
import { orderOf, unitFiles } from './changed-since.ts'

export async function configWarnings(
  root: string,
  units: readonly Unit[],
  { cwd }: World,
): Promise<readonly Diagnostic[]> {
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const files = unitFiles(root)
  const { file, placeOf } = await readConfig(root)
  const now = {
    agents: readAgents(file, placeOf).agents,
    checks: readRecipes(file, placeOf).recipes,
  }
  return [...new Set(units.map(each => each.run))].flatMap(run => {
    const orders = units
      .filter(each => each.run === run)
      .flatMap(each => orderOf(artifacts, each) ?? [])
      .filter(each => each.source === undefined)
    const changed = [...new Set(orders.flatMap(each => changedIn(each, now)))]
    const [first] = orders
    if (!first || changed.length === 0) return []
    const paths = [...files(run, first).values()].map(each => fromRoot(cwd, each.path))
    const anew =
      paths.length === 0 ? 'start it again' : `fixpoint run ${paths.map(shellWord).join(' ')}`
    const message = `${changed.join(', ')} in ${CONFIG_FILE} changed since ${run} began; ${run} keeps the agents and checks of then`
    return [
      warning('run/config', message, {
        fix: `to use today's: fixpoint cancel run:${run} && ${anew}`,
      }),
    ]
  })
}

type Recipes = Pick<Order, 'agents' | 'checks'>

const changedIn = (then: Recipes, now: Recipes): readonly string[] =>
  (['agents', 'checks'] as const).flatMap(kind =>
    then[kind]
      .filter(each => !now[kind].some(other => isSame(each, other)))
      .map(each => `${kind}.${each.name}`),
  )

/** What an order keeps lost its undefined values on the way. */
const isSame = (then: object, now: object) =>
  canonicalJson(then) === canonicalJson(JSON.parse(JSON.stringify(now)))
