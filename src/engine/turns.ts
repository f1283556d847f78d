// The trees that agents left at the end of their turns, kept while they went on: how they are named, and which ones there are.

import { ATTEMPT_REFS, attemptOf } from '../workspace/attempt-ref.ts'
import { type Environment, runGitAsUser } from '../workspace/git.ts'
import { attemptId } from './house.ts'

export interface Turn {
  readonly attempt: number
  readonly turn: number
  readonly commit: string
}

export const turnId = (attempt: string, turn: number) => `${attempt}:turn.${turn}`

/** Of one unit, in their order. */
export async function readTurns(
  root: string,
  unit: string,
  environment: Environment,
): Promise<readonly Turn[]> {
  const words = ['for-each-ref', '--format=%(objectname) %(refname)', ATTEMPT_REFS]
  const { stdout } = await runGitAsUser('git', root, environment, words)
  const found = stdout
    .toString()
    .split('\n')
    .filter(Boolean)
    .flatMap(line => readTurn(unit, line))
  return found.sort((a, b) => a.attempt - b.attempt || a.turn - b.turn)
}

function readTurn(unit: string, line: string): Turn[] {
  const [commit = '', ref = ''] = line.split(' ')
  const match = /#(\d+):turn\.(\d+)$/.exec(attemptOf(ref))
  if (!match) return []
  const [attempt, turn] = [Number(match[1]), Number(match[2])]
  const isOfUnit = attemptOf(ref) === turnId(attemptId(unit, attempt), turn)
  return isOfUnit ? [{ attempt, turn, commit }] : []
}
