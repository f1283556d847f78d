// Evidence as it is written down, with the questions that it rests on, as two texts: what was asked, which is enough to tell whether
// all of it still holds, and what was found, a line for each resource, so that nothing is unfolded that nobody asks for. Pure.

import { sha256 } from '../../../base/hash.ts'
import type { FileHead } from '../../../code/codebase.ts'
import type { TreeMark } from '../../../code/git-tree.ts'

/** What was asked, of which files. Files are named by their place in `paths`. */
export interface Asked {
  /** Every file of the codebase in its order, and behind them those that were asked for and are none. */
  readonly paths: readonly string[]
  /** How many are files of the codebase. */
  readonly count: number
  /** Of the content of each; null for what was no file. */
  readonly ids: readonly (string | null)[]
  /** By place, what the heads that were asked for said where that was not `own`; null for those that could not be read. */
  readonly oddHeads: Readonly<Record<number, FileHead | null>>
  /** Digest of what the spec named. */
  readonly named: string
  /** What git said of the tree; null where it did not tell all. */
  readonly mark: TreeMark | null
  /** Digest of all that was found; null where some of it is not written down. */
  readonly found: string | null
  readonly resources: ReadonlyMap<string, Questions>
}

/** The same with what was found. */
export interface Remembered extends Asked {
  readonly resources: ReadonlyMap<string, RememberedEvidence>
}

export interface RememberedEvidence extends Questions {
  /** JSON. */
  readonly evidence: string
}

export interface Questions {
  /** What was declared. */
  readonly key: string
  readonly paths: readonly number[]
  readonly outlines: readonly number[]
  readonly heads: readonly number[]
  readonly names: readonly string[]
  readonly readsList: boolean
  readonly isWide: boolean
}

export const digestOfNamed = (named: readonly string[]) => sha256(named.join('\n'))

/** What was declared and found, without the questions: the same digest is the same evidence of the same resources. */
export const digestOfFound = (resources: Remembered['resources']) =>
  sha256([...resources.values()].map(each => `${each.key} ${each.evidence}`).join('\n'))

/** The two texts, apart. */
export interface Written {
  readonly asked: string
  readonly found: string
}

export function encodeRemembered({ resources, ...rest }: Remembered): Written {
  const questions = [...resources].map(([address, { evidence, ...asked }]) => [address, asked])
  const texts = [...resources.values()].map(each => each.evidence)
  return { asked: JSON.stringify({ ...rest, questions }), found: texts.join('\n') }
}

/** Of what was encoded: whoever kept it knows that it is whole. */
export function decodeAsked(text: string): Asked {
  const { questions, ...rest } = JSON.parse(text) as Head
  return { ...rest, resources: new Map(questions) }
}

interface Head extends Omit<Asked, 'resources'> {
  readonly questions: readonly [address: string, questions: Questions][]
}

/** `found` was written with what was asked. */
export function withFound(asked: Asked, found: string): Remembered {
  const texts = found.split('\n')
  const resources = [...asked.resources].map(
    ([address, each], index) => [address, { ...each, evidence: texts[index]! }] as const,
  )
  return { ...asked, resources: new Map(resources) }
}
