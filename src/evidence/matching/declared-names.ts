// Names that a declaration, an export or an import has: `declared`, `exported`, `imported`, and `partOf` by a part of the name.

import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import { type CodeSymbol, ownName } from '../facts.ts'
import { type Find, type Haystack, type Match, matchOf } from './match.ts'

export function declared(kinds: readonly DeclarationKind[]): Find {
  return (name, { symbols }) => {
    const isMeant = (each: CodeSymbol) =>
      kinds.includes(each.declaration.kind) ||
      (kinds.includes('class') && worksLikeClass(each, symbols))
    const named = symbols.filter(each => isNamed(each, name) && isMeant(each))
    return named
      .filter(each => !isBesideFunction(each, name, named) && !isBesidePublic(each, name, named))
      .map(matchOf)
  }
}

/** A type or an enum that has methods of its own: `type Rule func(int) int` of Go. */
const worksLikeClass = ({ declaration, qualified }: CodeSymbol, symbols: readonly CodeSymbol[]) =>
  (declaration.kind === 'type' || declaration.kind === 'enum') &&
  symbols.some(
    each =>
      each.declaration.kind === 'method' &&
      each.declaration.hasBody &&
      each.qualified === `${qualified}.${ownName(each.declaration)}`,
  )

/** `#run` where a class has a `run`, too, and that is asked for. */
const isBesidePublic = (
  { declaration, qualified }: CodeSymbol,
  name: string,
  named: readonly CodeSymbol[],
) =>
  declaration.name.startsWith('#') &&
  !isPrivateName(name) &&
  named.some(each => each.qualified === qualified.replaceAll('#', ''))

/** A method where a plain name is asked for and its file has a function of that name: `func (errGone) Gone() {}` beside `Gone`. */
const isBesideFunction = (
  { file, qualified }: CodeSymbol,
  name: string,
  named: readonly CodeSymbol[],
) =>
  qualified.includes('.') &&
  !/[.#]|::/.test(name) &&
  named.some(
    each =>
      each.file === file &&
      each.declaration.kind === 'function' &&
      each.qualified === name &&
      each.declaration.hasBody,
  )

/** `run` names any run; `A.run`, `A::run` or `A#run` the one of A; `#run` and `A.#run` what a class has for itself. */
function isNamed({ declaration, qualified }: CodeSymbol, name: string): boolean {
  const isPrivate = isPrivateName(name)
  if (isPrivate && !declaration.name.startsWith('#')) return false
  const dotted = name.replace(/::|\.?#/g, '.').replace(/^\.|\(\)$/g, '')
  if (!dotted.includes('.')) return ownName(declaration) === dotted
  const plain = qualified.replaceAll('#', '')
  return plain === dotted || plain.endsWith(`.${dotted}`)
}

const isPrivateName = (name: string) => /(^|\.)#/.test(name)

export function exported(name: string, { files, symbols }: Haystack): readonly Match[] {
  const listed = files.flatMap(({ path, outline }) =>
    (outline?.exports ?? [])
      .filter(each => each.name === name || (each.name === 'default' && each.local === name))
      .map(each => ({
        at: { file: path, line: each.line },
        symbol: symbols.find(
          one => one.file === path && one.declaration.name === (each.local || name),
        ),
      })),
  )
  const visible = symbols
    .filter(each => each.declaration.isExported && isNamed(each, name))
    .map(matchOf)
  return listed.length > 0 ? listed : visible
}

export function imported(name: string, { files }: Haystack): readonly Match[] {
  return files.flatMap(({ path, outline }) =>
    (outline?.imports ?? [])
      .filter(each => each.name === name || each.alias === name || each.module === name)
      .map(each => ({ at: { file: path, line: each.line }, symbol: undefined })),
  )
}

export function partOf(kinds: readonly DeclarationKind[]): Find {
  return (name, { symbols }) =>
    symbols
      .filter(
        each =>
          kinds.includes(each.declaration.kind) &&
          bare(ownName(each.declaration)).includes(bare(name)),
      )
      .map(matchOf)
}

/** Without case and separators. */
export const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
