// The checks of a project as its config declares them, with every mistake in its place. Runs nothing.

import { isOwnVariable } from '../base/allowed-environment.ts'
import { type Diagnostic, error, type Location } from '../base/diagnostic.ts'
import { parseDuration } from '../base/duration.ts'
import { sortedBy } from '../base/order.ts'
import { normalisePath } from '../base/paths.ts'
import type { CheckConfig, ConfigFile } from '../contract/config.ts'
import type { CheckOrder } from '../contract/order.ts'

export interface ReadRecipes {
  /** By name. */
  readonly recipes: readonly CheckOrder[]
  readonly problems: readonly Diagnostic[]
}

const DEFAULT_TIMEOUT_MS = 10 * 60_000

/** `placeOf` tells where a dotted key of the config stands. */
export function readRecipes(config: ConfigFile, placeOf: (key: string) => Location): ReadRecipes {
  const read = sortedBy(Object.entries(config.checks ?? {}), ([name]) => name).map(
    ([name, check]) => readRecipe(name, check, key => placeOf(`checks.${name}${key}`)),
  )
  return {
    recipes: read.map(each => each.recipe),
    problems: read.flatMap(each => each.problems),
  }
}

type PlaceOf = (key: '' | `.${keyof CheckConfig}`) => Location

function readRecipe(name: string, check: CheckConfig, placeOf: PlaceOf) {
  const timeoutMs =
    check.timeout === undefined ? DEFAULT_TIMEOUT_MS : parseDuration(String(check.timeout))
  const problems = [
    ...commandProblems(name, check, placeOf),
    ...timeoutProblems(name, check, timeoutMs, placeOf),
    ...reportProblems(name, check, placeOf),
    ...outside(check.inputs ?? [], `inputs of check ${name}`, () => placeOf('.inputs')),
    ...ownVariables(name, check, placeOf),
  ]
  const recipe: CheckOrder = {
    name,
    description: check.description ?? '',
    command: check.command,
    timeoutMs: timeoutMs ?? DEFAULT_TIMEOUT_MS,
    inputs: check.inputs,
    versions: check.versions ?? [],
    report: reportOf(check),
    environment: check.environment ?? [],
  }
  return { recipe, problems }
}

function reportOf({ parser = 'none', report }: CheckConfig): CheckOrder['report'] {
  if (parser === 'none' || report === undefined) return undefined
  const normal = normalisePath(report)
  return 'path' in normal ? { format: parser, path: normal.path } : undefined
}

function commandProblems(name: string, { command }: CheckConfig, placeOf: PlaceOf): Diagnostic[] {
  if (command.length > 0) return []
  const fix = 'name a program, and then its arguments'
  return [
    error('config/value', `command of check ${name} is empty`, { at: placeOf('.command'), fix }),
  ]
}

function timeoutProblems(
  name: string,
  { timeout }: CheckConfig,
  timeoutMs: number | undefined,
  placeOf: PlaceOf,
): Diagnostic[] {
  if (timeoutMs !== undefined && timeoutMs > 0) return []
  const message = `timeout of check ${name} must be a duration such as 90s or 15m, not "${timeout}"`
  return [error('config/value', message, { at: placeOf('.timeout') })]
}

function reportProblems(
  name: string,
  { parser = 'none', report }: CheckConfig,
  placeOf: PlaceOf,
): Diagnostic[] {
  if (report === undefined) {
    if (parser === 'none') return []
    const message = `check ${name} has the parser ${parser} and no report to parse`
    const fix = 'add report: with the path of the file that the command writes'
    return [error('config/report', message, { at: placeOf('.parser'), fix })]
  }
  if (parser !== 'none')
    return outside([report], `report of check ${name}`, () => placeOf('.report'))
  const message = `check ${name} writes a report that nobody reads`
  const fix = 'add parser: junit, lcov or cobertura, or remove report:'
  return [error('config/report', message, { at: placeOf('.report'), fix })]
}

function outside(paths: readonly string[], what: string, at: () => Location): Diagnostic[] {
  return paths
    .filter(path => 'problem' in normalisePath(path))
    .map(path =>
      error('config/path', `${what}: "${path}" must lie inside the repository`, { at: at() }),
    )
}

function ownVariables(name: string, { environment }: CheckConfig, placeOf: PlaceOf): Diagnostic[] {
  return (environment ?? []).filter(isOwnVariable).map(variable =>
    error('config/environment', `${variable} is Fixpoint's own and never reaches check ${name}`, {
      at: placeOf('.environment'),
      fix: 'remove it',
    }),
  )
}
