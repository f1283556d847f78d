// What a check result speaks for: the recipe, the environment it ran in and the contents it depended on. Two runs with one key are the
// same question, wherever and whenever they are asked.

import picomatch from 'picomatch'
import { sha256 } from '../base/hash.ts'
import { canonicalJson } from '../base/json.ts'
import type { CheckResult } from '../contract/check-result.ts'
import type { CheckOrder } from '../contract/order.ts'

/** Content hashes by path, relative to the repository root. */
export type Inputs = ReadonlyMap<string, string>

export interface Question {
  readonly recipe: CheckOrder
  /** What the command sees. */
  readonly environment: Readonly<Record<string, string>>
  /** `linux-x64`. */
  readonly platform: string
  /** What the programs that the recipe names say of themselves. */
  readonly versions: Readonly<Record<string, string>>
  readonly inputs: Inputs
}

/** A description explains and changes nothing; everything else of the recipe may change the outcome. */
export function checkKey({ recipe, inputs, ...circumstances }: Question): string {
  const { description: _, ...decisive } = recipe
  return sha256(
    canonicalJson({ recipe: decisive, ...circumstances, inputs: Object.fromEntries(inputs) }),
  )
}

/** The files that the recipe's globs choose; where it names none, what the caller knows that it depends on. */
export function declaredInputs({ inputs }: CheckOrder, files: Inputs, otherwise: Inputs): Inputs {
  if (inputs === undefined) return otherwise
  const isInput = picomatch([...inputs], { dot: true })
  return new Map([...files].filter(([path]) => isInput(path)))
}

/** A stale result still stands, and says so. */
export function isStale(result: CheckResult, currentKey: string): boolean {
  return result.key !== currentKey
}
