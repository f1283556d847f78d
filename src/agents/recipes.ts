// The agents of a project as its config declares them, with every mistake in its place. Starts nothing.

import { isOwnVariable } from '../base/allowed-environment.ts'
import { type Diagnostic, error, type Location } from '../base/diagnostic.ts'
import { parseDuration } from '../base/duration.ts'
import { sortedBy } from '../base/order.ts'
import type { AgentConfig, ConfigFile } from '../contract/config.ts'
import type { AgentRecipe } from '../contract/order.ts'

export interface ReadAgents {
  /** By name. */
  readonly agents: readonly AgentRecipe[]
  readonly problems: readonly Diagnostic[]
}

const DEFAULT_TIMEOUT_MS = 60 * 60_000

/** `placeOf` tells where a dotted key of the config stands. */
export function readAgents(config: ConfigFile, placeOf: (key: string) => Location): ReadAgents {
  const read = sortedBy(Object.entries(config.agents ?? {}), ([name]) => name).map(
    ([name, agent]) => readAgent(name, agent, key => placeOf(`agents.${name}.${key}`)),
  )
  return {
    agents: read.map(each => each.agent),
    problems: read.flatMap(each => each.problems),
  }
}

function readAgent(name: string, config: AgentConfig, placeOf: (key: string) => Location) {
  const problems: Diagnostic[] = []
  const { command, environment = [] } = config
  if (command.length === 0)
    problems.push(
      error('config/value', `command of agent ${name} is empty`, {
        at: placeOf('command'),
        fix: 'name a program, and then its arguments',
      }),
    )
  for (const variable of environment.filter(isOwnVariable))
    problems.push(
      error('config/environment', `${variable} is Fixpoint's own and never reaches agent ${name}`, {
        at: placeOf('environment'),
        fix: 'remove it',
      }),
    )
  const duration = (key: 'timeout' | 'silence') => {
    const value = config[key]
    const ms = value === undefined ? undefined : parseDuration(String(value))
    if (value !== undefined && (ms === undefined || ms <= 0))
      problems.push(
        error(
          'config/value',
          `${key} of agent ${name} must be a duration such as 90s or 15m, not "${value}"`,
          {
            at: placeOf(key),
          },
        ),
      )
    return ms
  }
  const timeoutMs = duration('timeout') ?? DEFAULT_TIMEOUT_MS
  const agent: AgentRecipe = {
    name,
    command,
    environment,
    timeoutMs,
    silenceMs: duration('silence'),
  }
  return { agent, problems }
}
