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
