// A language as a user describes it, from text to a pack: checked against the schema, then merged into the built-in language of its
// name, or completed to one of its own. Problems come with their place; nothing in here loads a grammar.

import { type Diagnostic, error, type Location } from '../../base/diagnostic.ts'
import { sha256 } from '../../base/hash.ts'
import { didYouMean } from '../../base/nearest.ts'
import { readYaml } from '../../base/yaml/document.ts'
import { locate, plainValue } from '../../base/yaml/locate.ts'
import { type LanguageFile, languageSchema } from '../../contract/language.ts'
import { parseWith } from '../../contract/parse.ts'
import type { NamedRule } from './named-rule.ts'
import type { DeclarationRule, LanguagePack, Rule, ScopeRule, StatementRule } from './pack.ts'

export interface UserPack {
  readonly pack: LanguagePack | undefined
  readonly problems: readonly Diagnostic[]
}

export function readUserPack(text: string, file: string, packs: readonly LanguagePack[]): UserPack {
  const document = readYaml(text, file)
  if (document.problems.length > 0) return { pack: undefined, problems: document.problems }
  const place = (path: readonly PropertyKey[], of?: 'key' | 'value') => locate(document, path, of)
  const data = document.root ? plainValue(document.root) : {}
  const { value, problems } = parseWith(languageSchema, data, { area: 'language', locate: place })
  if (!value) return { pack: undefined, problems }
  const known = packs.find(each => each.language === value.language)
  const faults = faultsOf(value, known, packs, place)
  if (faults.length > 0) return { pack: undefined, problems: faults }
  const described = { version: sha256(text).slice(0, 16), nodes: nodesOf(data, place) }
  return { pack: { ...(known ? extended(known, value) : own(value)), ...described }, problems: [] }
}

type Place = (path: readonly PropertyKey[], of?: 'key' | 'value') => Location

function faultsOf(
  file: LanguageFile,
  known: LanguagePack | undefined,
  packs: readonly LanguagePack[],
  place: Place,
): readonly Diagnostic[] {
  const names = packs.map(each => each.language)
  const clashes = (file.extensions ?? []).flatMap((each, index) => {
    const holder = packs.find(
      pack => pack.language !== file.language && pack.extensions.includes(each),
    )
    const at = place(['extensions', index])
    return holder
      ? [error('language/taken', `${each} belongs to ${holder.language} already`, { at })]
      : []
  })
  const refused =
    known && file.grammar !== undefined
      ? [
          error('language/grammar', `${file.language} is built in, with its grammar`, {
            at: place(['grammar'], 'key'),
            fix: 'leave grammar out, or give the language another name',
          }),
        ]
      : []
  const wanted = ['extensions', 'grammar', 'declarations', 'references'] as const
  const absent = known ? [] : wanted.filter(each => file[each] === undefined)
  const incomplete =
    absent.length === 0
      ? []
      : [
          error(
            'language/incomplete',
            `${file.language} is no built-in language and lacks ${absent.join(', ')}`,
            {
              at: place(['language']),
              fix: didYouMean(file.language, names) ?? `built in: ${names.join(', ')}`,
            },
          ),
        ]
  return [...clashes, ...refused, ...incomplete]
}

/** What a user says comes first: of several rules for a node the first that fits counts. */
function extended(pack: LanguagePack, file: LanguageFile): LanguagePack {
  const { facts, language: _, extensions, ...outlined } = file
  return {
    ...pack,
    extensions: [...pack.extensions, ...(extensions ?? [])],
    comments: [...pack.comments, ...(file.comments ?? [])],
    declarations: [...declarationsOf(file), ...pack.declarations],
    scopes: [...scopesOf(file), ...(pack.scopes ?? [])],
    imports: [...statementsOf(file.imports), ...pack.imports],
    exports: [...statementsOf(file.exports), ...(pack.exports ?? [])],
    decorators: [...(file.decorators ?? []), ...(pack.decorators ?? [])],
    visibility: file.visibility ? visibilityOf(file) : pack.visibility,
    tests: [...testsOf(file), ...pack.tests],
    idle: file.idle === undefined ? pack.idle : regExp(file.idle),
    refusals: [...(file.refusals ?? []).map(regExp), ...pack.refusals],
    references: {
      names: [...pack.references.names, ...(file.references?.names ?? [])],
      notIn: [...pack.references.notIn, ...(file.references?.not_in ?? [])],
    },
    narrowed: withoutKeys(pack.narrowed, file.declarations?.map(each => each.node) ?? []),
    facts: factsOf(file),
    isTreeRead: Object.keys(outlined).length > 0,
  }
}

/** Where a user has a rule for a node, every such node can matter. */
function withoutKeys<T>(record: Readonly<Record<string, T>> = {}, keys: readonly string[]) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}

function own(file: LanguageFile): LanguagePack {
  return {
    language: file.language,
    extensions: file.extensions ?? [],
    grammar: { package: file.grammar ?? '' },
    comments: file.comments ?? [],
    declarations: declarationsOf(file),
    scopes: scopesOf(file),
    imports: statementsOf(file.imports),
    exports: statementsOf(file.exports),
    decorators: file.decorators ?? [],
    visibility: visibilityOf(file),
    tests: testsOf(file),
    idle: file.idle === undefined ? /^\{?\}?$/ : regExp(file.idle),
    refusals: (file.refusals ?? []).map(regExp),
    references: { names: file.references?.names ?? [], notIn: file.references?.not_in ?? [] },
    facts: factsOf(file),
    isTreeRead: true,
  }
}

const regExp = (source: string) => new RegExp(source, 'u')

/** The schema has the shape of the rules that ast-grep takes. */
const ruleOf = (condition: object | undefined) => condition as Rule | undefined

function declarationsOf({ declarations = [] }: LanguageFile): DeclarationRule[] {
  return declarations.map(({ where, is_many, needs_body, is_test, ...each }) =>
    defined<DeclarationRule>({
      ...each,
      where: ruleOf(where),
      isMany: is_many,
      needsBody: needs_body,
      isTest: is_test,
    }),
  )
}

function scopesOf({ scopes = [] }: LanguageFile): ScopeRule[] {
  return scopes.map(({ where, is_header, ...each }) =>
    defined<ScopeRule>({ ...each, where: ruleOf(where), isHeader: is_header }),
  )
}

function statementsOf(statements: LanguageFile['imports']): StatementRule[] {
  return (statements ?? []).map(({ where, is_keyed, pattern, ...each }) =>
    defined<StatementRule>({
      ...each,
      pattern: regExp(pattern),
      where: ruleOf(where),
      isKeyed: is_keyed,
    }),
  )
}

function visibilityOf({ visibility = {} }: LanguageFile): LanguagePack['visibility'] {
  const { name, header, not_header, is_listed } = visibility
  return defined<LanguagePack['visibility']>({
    name: name && regExp(name),
    header: header && regExp(header),
    notHeader: not_header && regExp(not_header),
    isListed: is_listed,
  })
}

const testsOf = ({ tests = [] }: LanguageFile) =>
  tests.map(({ kinds, decorator }) => ({ kinds, decorator: regExp(decorator) }))

function factsOf({ language, facts = [] }: LanguageFile): NamedRule[] {
  return facts.map(({ where, pattern, imports, is_kebab, ...each }) =>
    defined<NamedRule>({
      ...each,
      tool: 'as the project says',
      languages: [language],
      where: ruleOf(where),
      pattern: regExp(pattern),
      imports: imports && regExp(imports),
      isKebab: is_kebab,
    }),
  )
}

/** Keys without a value left out, as a pack that was written by hand has none. */
function defined<T extends object>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T
}

/** Every kind of node that is named, with its first place: a grammar has to know them. */
function nodesOf(data: unknown, place: Place): ReadonlyMap<string, Location> {
  const found = new Map<string, Location>()
  const walk = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      if (isNodeAt(path) && !found.has(value)) found.set(value, place(path))
    } else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) walk(each, [...path, index])
    } else if (value !== null && typeof value === 'object')
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key])
  }
  walk(data, [])
  return found
}

function isNodeAt(path: readonly PropertyKey[]): boolean {
  const [top, second] = path
  const last = path.at(-1)
  if (top === 'comments' || top === 'references') return second !== undefined
  return last === 'node' || (last === 'kind' && path.includes('where'))
}
