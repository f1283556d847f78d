// What a declaration can be, in every language and for packs that people write. Positions are part of the format of kept outlines: a
// new kind goes to the end.

export const declarationKinds = [
  'class',
  'interface',
  'type',
  'enum',
  'struct',
  'contract',
  'library',
  'event',
  'error',
  'modifier',
  'trait',
  'protocol',
  'module',
  'function',
  'method',
  'field',
  'constant',
] as const

export type DeclarationKind = (typeof declarationKinds)[number]
