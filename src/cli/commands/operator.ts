// What a person may say to a run while it goes on: pause, resume, cancel, retry, skip, answer, accept, reject, override. Each is an event with its
// author and reason; none of them touches anything but the journal.

import { parseDuration } from '../../base/duration.ts'
import type { Scope } from '../../kernel/event.ts'
import type { OptionSpecs } from '../command.ts'
import { findUnit } from '../runs/find.ts'
import { operator, scopeOf } from '../runs/operator.ts'
import { scopeForBudget } from '../runs/spender.ts'
import { UsageError } from '../usage.ts'

const override: OptionSpecs = {
  override: {
    type: 'boolean',
    help: 'go on although the same failure came twice and nobody reproduced it',
  },
}

export const pause = operator({
  name: 'pause',
  summary: 'start nothing new in the project, a run or a unit; what runs goes on',
  usage: '[run:ID|UNIT]',
  words: [0, 1],
  examples: [
    'fixpoint pause',
    'fixpoint pause run:r1',
    'fixpoint pause T02 -m "after the release"',
  ],
  request: (state, { word }, signed) => ({ type: 'pause', scope: scopeOf(state, word), ...signed }),
})

export const resume = operator({
  name: 'resume',
  summary: 'take back a pause',
  usage: '[run:ID|UNIT]',
  words: [0, 1],
  examples: ['fixpoint resume', 'fixpoint resume T02'],
  request: (state, { word }, signed) => ({
    type: 'resume',
    scope: scopeOf(state, word),
    ...signed,
  }),
})

export const cancel = operator({
  name: 'cancel',
  summary: 'end a run or a unit for good; its agents are stopped',
  usage: 'run:ID|UNIT',
  words: [1, 1],
  examples: ['fixpoint cancel run:r1', 'fixpoint cancel T02 -m "not wanted any more"'],
  request(state, { word }, signed) {
    const scope = scopeOf(state, word) as Exclude<Scope, { kind: 'project' }>
    return { type: 'cancel', scope, ...signed }
  },
})

export const retry = operator({
  name: 'retry',
  summary: 'give a unit that ended without landing, or waits for a person, another chance',
  usage: 'UNIT',
  words: [1, 1],
  options: override,
  examples: ['fixpoint retry T02', 'fixpoint retry r1/T02 --override -m "the network was down"'],
  request: (state, { word, overrides }, signed) => ({
    type: 'retry',
    unit: findUnit(state, word!).id,
    override: overrides,
    ...signed,
  }),
})

export const skip = operator({
  name: 'skip',
  summary: 'leave a unit out; what depends on it is skipped too',
  usage: 'UNIT',
  words: [1, 1],
  examples: ['fixpoint skip T02 -m "done by hand"'],
  request: (state, { word }, signed) => ({
    type: 'skip',
    unit: findUnit(state, word!).id,
    ...signed,
  }),
})

export const answer = operator({
  name: 'answer',
  summary: 'answer the question of a unit; the words reach its next attempt as they are',
  usage: 'UNIT TEXT',
  words: [2, 2],
  options: override,
  examples: ['fixpoint answer T02 "use the second way"'],
  request: (state, { word, text, overrides }, { by }) => ({
    type: 'answer',
    unit: findUnit(state, word!).id,
    text,
    by,
    override: overrides,
  }),
})

export const accept = operator({
  name: 'accept',
  summary: 'accept the change of a unit that waits for a review',
  usage: 'UNIT',
  words: [1, 1],
  examples: ['fixpoint accept T02'],
  request: (state, { word }, signed) => ({
    type: 'accept',
    unit: findUnit(state, word!).id,
    ...signed,
  }),
})

export const reject = operator({
  name: 'reject',
  summary: 'reject the change of a unit that waits for a review; the words reach its next attempt',
  usage: 'UNIT TEXT',
  words: [2, 2],
  examples: ['fixpoint reject T02 "keep the old name"'],
  request: (state, { word, text }, { by }) => ({
    type: 'reject',
    unit: findUnit(state, word!).id,
    comments: text,
    by,
  }),
})

export const overrideBudget = operator({
  name: 'override',
  summary: 'say how long the agents of a run, a unit or the day may work, all in all',
  usage: 'run:ID|UNIT|day',
  words: [1, 1],
  options: {
    time: { type: 'string', value: 'TIME', help: 'how long its agents may work, all in all: 2h' },
  },
  examples: [
    'fixpoint override run:r1 --time 8h',
    'fixpoint override day --time 20h -m "the release is tomorrow"',
  ],
  request(state, { word, time }, signed, now) {
    const timeMs = parseDuration(time ?? '')
    if (!timeMs) throw new UsageError('--time says how long agents may work', 'for example 2h')
    const scope = scopeForBudget(state, word!, timeMs, now)
    return { type: 'override', scope, budget: { timeMs }, ...signed }
  },
})
