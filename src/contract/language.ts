// The schema of `.fixpoint/languages/*.yaml`: how a language is read, as data. Adds to a built-in language, or describes one whose
// grammar is installed. Holds no code and loads none.

import * as z from 'zod/mini'
import { declarationKinds } from './declaration-kinds.ts'
import { described } from './described.ts'

const text = () => z.string().check(z.minLength(1))
const words = () => z.array(text())

const pattern = () =>
  text().check(z.refine(isRegExp, { message: 'a regular expression of JavaScript' }))

function isRegExp(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false // thrown for nothing else
  }
}

const ending = () =>
  z.string().check(z.regex(/^(\.[A-Za-z0-9_+-]+)+$/, 'an ending with its dot, like .lua'))

const languageName = () =>
  z.string().check(z.regex(/^[a-z][a-z0-9_]*$/, 'a name in small letters, like lua'))

/** Only packages that are made for ast-grep, so that a pack of a project can name no other code. */
const grammarPackage = () =>
  z
    .string()
    .check(
      z.regex(/^@ast-grep\/lang-[a-z0-9-]+$/, 'a package of grammars, like @ast-grep/lang-lua'),
    )

const kind = () => z.enum(declarationKinds)
const exposure = () => z.enum(['always', 'never'])
const selector = () => z.union([text(), words()])

export interface NodeCondition {
  readonly kind?: string | undefined
  readonly regex?: string | undefined
  readonly field?: string | undefined
  readonly has?: NodeCondition | undefined
  readonly inside?: NodeCondition | undefined
  readonly follows?: NodeCondition | undefined
  readonly precedes?: NodeCondition | undefined
  readonly not?: NodeCondition | undefined
  readonly all?: readonly NodeCondition[] | undefined
  readonly any?: readonly NodeCondition[] | undefined
  readonly stopBy?: 'neighbor' | 'end' | undefined
}

const condition: z.ZodMiniType<NodeCondition> = z.lazy(() =>
  z.strictObject({
    kind: z.optional(text()),
    regex: z.optional(pattern()),
    field: z.optional(text()),
    has: z.optional(condition),
    inside: z.optional(condition),
    follows: z.optional(condition),
    precedes: z.optional(condition),
    not: z.optional(condition),
    all: z.optional(z.array(condition)),
    any: z.optional(z.array(condition)),
    stopBy: z.optional(z.enum(['neighbor', 'end'])),
  }),
)

const where = () => described(condition, 'Only nodes that meet this ast-grep rule.')

const declaration = z.strictObject({
  node: text().check(z.describe('The kind of node in the tree of the grammar.')),
  where: where(),
  kind: kind(),
  member: described(kind(), 'What it is instead where it stands in a type.'),
  name: selector().check(z.describe('The way to its name: fields, or <kinds>, joined by /.')),
  is_many: described(z.boolean(), 'Every name found is declared, not only the first.'),
  body: described(selector(), 'The way to its body.'),
  needs_body: described(z.boolean(), 'Without a body it does nothing.'),
  is_test: described(z.boolean(), 'It is a test.'),
  owner: described(selector(), 'The way to the type that it belongs to.'),
  exported: described(exposure(), 'Whether others see it, whatever it says.'),
})

const scope = z.strictObject({
  node: text(),
  where: where(),
  owner: described(selector(), 'The way to the type that its members belong to.'),
  exported: described(exposure(), 'Whether others see what stands in it.'),
  is_header: described(z.boolean(), 'Its text belongs to the header of what it wraps.'),
})

const statement = z.strictObject({
  node: text(),
  where: where(),
  pattern: pattern().check(
    z.describe('Matched on its text in single spaces; groups: module, name, alias, list.'),
  ),
  name: described(text(), 'The name where no group tells one: * for a namespace.'),
  separator: described(text(), 'What stands between a module and a nested one in a list.'),
  is_keyed: described(z.boolean(), 'In `name: alias` the name is what others see.'),
})

const fact = z.strictObject({
  of: z.enum(['commands', 'tables', 'drops', 'environment']),
  node: text(),
  where: where(),
  pattern: pattern().check(
    z.describe('Matched on the beginning of its text; the group name, or names, is the fact.'),
  ),
  imports: described(pattern(), 'Some import of the file must match.'),
  is_kebab: described(z.boolean(), 'RemoveAll is typed remove-all.'),
})

const visibility = z.strictObject({
  name: described(pattern(), 'Names that others see.'),
  header: described(pattern(), 'What the text up to the name must match.'),
  not_header: described(pattern(), 'What the text up to the name must not match.'),
  is_listed: described(z.boolean(), 'Where a file lists its exports, nothing else is visible.'),
})

export const languageSchema = z.strictObject({
  language: languageName().check(z.describe('A new name, or a built-in language to add to.')),
  extensions: described(z.array(ending()), 'Endings of its files.'),
  grammar: described(grammarPackage(), 'The package that holds its grammar.'),
  comments: described(words(), 'Kinds of nodes that are comments.'),
  declarations: described(z.array(declaration), 'What is declared, the first that fits counts.'),
  scopes: described(z.array(scope), 'Nodes that say something about the declarations in them.'),
  imports: described(z.array(statement), 'What is imported.'),
  exports: described(z.array(statement), 'What is exported by a statement of its own.'),
  decorators: described(
    z.array(z.strictObject({ node: text(), name: selector() })),
    'Decorators, attributes, annotations.',
  ),
  visibility: described(visibility, 'Who sees a declaration.'),
  tests: described(
    z.array(z.strictObject({ kinds: z.array(kind()), decorator: pattern() })),
    'Tests outside files of tests.',
  ),
  idle: described(pattern(), 'Bodies without comments and spacing that do nothing.'),
  refusals: described(z.array(pattern()), 'Bodies that say that they do nothing.'),
  references: described(
    z.strictObject({ names: words(), not_in: described(words(), 'Nodes in which they are none.') }),
    'Kinds of nodes that are names in use.',
  ),
  facts: described(z.array(fact), 'Commands, tables and environment variables.'),
})

export type LanguageFile = z.output<typeof languageSchema>
