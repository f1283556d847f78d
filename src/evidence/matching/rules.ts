// The rule by which each attribute is matched. One row of the table is one row of docs/evidence.md.

import { declared, exported, imported, partOf } from './declared-names.ts'
import { callable, classLike, entityLike } from './kinds.ts'
import type { Find } from './match.ts'
import { commandLike, inDepth, operated, routed, tabled } from './registered-names.ts'

export interface MatchRule {
  readonly attribute: string
  /** For the documents. */
  readonly looksIn: string
  readonly how: string
  readonly find: Find
}

export const matchRules: readonly MatchRule[] = [
  {
    attribute: 'class',
    looksIn: 'classes, structs, contracts, interfaces; types and enums with methods of their own',
    how: 'exact',
    find: declared(classLike),
  },
  {
    attribute: 'classes',
    looksIn: 'classes, structs, contracts, interfaces; types and enums with methods of their own',
    how: 'exact',
    find: declared(classLike),
  },
  {
    attribute: 'functions',
    looksIn: 'functions, methods, fields that hold functions',
    how: 'exact; `A.run` as qualified; `#run` is private to its class; `run` is the function where a file has methods of that name, too',
    find: declared(callable),
  },
  {
    attribute: 'entities',
    looksIn: 'classes, interfaces, types, enums, structs, contracts, events, errors',
    how: 'exact',
    find: declared(entityLike),
  },
  {
    attribute: 'exports',
    looksIn: 'exported names, re-exports included',
    how: 'exact',
    find: exported,
  },
  {
    attribute: 'imports',
    looksIn: 'imported names, aliases and modules',
    how: 'exact',
    find: imported,
  },
  {
    attribute: 'commands',
    looksIn: 'registered commands and functions',
    how: 'part of the name, without case and separators',
    find: commandLike,
  },
  {
    attribute: 'strategies',
    looksIn: 'functions and classes',
    how: 'part of the name, without case and separators',
    find: partOf([...callable, ...classLike]),
  },
  {
    attribute: 'endpoints',
    looksIn: 'registered routes',
    how: 'method and path; parameters match whatever their name',
    find: routed,
  },
  {
    attribute: 'tables',
    looksIn: 'tables of migrations and models that no later migration drops',
    how: 'exact, without case; the schema in front may be left out',
    find: tabled,
  },
  {
    attribute: 'operations',
    looksIn: 'OpenAPI and GraphQL operations',
    how: 'exact; `user` is `Query.user`, `Mutation.user` or `Subscription.user` too',
    find: operated,
  },
  {
    attribute: 'environment',
    looksIn: 'environment variables that are read',
    how: 'exact',
    find: inDepth('environment'),
  },
  {
    attribute: 'headings',
    looksIn: 'headings of documents',
    how: 'exact, without case',
    find: inDepth('keys'),
  },
  {
    attribute: 'keys',
    looksIn: 'keys of configuration files, dotted',
    how: 'exact, without case',
    find: inDepth('keys'),
  },
]

const rulesByAttribute = new Map(matchRules.map(each => [each.attribute, each]))

export function ruleOf(attribute: string): MatchRule {
  const rule = rulesByAttribute.get(attribute)
  if (!rule) throw new Error(`invariant: ${attribute} is an attribute that can be proved`)
  return rule
}
