// What answers a command that a variant of a Rust enum declares: the arm of a match that names the variant. Looks into the file of
// the enum only; where no arm is found nothing is said.

import type { Command } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

type Answer = Pick<Command, 'handler' | 'isStub'>

const refusing = /^\{?\s*(?:todo|unimplemented)!\s*[([{][^;]*;?\s*\}?$/
const called = /^\{?\s*([\w:]+)\((?:[^;{}])*\)(?:\.await)?\??;?\s*\}?$/

/** By the name of the variant without case and separators. */
export function commandArms(root: Tree): ReadonlyMap<string, Answer> {
  const arms = new Map<string, Answer>()
  for (const arm of root.findAll({ rule: { kind: 'match_arm' } })) {
    const pattern = arm.field('pattern')?.text() ?? ''
    const body = (arm.field('value')?.text() ?? '').trim()
    const answer = {
      handler: called.exec(body)?.[1]?.replaceAll('::', '.') ?? '',
      isStub: refusing.test(body),
    }
    for (const [, variant] of pattern.matchAll(/::(\w+)(?=\s*(?:[|({)]|$))/g))
      if (!arms.has(plainName(variant!))) arms.set(plainName(variant!), answer)
  }
  return arms
}

export const plainName = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
