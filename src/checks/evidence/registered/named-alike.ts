// Files that declare a function or a class by whose name a command or a strategy may go, for resources that name no file. The name is to
// be all of it, or else whole words of it: over a whole repository `run` is a part of too many words.

import type { Codebase } from '../../../code/codebase.ts'
import { isOwnCode } from '../../../code/own-code.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { Expectation } from '../../../evidence/expectations.ts'
import { type FileFacts, ownName, symbolsOf } from '../../../evidence/facts.ts'
import { ruleOf } from '../../../evidence/matching/rules.ts'

export function filesNamedAlike(expectation: Expectation, codebase: Codebase): readonly string[] {
  const found = codebase.files.flatMap(path => {
    const how = isTestFile(path) ? 'not' : heldBy(path, expectation, codebase)
    return how === 'not' || !isOwnCode(path, codebase) ? [] : [{ path, how }]
  })
  const best = found.some(each => each.how === 'exactly') ? 'exactly' : 'in words'
  return found.filter(each => each.how === best).map(each => each.path)
}

function heldBy(path: string, { attribute, name }: Expectation, codebase: Codebase) {
  const outline = codebase.outline(path)
  if (!outline || outline.declarations.length === 0) return 'not'
  const files: readonly FileFacts[] = [
    { path, condition: 'present', outline, depth: undefined, problems: undefined, routes: [] },
  ]
  const wanted = wordsOf(name)
  const held = ruleOf(attribute)
    .find(name, { files, symbols: symbolsOf(files) })
    .flatMap(({ symbol }) => (symbol && !symbol.declaration.isTest ? [symbol.declaration] : []))
    .map(each => wordsOf(ownName(each)))
  if (held.some(each => each.trim().replaceAll(' ', '') === wanted.trim().replaceAll(' ', '')))
    return 'exactly'
  return held.some(each => each.includes(wanted)) ? 'in words' : 'not'
}

/** ` sync all ` of `sync_all`, `SyncAll` and `sync-all`. */
const wordsOf = (name: string) =>
  ` ${name
    .replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(each => each !== '')
    .join(' ')} `
