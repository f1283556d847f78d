// What a resource declares, as names to look for.

import type { Resource } from '../spec/model.ts'
import { matchRules } from './matching/rules.ts'

export interface Expectation {
  readonly attribute: string
  /** As a person wrote it. */
  readonly name: string
}

/** Every name that the resource promises, in the order of the table. */
export function expectationsOf({
  attributes,
}: Pick<Resource, 'attributes'>): readonly Expectation[] {
  const endpoint = endpointOf(attributes)
  return [
    ...(endpoint === undefined ? [] : [{ attribute: 'endpoints', name: endpoint }]),
    ...matchRules.flatMap(({ attribute }) =>
      wordsIn(attributes[attribute]).map(name => ({ attribute, name })),
    ),
  ]
}

function endpointOf({ method, path }: Resource['attributes']): string | undefined {
  return typeof path === 'string'
    ? `${typeof method === 'string' ? method : 'ANY'} ${path}`
    : undefined
}

/** A single word stands for a list of one. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}
