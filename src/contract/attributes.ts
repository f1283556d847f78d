// The attributes that are looked for in files; any other is a note of its people.

export const provenAttributes: readonly string[] = [
  'class',
  'classes',
  'functions',
  'entities',
  'exports',
  'imports',
  'commands',
  'strategies',
  'endpoints',
  'tables',
  'operations',
  'environment',
  'headings',
  'keys',
]
