// What a process in a workspace finds in its environment: names that are allowed, and what the workspace itself gives. Keys and tokens
// of whoever started Fixpoint are not among them unless the configuration names them.

import type { Environment } from './git.ts'
import type { Workspace } from './pool.ts'
import type { PortBlock } from './ports.ts'

export interface EnvironmentContract {
  /** Names from `workspace.environment`; `*` stands for any letters. */
  readonly allowed: readonly string[]
  readonly ports: PortBlock
}

/** By it a process is known to belong to a workspace, wherever it stands. */
export const WORKSPACE_VARIABLE = 'FIXPOINT_WORKSPACE'

const ALWAYS = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LC_*', 'TZ', 'TERM', 'TMPDIR']

/** Never passed on, whatever is allowed: they would point git, or Fixpoint, at another repository. */
const never = /^(GIT_|FIXPOINT_)/

export function workspaceEnvironment(
  given: Environment,
  workspace: Pick<Workspace, 'environment' | 'path'>,
  { allowed, ports }: EnvironmentContract,
): Readonly<Record<string, string>> {
  const rules = [...ALWAYS, ...allowed].map(toRule)
  const kept = Object.entries(given).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && !never.test(pair[0]) && rules.some(rule => rule.test(pair[0])),
  )
  return { ...Object.fromEntries(kept), ...givenBy(workspace, ports) }
}

/** What the workspace itself gives, whoever works in it. */
export const givenBy = (
  { environment, path }: Pick<Workspace, 'environment' | 'path'>,
  { first, count }: PortBlock,
): Readonly<Record<string, string>> => ({
  ...environment,
  PORT: String(first),
  FIXPOINT_PORT_FIRST: String(first),
  FIXPOINT_PORT_COUNT: String(count),
  [WORKSPACE_VARIABLE]: path,
})

function toRule(name: string): RegExp {
  return new RegExp(`^${name.replace(/[^\w*]/g, '\\$&').replaceAll('*', '\\w*')}$`)
}
