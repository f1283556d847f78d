// Finds the grammars that are installed and hands out parsers. The native library accepts grammars once per process,
// so the first call registers every one that is found; a language without its grammar is a diagnostic, never a guess.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as AstGrep from '@ast-grep/napi'
import { type Diagnostic, DiagnosticError, error, warning } from '../../base/diagnostic.ts'
import { packs } from '../languages/all.ts'
import type { Grammar, LanguagePack } from '../languages/pack.ts'
import { hasScanner } from '../outline.ts'
import { withoutCrowded } from './crowded.ts'
import { firstBranches } from './directives.ts'

export type Tree = AstGrep.SgNode

export interface Parser {
  readonly pack: LanguagePack
  /** The grammar has nodes of this kind. */
  readonly knows: (kind: string) => boolean
  readonly parse: (text: string) => Tree
}

/**
 * Where grammars may be installed beside our own place: a folder of the user's. Never the project under analysis: a grammar is
 * native code, and looking at a repository must not run any of it.
 */
export interface GrammarFolders {
  readonly cache: string
}

type Napi = typeof AstGrep
type Registration = { readonly napi: Napi; readonly found: ReadonlySet<string> }

const require = createRequire(import.meta.url)
let registration: Registration | undefined

/** The parser of a language, or what to install. `all` are the packs that this process will ever ask for; the first call decides. */
export function openParser(
  pack: LanguagePack,
  folders: GrammarFolders,
  all: readonly LanguagePack[] = packs,
): Parser | Diagnostic {
  registration ??= register(folders, all)
  const { napi, found } = registration
  const name = 'builtin' in pack.grammar ? pack.grammar.builtin : pack.language
  if (!('builtin' in pack.grammar) && !found.has(pack.language))
    return missingGrammar(pack, pack.grammar, folders)
  return {
    pack,
    knows: kind => napi.kind(name, kind) !== 0,
    parse: text => parsed(known(text, pack), pack, each => napi.parse(name, each).root()),
  }
}

/** What to install before there is a parser; undefined where its grammar is in place. Loads nothing. */
export function whatIsMissing(pack: LanguagePack, folders: GrammarFolders): Diagnostic | undefined {
  const { grammar, extensions } = pack
  if ('builtin' in grammar || locate(grammar, folders, extensions)) return undefined
  return missingGrammar(pack, grammar, folders)
}

/** What the grammar does not know is blanked, so that everything else keeps its place. */
function known(text: string, pack: LanguagePack): string {
  const { unknownWords, newerSyntax = [] } = pack
  const taken = withoutCrowded(text, pack)
  const plain = unknownWords ? taken.replace(unknownWords, word => ' '.repeat(word.length)) : taken
  return newerSyntax.reduce(
    (older, { pattern, known: rewrite }) => older.replace(pattern, rewrite),
    plain,
  )
}

/** What the grammar stumbles over is read once more in the spelling that it does not stumble over. */
function parsed(text: string, pack: LanguagePack, parse: (text: string) => Tree): Tree {
  const root = parse(text)
  const { stumbles, hasDirectives } = pack
  if (!stumbles && !hasDirectives) return root
  const sign = stumbles?.sign
  const isMisread = (tree: Tree) =>
    isBroken(tree) || (sign !== undefined && tree.find({ rule: sign }) !== null)
  if (!isMisread(root)) return root
  for (const clear of [
    ...(stumbles ? [text.replace(stumbles.over, stumbles.known)] : []),
    ...(hasDirectives ? [firstBranches(text)] : []),
  ]) {
    const again = clear === text ? root : parse(clear)
    if (!isMisread(again)) return again
  }
  return root
}

const isBroken = (root: Tree) => root.find({ rule: { kind: 'ERROR' } }) !== null

/** A kind that no tree ever holds would make a rule of a user inert. */
export function refuseUnknownNodes({ pack, knows }: Parser): void {
  const unknown = [...(pack.nodes ?? [])].filter(([kind]) => !knows(kind))
  const problems = unknown.map(([kind, at]) =>
    error('language/unknown-node', `the grammar of ${pack.language} has no node ${kind}`, {
      at,
      fix: 'see the tree of a file of this language at https://ast-grep.github.io/playground',
    }),
  )
  if (problems.length > 0) throw new DiagnosticError(problems)
}

export function isParser(answer: Parser | Diagnostic): answer is Parser {
  return 'parse' in answer
}

function register(folders: GrammarFolders, all: readonly LanguagePack[]): Registration {
  const napi: Napi = require('@ast-grep/napi')
  const found = new Map<string, AstGrep.DynamicLangRegistrations[string]>()
  for (const { language, grammar, extensions } of all) {
    const library = 'builtin' in grammar ? undefined : locate(grammar, folders, extensions)
    if (library) found.set(language, library)
  }
  napi.registerDynamicLanguage(Object.fromEntries(found))
  return { napi, found: new Set(found.keys()) }
}

type Packaged = Exclude<Grammar, { readonly builtin: string }>

function locate(grammar: Packaged, folders: GrammarFolders, extensions: readonly string[]) {
  for (const from of [import.meta.dirname, folders.cache]) {
    const path = resolvePackage(grammar.package, from)
    const library = path && describeLibrary(grammar, path, extensions)
    if (library && existsSync(library.libraryPath)) return library
  }
  return undefined
}

function resolvePackage(name: string, from: string): string | undefined {
  try {
    return createRequire(join(from, 'package.json')).resolve(`${name}/package.json`)
  } catch {
    return undefined // Not installed from there; the next folder may have it.
  }
}

function describeLibrary(grammar: Packaged, manifest: string, extensions: readonly string[]) {
  const { library, symbol } = grammar
  if (!library || !symbol) return describedByItself(dirname(manifest))
  const platform = `${process.platform}-${process.arch}`
  const libraryPath = join(dirname(manifest), library.replace('{platform}', platform))
  return { libraryPath, languageSymbol: symbol, extensions: extensions.map(each => each.slice(1)) }
}

/** Packages of ast-grep describe themselves, and throw where no parser is built for this platform. */
function describedByItself(folder: string): AstGrep.DynamicLangRegistrations[string] | undefined {
  try {
    return require(folder)
  } catch {
    return undefined
  }
}

function missingGrammar(
  { language, extensions }: LanguagePack,
  grammar: Packaged,
  folders: GrammarFolders,
): Diagnostic {
  const lost = extensions.some(hasScanner)
    ? 'nothing confirms the syntax of its files, and who refers to what in them is not seen'
    : 'its files count as unread'
  return warning('code/grammar-missing', `no parser for ${language} is installed, so ${lost}`, {
    fix: installCommand(grammar, folders),
  })
}

function installCommand(grammar: Packaged, { cache }: GrammarFolders): string {
  return [
    'npm install',
    `--prefix ${cache}`,
    ...(grammar.installFlags ?? []),
    grammar.package,
  ].join(' ')
}
