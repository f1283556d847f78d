// A command by which a person says one thing about the project, a run or a unit. It is written to the journal with author and reason;
// what is to be typed next is said where nobody drives. Performs nothing.

import type { Diagnostic } from '../../base/diagnostic.ts'
import type { Request } from '../../engine/ledger.ts'
import type { BudgetScope, Scope } from '../../kernel/event.ts'
import type { State, Unit } from '../../kernel/model.ts'
import { findRow } from '../../kernel/structure/rows.ts'
import { type Command, command, type OptionSpecs } from '../command.ts'
import { findRoot } from '../project-place.ts'
import type { World } from '../world.ts'
import { type Act, act } from './act.ts'
import { changedWarnings } from './changed-text.ts'
import { eventText } from './event-text.ts'
import { findRun, findUnit } from './find.ts'
import { goOnNotes } from './going-on.ts'
import { refuseStalled } from './looking-ahead.ts'

export interface ActOptions {
  readonly word: string | undefined
  readonly text: string
  readonly reason: string
  readonly overrides: boolean
  readonly time: string | undefined
}

interface Signed {
  readonly by: string
  readonly reason: string
}

interface Words {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly words: readonly [min: number, max: number]
  readonly options?: OptionSpecs
  readonly examples: readonly string[]
  readonly request: (state: State, options: ActOptions, signed: Signed, now: string) => Request
}

interface Acted extends Act {
  readonly next: readonly string[]
  readonly warnings: readonly Diagnostic[]
}

/** What is to go on. Whoever ends something wants no advice about how to begin it again. */
function aboutOf(request: Request): Scope | BudgetScope {
  if (request.type === 'skip' || request.type === 'cancel') return { kind: 'project' }
  if ('scope' in request && request.scope) return request.scope
  return 'unit' in request ? { kind: 'unit', unit: request.unit } : { kind: 'project' }
}

export function operator({ words: [min, max], options = {}, request, ...words }: Words): Command {
  return command<ActOptions, Acted>({
    ...words,
    positionals: { min, max },
    options: {
      ...options,
      reason: {
        type: 'string',
        short: 'm',
        value: 'TEXT',
        help: 'why, for whoever reads it later',
      },
    },
    read: args => ({
      word: args.positionals[0],
      text: args.positionals[1] ?? '',
      reason: args.text('reason') ?? `fixpoint ${words.name}`,
      overrides: args.flag('override'),
      time: args.text('time'),
    }),
    async run(given, world) {
      const asked: Request[] = []
      const acted = await act(
        world,
        state => {
          const signed = { by: world.user, reason: given.reason }
          const made = request(state, given, signed, world.now())
          asked.push(made)
          return made
        },
        words.name,
        (state, made) => stalledBy(state, made, world),
      )
      const last = asked.at(-1)!
      const next = goOnNotes(findRoot(world.cwd), acted.state, aboutOf(last), world.now())
      return { ...acted, next, warnings: await changesFor(acted.state, last, world) }
    },
    view: ({ events, isDriven, next, warnings }) => ({
      text: events.map(eventText).join('\n'),
      json: { events: events.map(each => ({ ...each, text: eventText(each) })), driven: isDriven },
      notes: next,
      warnings,
    }),
  })
}

/** Acts that lead to another attempt, which goes by what was ordered then. */
const leadsOn: ReadonlySet<Request['type']> = new Set(['retry', 'answer', 'reject'])

async function changesFor(state: State, request: Request, world: World) {
  const units = ledOn(state, request)
  return units.length === 0 ? [] : changedWarnings(findRoot(world.cwd), state, units, world)
}

async function stalledBy(state: State, request: Request, world: World): Promise<void> {
  const root = findRoot(world.cwd)
  const units = ledOn(state, request)
  if (units.length > 0) await refuseStalled(root, state, units, world)
  if (request.type === 'accept' && request.unit !== undefined)
    await refuseStalled(root, state, [unitOf(state, request.unit)], world, 'land')
}

function ledOn(state: State, request: Request): readonly Unit[] {
  if (!leadsOn.has(request.type) || !('unit' in request) || !request.unit) return []
  return [unitOf(state, request.unit)]
}

const unitOf = (state: State, id: string): Unit => findRow(state.units, id)!

/** A run by run:ID or its name, a unit by its own; nothing means the whole project. */
export function scopeOf(state: State, word: string | undefined): Scope {
  if (word === undefined) return { kind: 'project' }
  if (word.startsWith('run:') || findRow(state.runs, word))
    return { kind: 'run', run: findRun(state, word).id }
  return { kind: 'unit', unit: findUnit(state, word).id }
}
