// Brings what landed to where the person who started the run wanted it.

import type { Outcomes } from '../../kernel/effect.ts'
import { deliver as deliverLine } from '../../workspace/deliver.ts'
import type { House } from '../house.ts'
import type { EffectOf } from '../ports.ts'
import { lineOf } from './land.ts'

export async function deliver(
  { repository }: House,
  { run, how, tip }: EffectOf<'deliver'>,
): Promise<Outcomes['deliver']> {
  if (how === 'pr') throw new Error('invariant: no run is started with --deliver pr')
  const { branch } = repository.facts
  if (how === 'ff' && branch === undefined) return { ok: true, status: 'conflicted' }
  const request = { line: lineOf(run), commit: tip, how, target: branch ?? '' }
  const { kind } = await deliverLine(repository, request)
  return { ok: true, status: kind === 'waiting' ? 'conflicted' : 'merged' }
}
