// The `workspace:` part of the configuration, checked before anything starts: what cannot work is refused with its place.

import { type Diagnostic, error, type Location } from '../../base/diagnostic.ts'
import { normalisePath } from '../../base/paths.ts'
import type { ConfigFile } from '../../contract/config.ts'
import type { PortOrder } from '../../contract/order.ts'
import { defaultLimits } from '../../kernel/policy.ts'
import type { Offer } from '../../work/compile.ts'
import { defaultPorts } from '../../workspace/ports.ts'

type WorkspaceOffer = Pick<Offer, 'setup' | 'environment' | 'carry' | 'ports'>
type PlaceOf = (key: string) => Location

export interface ReadWorkspace {
  readonly offer: WorkspaceOffer
  readonly problems: readonly Diagnostic[]
}

export function readWorkspace(
  config: ConfigFile,
  placeOf: PlaceOf,
  workers: number | undefined,
): ReadWorkspace {
  const workspace = config.workspace ?? {}
  const { setup, environment = [], carry = [] } = workspace
  const ports = workspace.ports && readPorts(workspace.ports)
  const problems = [
    ...carry.flatMap(each => carryProblem(each, placeOf)),
    ...(workspace.ports ? portProblems(ports, workspace.ports, placeOf, workers) : []),
  ]
  return { offer: { setup, environment, carry, ports }, problems }
}

function carryProblem(pattern: string, placeOf: PlaceOf): readonly Diagnostic[] {
  if (!('problem' in normalisePath(pattern))) return []
  return [
    error('workspace/carry', `workspace.carry names ${pattern}, which lies outside the project`, {
      at: placeOf('workspace.carry'),
      fix: 'name files below the root of the project',
    }),
  ]
}

type Ports = NonNullable<NonNullable<ConfigFile['workspace']>['ports']>

/** Undefined where the range cannot be read. */
function readPorts({ range, count = defaultPorts.count }: Ports): PortOrder | undefined {
  if (range === undefined) return { ...defaultPorts, count }
  const match = /^(\d{1,5})-(\d{1,5})$/.exec(range)
  return match ? { from: Number(match[1]), to: Number(match[2]), count } : undefined
}

const FIRST_FREE_PORT = 1024
const LAST_PORT = 65_535

function portProblems(
  ports: PortOrder | undefined,
  { range }: Ports,
  placeOf: PlaceOf,
  workers: number | undefined,
): readonly Diagnostic[] {
  const report = (message: string, fix: string) => [
    error('workspace/ports', message, { at: placeOf('workspace.ports'), fix }),
  ]
  if (!ports || ports.from < FIRST_FREE_PORT || ports.to > LAST_PORT || ports.from > ports.to)
    return report(
      `"${range}" is no range of ports`,
      `write the first and the last, between ${FIRST_FREE_PORT} and ${LAST_PORT}: 20000-29999`,
    )
  const blocks = Math.floor((ports.to - ports.from + 1) / ports.count)
  const needed = workspacesAtOnce(workers)
  return blocks >= needed
    ? []
    : report(
        `${ports.from}-${ports.to} holds ${blocks} blocks of ${ports.count} ports, and ${needed} workspaces may be open at once`,
        `use a range of at least ${needed * ports.count} ports, or a smaller count`,
      )
}

/** Those that are prepared, worked in and judged, and one to evaluate in. */
function workspacesAtOnce(workers: number | undefined): number {
  const { prepare, work, judge } = defaultLimits
  return (workers ?? prepare) + (workers ?? work) + judge + 1
}
