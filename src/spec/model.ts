// The desired state as a value: what resources there must be, what each must contain, and how they hang together.

import type { Location } from '../base/diagnostic.ts'
import type { Level } from '../contract/level.ts'

export interface Resource {
  readonly address: string
  readonly type: string
  readonly name: string
  readonly description: string | undefined
  readonly attributes: Readonly<Record<string, unknown>>
  readonly dependsOn: readonly string[]
  /** Paths and globs, normalised. */
  readonly files: readonly string[]
  readonly tests: readonly string[]
  readonly checks: readonly string[]
  /** As written on the resource; the level in force is `requiredLevel`. */
  readonly require: Level | undefined
  readonly isOptional: boolean
  readonly weight: number
  readonly blocked: { readonly since: string; readonly by: string } | undefined
  readonly connects: readonly Connection[]
  readonly group: string | undefined
  readonly at: Location
}

export interface Connection {
  readonly to: string
  readonly via: string | undefined
  readonly label: string | undefined
}

export interface Backend {
  readonly type: string
  readonly config: Readonly<Record<string, unknown>>
}

export interface Move {
  readonly from: string
  readonly to: string
  readonly at: Location
}

export interface Removal {
  readonly address: string
  readonly reason: string | undefined
  readonly at: Location
}

export interface Spec {
  /** The file that was asked for; included files are named by `Resource.at`. */
  readonly file: string
  readonly backend: Backend | undefined
  /** Required levels by resource type. */
  readonly typeLevels: Readonly<Record<string, Level>>
  /** In declaration order. */
  readonly resources: readonly Resource[]
  readonly moved: readonly Move[]
  readonly removed: readonly Removal[]
}

/** DESIGN's rule: own `require`, else the type's, else passing with checks, tested with tests, substantive. */
export function requiredLevel(spec: Spec, resource: Resource): Level {
  const asked = resource.require ?? spec.typeLevels[resource.type]
  if (asked) return asked
  if (resource.checks.length > 0) return 'passing'
  return resource.tests.length > 0 ? 'tested' : 'substantive'
}
