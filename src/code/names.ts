// Qualified names of the declarations of one file: `A.run` for the method of a class. Pure.

import type { Outline } from './model.ts'

/** One name per declaration, in the same order. */
export function qualifiedNames({ declarations }: Pick<Outline, 'declarations'>): readonly string[] {
  const names: string[] = []
  for (const { name, parent } of declarations) {
    const outer = names[parent]
    names.push(outer === undefined ? name : `${outer}.${name}`)
  }
  return names
}
