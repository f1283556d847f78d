// The commit that would land, made in memory: the tip of the line with the changes of one attempt, one commit for one unit.

import { sha256 } from '../../base/hash.ts'
import { canonicalJson } from '../../base/json.ts'
import type { Outcomes } from '../../kernel/effect.ts'
import type { Failure, Unit } from '../../kernel/model.ts'
import { findRow, rowAt } from '../../kernel/structure/rows.ts'
import { buildCandidate } from '../../workspace/candidate.ts'
import type { Person } from '../../workspace/commit.ts'
import { runGit } from '../../workspace/git.ts'
import { landingMessage } from '../../workspace/message.ts'
import { committerOf, type House, orderOf, personOf, secondsOf, unitOf } from '../house.ts'
import type { EffectOf } from '../ports.ts'
import { refuseGone } from '../recognise.ts'
import { conflictFailure } from './conflict.ts'
import { holdCandidate, isGone } from './held-candidate.ts'

export async function build(
  house: House,
  { unit: id, attempt, tree, onto }: EffectOf<'build'>,
): Promise<Outcomes['build']> {
  const unit = unitOf(house, id)
  if (await isGone(house, onto)) return withoutGround(house, unit, onto)
  const { brings } = unit.spec
  const committer = committerOf(house.manners)
  const author =
    unit.hand === undefined
      ? (orderOf(house, unit).authors?.[0] ?? personOf(house.manners))
      : await authorOf(house.repository, tree)
  const merged = await buildCandidate(house.repository, {
    onto,
    attempt: brings ?? tree,
    isMerge: brings !== undefined,
    message: messageOf(house, unit, attempt),
    author,
    committer,
    atSeconds: secondsOf(house.now()),
    signing: house.manners.signing,
  })
  if (merged.kind === 'candidate') {
    const { commit } = merged.candidate
    await holdCandidate(house, id, commit)
    return { ok: true, commit }
  }
  if (merged.kind === 'nothing-new') return { ok: false, failure: nothingNew }
  return { ok: false, failure: conflictFailure(house, merged.conflicts, itConflicts) }
}

/** A candidate ahead is made anew; what landed, or is landing, is for a person to bring back. */
function withoutGround(house: House, unit: Unit, onto: string): Outcomes['build'] {
  const { runs, units } = house.state()
  const run = findRow(runs, unit.run)!
  const line = run.line.map(order => rowAt(units, order))
  const ahead = line.find(each => each.candidate?.commit === onto)
  return ahead?.status === 'queued' ? { ok: 'gone' } : refuseGone({ ...run, tip: onto })
}

/** Who kept the tree, where a person made it: not always who drives the project. */
async function authorOf({ git }: House['repository'], commit: string): Promise<Person> {
  const { stdout } = await runGit(git, ['log', '-1', '--format=%an%n%ae', commit])
  const [name = '', email = ''] = stdout.toString().trim().split('\n')
  return { name, email }
}

function messageOf(house: House, unit: Unit, attempt: number): string {
  const order = orderOf(house, unit)
  const judgedBy = { order: unit.spec.brief ?? '', tree: unit.tree ?? '' }
  return landingMessage(
    {
      unit: unit.id,
      attempt: String(attempt),
      agent: unit.hand === undefined ? (unit.agent ?? 'none') : `none, by hand of ${unit.hand}`,
      evidence: sha256(canonicalJson(judgedBy)).slice(0, 16),
      title: order.title,
      source: order.source?.commit,
      body: order.body,
    },
    {
      template: order.commit?.message,
      signedOffBy: house.manners.isSignedOff ? committerOf(house.manners) : undefined,
      coAuthors: order.authors?.slice(1),
    },
  )
}

const itConflicts = 'it conflicts with what landed meanwhile'

export const NOTHING_NEW = 'nothing new'

const nothingNew: Failure = {
  class: 'no_change',
  summary: 'everything in it stands on the line already',
  signature: NOTHING_NEW,
}
