// The six parts that a human reads when a unit stops, put together from facts of the journal. Nothing in it was written by a model,
// except where the agent itself asks: that brief comes from its result and is passed on as it is.

import type { Brief, Failure, StopReason, Unit } from './model.ts'

const questions: { readonly [R in StopReason]: string } = {
  agent: 'What should the agent know to go on?',
  exhausted: 'No attempt is left. Should it be tried again, done differently, or dropped?',
  signature: 'The same failure came twice. What is it that the attempts cannot see?',
  plateau: 'Two attempts made no progress. Is what is reached good enough?',
  infrastructure: 'The environment keeps failing. Can it be repaired?',
  lasting: 'Waiting does not mend that. Will you cancel it, mend it, and run it anew?',
  hand: 'What was made by hand did not pass. Will you correct it, or shall an agent go on from it?',
  operator: 'Should this be tried again?',
}

const recommendations: { readonly [R in StopReason]: string } = {
  agent: 'Answer the question; the answer reaches the next attempt word for word.',
  exhausted:
    'Read the last failure, then answer with what to do differently, or make the unit smaller.',
  signature: 'Reproduce the failure on the base first: it may not be the work of this unit.',
  plateau: 'Look at the best tree, then accept less by changing the unit, or answer with a hint.',
  infrastructure: 'Repair the environment, then retry; the work that was done is kept.',
  lasting:
    'A run stays with what it began with, so another try fails alike: cancel this unit, commit what is missing, and run its unit file again.',
  hand: 'Open it again: what was made lies there. Retry it to let an agent go on from it.',
  operator: 'Retry it when the reason no longer holds.',
}

export function briefOf(unit: Unit, stop: StopReason, failure: Failure): Brief {
  const all = [...unit.failures, failure]
  return {
    question: stop === 'lasting' ? `${failure.summary}. ${questions.lasting}` : questions[stop],
    situation: `${unit.id} stopped in attempt ${unit.attempt} (${unit.status}): ${failure.summary}`,
    tried: all.map(each => `${each.class}: ${each.summary}`),
    evidence: all.flatMap(each => each.details ?? []),
    options: optionsAt(stop).map(each => `fixpoint ${each} ${unit.id}`),
    recommendation: recommendations[stop],
  }
}

function optionsAt(stop: StopReason): readonly string[] {
  if (stop === 'lasting') return ['cancel', 'skip', 'retry']
  return [...(stop === 'hand' ? ['open'] : []), 'answer', 'retry', 'skip', 'cancel']
}
