// One session of an agent in its workspace: composes what it reads, lets it work under its limits, and takes the tree that it leaves.
// What the agent says of itself decides only whether it needs a person; whether the work is good is for the judges.

import { join } from 'node:path'
import { runCommandAgent } from '../../agents/adapters/command.ts'
import { composePrompt, type PromptParts } from '../../agents/prompt.ts'
import { type Redact, redactor } from '../../agents/redact.ts'
import type { SessionEnd } from '../../agents/session.ts'
import { refuse } from '../../base/diagnostic.ts'
import { judgeChangeSet } from '../../checks/judges/change-set.ts'
import type { AgentRecipe, Order } from '../../contract/order.ts'
import { budgetLeft } from '../../kernel/budget.ts'
import type { Outcomes } from '../../kernel/effect.ts'
import type { Failure, Unit } from '../../kernel/model.ts'
import { keepAttempt } from '../../workspace/attempt-ref.ts'
import { takeChangeSet } from '../../workspace/change-set.ts'
import type { Workspace } from '../../workspace/pool.ts'
import { keepTrouble } from '../asides.ts'
import { failureOf, isSome } from '../failure.ts'
import { attemptId, type House, orderOf, personOf, secondsOf, unitOf } from '../house.ts'
import type { Circumstances, EffectOf } from '../ports.ts'
import { claimedFromTop, projectIn } from '../project-folder.ts'
import { turnKeeper } from './keep-turns.ts'
import { meterSession } from './metering.ts'
import { openDesk } from './prepare.ts'
import { environmentIn } from './setup.ts'
import { transcriptOf } from './transcript.ts'

type Worked = Outcomes['work']

export async function work(
  house: House,
  effect: EffectOf<'work'>,
  circumstances: Circumstances,
): Promise<Worked> {
  const { signal } = circumstances
  const { unit: id, attempt, base } = effect
  const unit = unitOf(house, id)
  const purpose = attemptId(id, attempt)
  const workspace =
    house.desks.find(purpose) ??
    (await openDesk(house, id, { purpose, base, from: unit.kept, signal }))
  try {
    const end = await session(house, effect, unit, workspace, circumstances)
    if (end.kind === 'not-started')
      keepTrouble(house.root, id, end.problem.code, end.problem.message)
    return await outcomeOf(house, workspace, purpose, end, orderOf(house, unit))
  } finally {
    house.desks.close(purpose)
  }
}

async function session(
  house: House,
  { attempt, agent }: EffectOf<'work'>,
  unit: Unit,
  workspace: Workspace,
  { signal, meter }: Circumstances,
): Promise<SessionEnd> {
  const order = orderOf(house, unit)
  const recipe = recipeOf(order, agent)
  const { environment, redact } = await surroundings(house, workspace, order, recipe)
  const continues = house.desks.isLaid(workspace.attempt)
  const prompt = promptOf(house, unit, order, { attempt, continues })
  const transcript = transcriptOf(house.transcripts, workspace.attempt, house.now)
  await transcript.write('prompt', redact(prompt))
  const endMetering = meterSession({ meter, left: () => timeLeft(house, unit.id) })
  const { end, durationMs, tier } = await runCommandAgent({
    recipe,
    prompt,
    promptFile: join(workspace.slot.folder, 'brief.md'),
    folder: projectIn(house, workspace),
    environment,
    redact,
    onText: transcript.write,
    onTurn: turnKeeper(house, workspace, order, transcript),
    signal,
  }).finally(endMetering)
  await transcript.write('end', `${end.kind} after ${durationMs} ms, contained by ${tier}\n`)
  return end
}

/** By what the kernel knows now; every session at work may draw on the same budget. */
function timeLeft(house: House, id: string) {
  const state = house.state()
  const { timeMs } = budgetLeft(state, unitOf(house, id), house.now())
  return timeMs === undefined ? undefined : { timeMs, sharers: state.slots.work }
}

function recipeOf({ agents, name }: Order, agent: string | null): AgentRecipe {
  const found = agents.find(each => each.name === agent)
  if (!found) throw new Error(`invariant: ${name} was compiled with the agent ${agent}`)
  return found
}

/** The values of variables that an agent was given by name are secrets, as far as its transcript goes. */
async function surroundings(
  house: House,
  workspace: Workspace,
  order: Order,
  recipe: AgentRecipe,
): Promise<{ readonly environment: Readonly<Record<string, string>>; readonly redact: Redact }> {
  const usual = await environmentIn(house, workspace, order.environment, order.ports)
  const environment = await environmentIn(
    house,
    workspace,
    [...order.environment, ...recipe.environment],
    order.ports,
  )
  const given = Object.keys(environment).filter(name => !Object.hasOwn(usual, name))
  return { environment, redact: redactor(given.map(name => environment[name]!)) }
}

function promptOf(
  { artifacts }: House,
  unit: Unit,
  order: Order,
  parts: Pick<PromptParts, 'attempt' | 'continues'>,
): string {
  const read = (hash: string) => artifacts.read(hash).toString('utf8')
  return composePrompt({
    order,
    ...parts,
    failures: unit.failures.map(failure => ({
      failure,
      evidence: (failure.details ?? []).map(read),
    })),
    notes: unit.notes,
  })
}

/** The tree is taken however the session ended: the work of an agent that was stopped or died may still be wanted. */
async function outcomeOf(
  house: House,
  workspace: Workspace,
  attempt: string,
  end: SessionEnd,
  order: Order,
): Promise<Worked> {
  if (end.kind === 'unkillable')
    refuse('agent/unkillable', `processes of ${attempt} do not die: ${end.pids.join(', ')}`, {
      fix: 'end them by hand; their workspace is not used again before',
    })
  const claimed = claimedFromTop(house, order)
  const taken = await takeChangeSet(house.repository, workspace, { claimed })
  const author = personOf(house.manners)
  const atSeconds = secondsOf(house.now())
  const hasChanges = taken.changes.length > 0
  const tree = await keepAttempt(house.repository, taken, { attempt, author, atSeconds })
  if (end.kind === 'cancelled') return { ok: 'stopped', tree: hasChanges ? tree : null }
  if (end.kind === 'ended' && end.result.kind === 'blocked')
    return { ok: 'blocked', brief: end.result.brief }
  const isWhole = taken.withheld.length === 0 && taken.unfiltered.length === 0
  const vetoes = isWhole ? [] : judgeChangeSet({ ...taken, produces: [] })
  const failure =
    sessionFailure(end, house) ?? (isSome(vetoes) ? failureOf(vetoes, house.artifacts) : undefined)
  return failure === undefined ? { ok: true, tree } : { ok: false, failure, tree }
}

function sessionFailure(end: SessionEnd, { artifacts }: House): Failure | undefined {
  switch (end.kind) {
    case 'crashed':
      return {
        class: 'agent_error',
        summary: `the agent ended with ${end.how}`,
        ...(end.said !== '' && { details: [artifacts.put(end.said)] }),
      }
    case 'timeout':
      return { class: 'timeout', summary: `the agent did not end within ${end.limitMs / 1000} s` }
    case 'silent':
      return { class: 'timeout', summary: `the agent said nothing for ${end.limitMs / 1000} s` }
    case 'not-started':
      return { class: 'infrastructure', summary: end.problem.message }
    case 'ended':
      return resultFailure(end.result)
    default:
      return undefined
  }
}

type Ended = Extract<SessionEnd, { kind: 'ended' }>

function resultFailure(result: Ended['result']): Failure | undefined {
  if (result.kind === 'missing')
    return { class: 'result_invalid', summary: 'the agent ended without a result block' }
  if (result.kind === 'malformed')
    return { class: 'result_invalid', summary: `its result block cannot be read: ${result.why}` }
  return undefined
}
