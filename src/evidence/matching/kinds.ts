// Kinds of declarations, by what an attribute asks for.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'

export const classLike: readonly DeclarationKind[] = [
  'class',
  'interface',
  'struct',
  'contract',
  'library',
  'trait',
  'protocol',
  'module',
]

export const callable: readonly DeclarationKind[] = ['function', 'method', 'modifier', 'field']

export const entityLike: readonly DeclarationKind[] = [
  ...classLike,
  'type',
  'enum',
  'event',
  'error',
  'modifier',
]

/** What has methods and nested types of its own. */
export const ownsMembers: readonly DeclarationKind[] = [
  ...classLike.filter(each => each !== 'module'),
  'enum',
]

/** Methods that set one of their type up, where they do not have its name. */
export const constructors: ReadonlySet<string> = new Set([
  'constructor',
  '__init__',
  '__construct',
  'initialize',
  'init',
])
