// The outline of a file from its tree, for every language that has a query pack: what it declares, imports and exports.
// Pure apart from the parser it is handed; bodies are measured, never read for what they do.

import { wholeText } from '../bodies/comments.ts'
import { overriddenStubs } from '../bodies/overridden.ts'
import type { Declaration, Export, Outline } from '../model.ts'
import { readExports, readImports } from './bindings.ts'
import { collect } from './collect.ts'
import { compactText } from './compact.ts'
import type { Found } from './found.ts'
import type { Parser } from './grammar.ts'
import { linkOwners } from './owners.ts'
import { isBeyondGrammar, readProblems } from './problems.ts'
import { kindOf, type Reading } from './reading.ts'
import { isStub } from './stubs.ts'
import { markTests } from './tests.ts'
import { markVisible } from './visibility.ts'

export function outlineTree(parser: Parser, path: string, source: string): Outline {
  const { pack } = parser
  const root = parser.parse(source)
  const collection = collect(pack, root, source)
  const compact = compactText(source, collection.comments)
  const reading = {
    pack,
    path,
    source,
    compact,
    found: collection.declarations,
    comments: collection.comments,
  }
  const exports = readExports(reading, collection)
  return {
    language: pack.language,
    declarations: readDeclarations(reading, exports),
    imports: readImports(source, collection),
    exports,
    problems: readProblems(root, pack, compact.text),
    isSuspect: isBeyondGrammar(root, pack),
  }
}

function readDeclarations(reading: Reading, exports: readonly Export[]): Declaration[] {
  const { found } = reading
  const owners = linkOwners(found)
  const visible = markVisible(
    reading,
    new Set(exports.filter(each => each.module === '').map(each => each.local)),
  )
  const tests = markTests(reading)
  const kinds = found.map(each => kindOf(each, found))
  const stubs = found.map(each => isStub(each, reading))
  const overridden = overriddenStubs(
    found.map((_, index) => ({ ...owners[index]!, kind: kinds[index]!, isStub: stubs[index]! })),
    {
      headerOf: index => headerOf(found[index]!, reading.source),
      wholeOf: index => wholeText(found[index]!, reading.source),
    },
  )
  return found.map((each, index) => ({
    kind: kinds[index]!,
    name: owners[index]!.name,
    parent: owners[index]!.parent,
    line: firstLine(each, reading.source),
    endLine: each.endLine,
    // Where a language has no signatures, an empty body that is no stub is what is meant.
    hasBody: each.body !== undefined || (each.rule.needsBody === true && !stubs[index]),
    isStub: stubs[index]! && !overridden.has(index),
    isExported: visible[index]!,
    isTest: tests[index]!,
    decorators: each.decorators.map(({ name }) => name),
  }))
}

const headerOf = ({ start, end, body }: Found, source: string) =>
  source.slice(start, Math.min(body?.start ?? end, start + LONGEST_HEADER))

const LONGEST_HEADER = 400

/** Where the declaration itself begins, below its decorators. */
function firstLine({ start, line, nameSpan, decorators }: Found, source: string): number {
  let at = start
  for (const decorator of decorators) {
    if (decorator.start < at || !/^[\s[\]#@,]*$/.test(source.slice(at, decorator.start))) continue
    at = decorator.end
  }
  if (at === start) return line
  const gap = /^[\s\]]*/.exec(source.slice(at, nameSpan.start))![0].length
  return line + source.slice(start, at + gap).split('\n').length - 1
}
