// The first pass over a file: every node with a role, in source order, put where it belongs by the ranges of what encloses it.
// Decides nothing about stubs or visibility, and keeps no node of the tree.

import type { Pos } from '@ast-grep/napi'
import type { DeclarationKind } from '../../contract/declaration-kinds.ts'
import type { DeclarationRule, LanguagePack, Rule, ScopeRule } from '../languages/pack.ts'
import type { Span } from './compact.ts'
import { meets } from './condition.ts'
import { asDecorator, crowdedDecorators } from './crowded.ts'
import { decorate, readDecorator, standingBefore } from './decorators.ts'
import type { Collection, Decorator, Found, Statement } from './found.ts'
import type { Tree } from './grammar.ts'
import { isType } from './reading.ts'
import { type Role, rolesOf } from './roles.ts'
import { selectAll, selectOne } from './select.ts'

interface Frame extends Span {
  /** The declaration that it is, or lies in. */
  readonly index: number
  readonly owner: string
  readonly exported: 'always' | 'never' | undefined
  readonly isHeader: boolean
  readonly isInTests: boolean
  /** What follows is hidden: `private:`. */
  isHidden: boolean
}

interface Pass {
  readonly pack: LanguagePack
  readonly source: string
  readonly frames: Frame[]
  readonly declarations: Found[]
  readonly comments: Span[]
  readonly decorators: Decorator[]
  readonly imports: Statement[]
  readonly exports: Statement[]
}

type Place = Span & { readonly line: number; readonly endLine: number }

export function collect(pack: LanguagePack, root: Tree, source: string): Collection {
  const { byKind, matcher } = rolesOf(pack)
  const pass = startPass(pack, source)
  const crowded = crowdedDecorators(source, pack).map(each => asDecorator(each, source))
  for (const node of root.findAll(matcher)) {
    const { start, end } = node.range()
    keepUntil(start.index, crowded, pass)
    enter(pass, node, placeOf(start, end, source), byKind.get(String(node.kind()))!)
    keepUntil(pass.declarations[pass.frames.at(-1)!.index]?.nameSpan.start ?? 0, crowded, pass)
  }
  if (pack.crowded)
    for (const { decorators } of pass.declarations) decorators.sort((a, b) => a.start - b.start)
  return pass
}

/** A node that takes line breaks with it ends on the line before. */
function placeOf(start: Pos, end: Pos, source: string): Place {
  let endLine = end.line + 1
  for (let at = end.index - 1; endLine > start.line + 1 && isBlank(source.charCodeAt(at)); at--)
    if (source[at] === '\n') endLine--
  return { start: start.index, end: end.index, line: start.line + 1, endLine }
}

const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13)

function startPass(pack: LanguagePack, source: string): Pass {
  const outermost = { start: 0, end: Number.POSITIVE_INFINITY, index: -1, owner: '' }
  return {
    pack,
    source,
    frames: [
      { ...outermost, exported: undefined, isHeader: false, isInTests: false, isHidden: false },
    ],
    declarations: [],
    comments: [],
    decorators: [],
    imports: [],
    exports: [],
  }
}

function enter(pass: Pass, node: Tree, place: Place, role: Role): void {
  while (pass.frames.at(-1)!.end <= place.start) pass.frames.pop()
  if (role.isComment) pass.comments.push(place)
  if (role.isSection) enterSection(pass, node)
  if (role.decorator) keepDecorator(pass, readDecorator(node, place, role.decorator))
  for (const rule of role.imports)
    if (applies(node, rule.where)) pass.imports.push({ ...place, rule })
  for (const rule of role.exports)
    if (applies(node, rule.where)) pass.exports.push({ ...place, rule })
  const declaration = role.declarations.find(rule => applies(node, rule.where))
  if (declaration) declare(pass, node, place, declaration)
  const scope = role.scopes.find(rule => applies(node, rule.where))
  if (scope) pass.frames.push(openScope(pass, node, place, scope))
}

const applies = (node: Tree, where: Rule | undefined) => where === undefined || meets(node, where)

function enterSection({ frames, pack }: Pass, node: Tree): void {
  const { where, hides } = pack.visibility.sections!
  if (applies(node, where)) frames.at(-1)!.isHidden = hides.test(node.text())
}

function keepUntil(until: number, crowded: Decorator[], pass: Pass): void {
  while (crowded[0] && crowded[0].start < until) keepDecorator(pass, crowded.shift()!)
}

/** A decorator lies in the header of its declaration, or stands before it. */
function keepDecorator({ frames, declarations, decorators }: Pass, decorator: Decorator): void {
  const open = declarations[frames.at(-1)!.index]
  if (open && decorator.start < open.nameSpan.start) open.decorators.push(decorator)
  else decorators.push(decorator)
}

function openScope(pass: Pass, node: Tree, place: Place, rule: ScopeRule): Frame {
  const outer = pass.frames.at(-1)!
  const { tests } = pass.pack
  const opening = tests.filter(each => each.opensScope)
  const before = opening.length > 0 ? standingBefore(pass, place.start) : []
  const owner = selectOne(node, rule.owner)
  return {
    ...place,
    index: outer.index,
    owner: owner ? typeName(owner.text()) : outer.owner,
    exported: rule.exported ?? outer.exported,
    isHeader: rule.isHeader ?? false,
    isInTests:
      outer.isInTests || before.some(each => opening.some(one => one.decorator.test(each.text))),
    isHidden: rule.isHeader === true && outer.isHidden,
  }
}

function declare(pass: Pass, node: Tree, place: Place, rule: DeclarationRule): void {
  const outer = pass.frames.at(-1)!
  const found = rule.isMany ? selectAll(node, rule.name) : [selectOne(node, rule.name)]
  const names = found.filter(each => each !== undefined).filter(each => isName(each.text()))
  const first = pass.declarations.length
  for (const name of names)
    pass.declarations.push(readDeclaration(pass, outer, node, place, rule, name))
  if (names.length === 0) return
  decorate(pass, pass.declarations[first]!)
  pass.frames.push({ ...outer, ...place, index: first, owner: '', ...memberDefaults(pass, first) })
}

/** Inside a declaration nothing of the wrappers around it holds any more. */
function memberDefaults({ pack, source, declarations }: Pass, index: number) {
  const { headerStart, nameSpan } = declarations[index]!
  const isHidden =
    pack.visibility.hiddenIn?.test(source.slice(headerStart, nameSpan.start)) ?? false
  return { exported: undefined, isHeader: false, isHidden }
}

function readDeclaration(
  { pack }: Pass,
  outer: Frame,
  node: Tree,
  place: Place,
  rule: DeclarationRule,
  name: Tree,
): Found {
  const receiver = selectOne(node, rule.owner)
  const body = selectOne(node, rule.body)
  const { name: ownName, owner } = splitName(plainName(name.text()), pack.nameSeparator, rule.kind)
  return {
    ...place,
    rule,
    name: ownName,
    parent: outer.index,
    owner: receiver ? typeName(receiver.text()) : owner || outer.owner,
    nameSpan: spanOf(name),
    headerStart: outer.isHeader ? outer.start : place.start,
    body: body && spanOf(body),
    hasSubstance: hasSubstance(node, rule),
    decorators: [],
    exported: rule.exported ?? outer.exported,
    isHidden: outer.isHidden,
    isInTests: outer.isInTests,
  }
}

function hasSubstance(node: Tree, { substance }: DeclarationRule): boolean {
  if (substance === undefined || substance === 'always') return substance === 'always'
  return meets(node, substance)
}

function spanOf(node: Tree): Span {
  const { start, end } = node.range()
  return { start: start.index, end: end.index }
}

/** Patterns that bind many names at once are not names. */
const isName = (text: string) => text !== '' && text.length < 200 && !/[{[(,\n]/.test(text)

const plainName = (text: string) => text.replace(/^["'`:]+|["'`]+$/g, '')

/** `geo::Shape::grow` is `grow` of `Shape`; the class `API::Version::Instance` is one of `API.Version`. */
function splitName(text: string, separator: string | undefined, kind: DeclarationKind) {
  const parts = separator === undefined ? [text] : text.split(separator)
  // A macro that the grammar takes for a type or a qualifier is no part of the name.
  const name = parts.at(-1)!
  const plain = separator === undefined ? name : name.replace(wordsBefore, '')
  const around = parts.slice(isType(kind) || kind === 'module' ? 0 : -2, -1).map(typeName)
  return { name: plain, owner: around.filter(each => each !== '').join('.') }
}

const wordsBefore = /^(?!operator\b)\w+\s+(?=(?:operator\b|[\w~]+$))/

/** `*memory[T]` and `shop::Ledger<T>` are `memory` and `Ledger`. */
function typeName(text: string): string {
  return (
    /[\p{L}\p{N}_$]+$/u.exec(
      text
        .slice(0, 200)
        .replace(/[<[(].*$/s, '')
        .trim(),
    )?.[0] ?? ''
  )
}
