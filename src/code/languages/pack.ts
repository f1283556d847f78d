// What the tree engine must know about a language, as data: a new language, or a new rule for one, is a row and no code.
// Conditions are ast-grep rules; places in a tree are selectors; everything about text is a regular expression.

import type { NapiConfig } from '@ast-grep/napi'
import type { Location } from '../../base/diagnostic.ts'
import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import type { NamedRule } from './named-rule.ts'

export type Rule = NapiConfig['rule']

/**
 * A way from a node to nodes below it: steps joined by `/`, each a field (`name`) or a child by kind (`<identifier>`),
 * or several of them joined by `|` of which the first that is there counts. A step that ends in `*` is followed as long as
 * it leads anywhere, one that ends in `$` leads to the last only. `.` is the node itself.
 * Of several selectors the first that finds something counts.
 */
export type Selector = string | readonly string[]

/** `builtin` grammars come with @ast-grep/napi; others are packages, found at run time. */
export type Grammar =
  | { readonly builtin: string }
  | {
      readonly package: string
      /** Where the package does not describe itself to ast-grep: its parser, with {platform}, and the symbol in it. */
      readonly library?: string
      readonly symbol?: string
      /** Flags without which npm would build what is already built. */
      readonly installFlags?: readonly string[]
    }

export interface DeclarationRule {
  readonly node: string
  readonly where?: Rule
  readonly kind: DeclarationKind
  /** The kind instead, where the declaration stands directly in a type or belongs to one. */
  readonly member?: DeclarationKind
  readonly name: Selector
  /** Every name found is declared, not only the first: `var a, b`. */
  readonly isMany?: boolean
  readonly body?: Selector
  /** Without a body it does nothing, instead of being declared for others to do. */
  readonly needsBody?: boolean
  readonly isTest?: boolean
  /** The type that a declaration written away from it belongs to: a receiver. */
  readonly owner?: Selector
  /** Overrides the visibility of the language. */
  readonly exported?: 'always' | 'never'
  /** What makes it more than a stub although its body is empty: an initialiser list, constructor properties. */
  readonly substance?: Rule | 'always'
}

/** A node that says something about the declarations in it: `impl Server { … }`, `export …`, `extern "C" { … }`. */
export interface ScopeRule {
  readonly node: string
  readonly where?: Rule
  /** The type that its members belong to. */
  readonly owner?: Selector
  /** What stands in it is visible, or invisible, whatever it says. */
  readonly exported?: 'always' | 'never'
  /** Its text is part of the header of what it wraps. */
  readonly isHeader?: boolean
}

/**
 * The text of a statement without comments and with single spaces, matched as often as it occurs.
 * Named groups: `module`, `name`, `alias`, and `list` for names in braces, split at commas, each `name`, `name as alias`
 * or `name: alias`, nested braces carrying their own part of the module.
 */
export interface StatementRule {
  readonly node: string
  readonly where?: Rule
  readonly pattern: RegExp
  readonly name?: string
  /** Between a module and a nested module in a list: `::` or `\`. */
  readonly separator?: string
  /** Of an export `name: alias` the name is what others see; otherwise the alias is. */
  readonly isKeyed?: boolean
}

/** Tests outside files of tests. */
export interface TestRule {
  readonly kinds: readonly DeclarationKind[]
  readonly decorator: RegExp
  /** It holds for what lies in a scope that it stands before, too. */
  readonly opensScope?: true
}

/** Who sees a declaration. `header` is the text from its start to its name, without decorators. */
export interface Visibility {
  readonly name?: RegExp
  readonly header?: RegExp
  readonly notHeader?: RegExp
  /** The text from its start to its body, without decorators. */
  readonly text?: RegExp
  /** Markers that rule what follows them in the same type: `private:`; text that matches hides. */
  readonly sections?: {
    readonly node: string
    readonly where?: Rule
    readonly hides: RegExp
  }
  /** Types by whose header their members are hidden until a marker says otherwise: `class` in C++. */
  readonly hiddenIn?: RegExp
  /** Where a file lists its exports, nothing else at its top is visible. */
  readonly isListed?: boolean
  /** Where members of a type follow rules of their own. */
  readonly members?: Omit<Visibility, 'members' | 'sections'>
}

export interface LanguagePack {
  readonly language: string
  readonly extensions: readonly string[]
  /** Files that are called so, without any ending. */
  readonly fileNames?: readonly string[]
  /** Programs that read such files, where the first line of one without an extension names them: `#!/usr/bin/env node`. */
  readonly interpreters?: readonly string[]
  readonly grammar: Grammar
  readonly comments: readonly string[]
  readonly declarations: readonly DeclarationRule[]
  readonly scopes?: readonly ScopeRule[]
  readonly imports: readonly StatementRule[]
  readonly exports?: readonly StatementRule[]
  readonly decorators?: readonly { readonly node: string; readonly name: Selector }[]
  readonly visibility: Visibility
  /** Headers that export their declaration by name, and as the default. */
  readonly keywordExports?: { readonly named: RegExp; readonly asDefault: RegExp }
  readonly tests: readonly TestRule[]
  /** Matched against the body of a function without comments and spacing: it does nothing; it says that it does nothing. */
  readonly idle: RegExp
  readonly refusals: readonly RegExp[]
  /** Headers of functions that may be empty: made to be overridden, or overriding. */
  readonly hooks?: RegExp
  /** Which of several functions of one name is called is told while it is compiled: one of them may be for the case of nothing to do. */
  readonly hasOverloads?: true
  /** Heads of types that may be empty although they come from nothing: they are for heirs, or go on elsewhere. */
  readonly openTypes?: RegExp
  /** Files of an ending that two languages share are read as the other one where their text says so. */
  readonly shared?: { readonly ending: string; readonly language: string; readonly where: RegExp }
  /** Files of an ending that belong to a language which nobody here reads, where their text says so. */
  readonly unread?: { readonly ending: string; readonly says: (text: string) => boolean }
  /** What the grammar takes for an error although it is none, and what means the same: as long as that, and without another line. */
  readonly stumbles?: {
    readonly over: RegExp
    readonly known: string
    /** What it makes of that besides errors. */
    readonly sign?: Rule
  }
  /** `#if` may stand anywhere in it; the grammar takes it between statements and declarations only. */
  readonly hasDirectives?: true
  /** Words that the grammar does not know and that can be left out without harm: `fun` of `fun interface`. */
  readonly unknownWords?: RegExp
  /**
   * Syntax that is newer than the grammar, as code that means the same and that the grammar knows: of the same length, with the same
   * lines behind it. Each is a construct of the language, so that everything else in the file is still read strictly.
   */
  /** Decorators of which the grammar takes only one before a declaration. */
  readonly crowded?: {
    /** Several of them, and `each` of these. */
    readonly run: RegExp
    readonly each: RegExp
    /** Those whose arguments say what a declaration is for: shown to the grammar before others. */
    readonly telling: RegExp
  }
  readonly newerSyntax?: readonly {
    readonly pattern: RegExp
    readonly known: (match: string) => string
  }[]
  /** Kinds of names that refer to something, and what they do not refer in. */
  readonly references: { readonly names: readonly string[]; readonly notIn: readonly string[] }
  /** Files whose declarations have no bodies by design. */
  readonly signatureFiles?: RegExp
  /** Parts the qualified name of something declared away from its type: `Shape::grow`. */
  readonly nameSeparator?: string
  /** Kinds that most code is made of, each with the condition under which it can matter: only speed depends on it. */
  readonly narrowed?: Readonly<Record<string, Rule>>
  /** Commands, tables and environment variables beyond those of the tables of all tools. */
  readonly facts?: readonly NamedRule[]
  /** Set where a user has a say: changes whenever an outline may come out differently, */
  readonly version?: string
  /** the kinds of nodes that the user names, each with its place, */
  readonly nodes?: ReadonlyMap<string, Location>
  /** and outlines come from the tree, whether or not a scanner reads such files. */
  readonly isTreeRead?: boolean
  /** The grammar falls short of the language, as where macros write code: only brackets that do not match are problems. */
  readonly isLenient?: boolean
}
