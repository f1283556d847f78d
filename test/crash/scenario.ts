// The runs in which the engine is killed: what stands in the project, how the run is started, and what must be true in the end.

import { branchScenarios } from './branch-scenarios.ts'
import type { Files, Place } from './place.ts'
import { runScenarios } from './run-scenarios.ts'

export interface Scenario {
  readonly name: string
  readonly make: () => Place | Promise<Place>
  readonly command: readonly string[]
  /** What the command ends with where all is well. */
  readonly code: number
  /** What must stand on the line, each once, by name. */
  readonly landed: readonly string[]
  /** Branches of persons beside `main`. */
  readonly branches: readonly string[]
  /** The one that is to stand where the line does in the end. */
  readonly target?: string
  /** What a person could see of their work. */
  readonly workOf: (place: Place) => Files
  /** The same in the end, from what it was before the start. */
  readonly workAfter: (before: Files) => Files
}

export const scenarios: readonly Scenario[] = [...runScenarios, ...branchScenarios]
