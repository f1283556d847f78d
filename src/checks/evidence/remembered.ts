// Evidence as it is written down, with the questions that it rests on, and its text: the questions of all resources in one line, then
// the evidence of each in a line of its own, so that what is not asked for is not unfolded. Pure.

import { sha256 } from '../../base/hash.ts'
import type { FileHead } from '../../code/codebase.ts'
import type { TreeMark } from '../../code/git-tree.ts'

/** Files are named by their place in `paths`. */
export interface Remembered {
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
  readonly resources: ReadonlyMap<string, RememberedEvidence>
}

export interface RememberedEvidence {
  /** What was declared. */
  readonly key: string
  /** JSON. */
  readonly evidence: string
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

export function encodeRemembered({ resources, ...rest }: Remembered): string {
  const questions = [...resources].map(([address, { evidence, ...asked }]) => [address, asked])
  const texts = [...resources.values()].map(each => each.evidence)
  return [JSON.stringify({ ...rest, questions }), ...texts].join('\n')
}

/** Of what was encoded: whoever kept it knows that it is whole. */
export function decodeRemembered(bytes: Buffer): Remembered {
  const headEnd = bytes.indexOf('\n')
  const { questions, ...rest } = JSON.parse(bytes.toString('utf8', 0, headEnd)) as Head
  let texts: readonly string[] | undefined
  const evidenceAt = (index: number) => {
    texts ??= bytes.toString('utf8', headEnd + 1).split('\n')
    return texts[index]!
  }
  const resources = questions.map(([address, each], index) => {
    const known: RememberedEvidence = {
      ...each,
      get evidence() {
        return evidenceAt(index)
      },
    }
    return [address, known] as const
  })
  return { ...rest, resources: new Map(resources) }
}

interface Head extends Omit<Remembered, 'resources'> {
  readonly questions: readonly [address: string, questions: Omit<RememberedEvidence, 'evidence'>][]
}
