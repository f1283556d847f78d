// Names that a file uses, with the declaration that uses them. A name inside its own declaration is no use, nor is one
// in an import: that is a fact of its own. A parameter, and what its function makes of it, means nothing of that name elsewhere.

import { script } from '../../languages/named-rule.ts'
import type { LanguagePack } from '../../languages/pack.ts'
import type { Declaration, Import, Reference } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'
import { isWithin, type Ranges } from '../skipped-tests.ts'
import { quoted, readDottedPaths } from './dotted-paths.ts'
import { handedOut } from './handed-out.ts'
import { readNamedUses } from './named-uses.ts'
import { noUses } from './no-uses.ts'
import { isKey, readObjects } from './object-keys.ts'
import { readShadows } from './shadows.ts'

export interface Referring {
  readonly path: string
  readonly source: string
  readonly pack: LanguagePack
  readonly declarations: readonly Declaration[]
  readonly owners: Int32Array
  readonly notRun: Ranges
  readonly imports: readonly Import[]
}

export function readReferences(
  root: Tree,
  { path, source, pack, declarations, owners, notRun, imports }: Referring,
): readonly Reference[] {
  const { references } = pack
  const found = new Map<string, Reference>()
  const objects = readObjects(root, source, pack.language, declarations)
  const isScript = script.some(each => each === pack.language)
  const isRust = pack.language === 'rust'
  const handsOut = isScript ? handedOut(declarations) : () => undefined
  const isOwnName = ownNames(declarations)
  const isOfItself = ownUses(source, pack.language, declarations)
  const brought = new Set(imports.map(each => each.alias || each.name).filter(each => each !== ''))
  const shadows = readShadows(root, source, { path, language: pack.language })
  const skipped = [
    ...references.notIn.flatMap(kind => root.findAll({ rule: { kind } })).map(spanOf),
    ...noUses(root, pack),
  ]
  skipped.sort((a, b) => a.start - b.start)
  let next = 0
  for (const node of root.findAll({ rule: { any: references.names.map(kind => ({ kind })) } })) {
    const { start } = node.range()
    while (next < skipped.length && skipped[next]!.end <= start.index) next++
    if (next < skipped.length && skipped[next]!.start <= start.index) continue
    const written = node.text()
    // A field that a class has for itself is nobody's; a method is called like any other.
    const isPrivate = written.startsWith('#')
    if (isPrivate && !declarations.some(each => each.name === written)) continue
    const name = isPrivate ? written.slice(1) : written
    const line = start.line + 1
    const within = owners[line] ?? -1
    const isSkipped = isWithin(notRun, start.index)
    const taken = isTakenApart(node) ? takenFrom(node) : undefined
    if (taken !== undefined && !brought.has(taken)) continue
    const on =
      taken ??
      ownerBefore(source, start.index) ??
      (isRust ? pathBefore(source, start.index) : undefined)
    const handed = handsOut(node, name, on)
    const whole = on === '' ? (requiredBefore(source, start.index) ?? on) : on
    const key = `${within} ${isSkipped} ${name} ${whole} ${handed}`
    if (found.has(key)) continue
    const isDeclaring = isOwnName(written, line) || isOfItself(written, start.index, within)
    if (taken === undefined && isDeclaring) continue
    if (shadows.hide(name, on, start.index)) continue
    if (on === undefined ? isKey(node, source) : objects.have(node, name, on)) continue
    found.set(key, {
      name,
      line,
      within,
      isSkipped,
      ...(whole !== undefined && { on: whole }),
      ...(handed !== undefined && { handsOut: handed }),
    })
  }
  const told = [
    ...readNamedUses(root, source, pack.language).map(each => ({
      ...each,
      on: each.isForeign ? '' : undefined,
    })),
    ...readDottedPaths(root, { path, language: pack.language }),
  ]
  for (const { name, on, start, line } of told) {
    const within = owners[line] ?? -1
    const isSkipped = isWithin(notRun, start)
    const key = `${within} ${isSkipped} ${name} ${on} ${undefined}`
    if (!found.has(key) && (on !== undefined || !holderOf(name, within, declarations)))
      found.set(key, { name, line, within, isSkipped, ...(on !== undefined && { on }) })
  }
  return [...found.values()]
}

/** `run` of `const { run } = work`: a member of what an import brings. */
const isTakenApart = (node: Tree) => node.kind() === 'shorthand_property_identifier_pattern'

/** '' where that is more than a name. */
function takenFrom(node: Tree): string {
  const pattern = node.ancestors().find(each => each.kind() === 'object_pattern')
  const holder = pattern?.parent()
  if (!pattern || holder?.kind() !== 'variable_declarator') return ''
  return holder.field('name')?.id() === pattern.id() ? (holder.field('value')?.text() ?? '') : ''
}

function spanOf(node: Tree) {
  const { start, end } = node.range()
  return { start: start.index, end: end.index }
}

/** Index of the innermost declaration by line; -1 at the top. */
export function ownersByLine(declarations: readonly Declaration[], lines: number): Int32Array {
  const owners = new Int32Array(lines + 2).fill(-1)
  declarations.forEach(({ line, endLine }, index) => {
    owners.fill(index, line, endLine + 1)
  })
  return owners
}

/** True as often as declarations of this name begin on the line: several that share one would seem to use each other. */
function ownNames(declarations: readonly Declaration[]): (name: string, line: number) => boolean {
  const open = new Map<string, number>()
  for (const { name, line } of declarations) {
    const key = `${line} ${name.slice(name.lastIndexOf('.') + 1)}`
    open.set(key, (open.get(key) ?? 0) + 1)
  }
  return (name, line) => {
    const key = `${line} ${name}`
    const left = open.get(key) ?? 0
    if (left > 0) open.set(key, left - 1)
    return left > 0
  }
}

/** The declaration of this name around a place; a method away from its type carries that in front, and is inside of it all the same. */
function holderOf(
  name: string,
  within: number,
  declarations: readonly Declaration[],
): Declaration | undefined {
  for (let at = within; at >= 0; at = declarations[at]!.parent) {
    const each = declarations[at]!
    if (each.name === name || (each.name.includes('.') && each.name.split('.').includes(name)))
      return each
  }
  return undefined
}

/** A name inside its own declaration means that one where it stands alone, or on the object or the type itself. */
function ownUses(source: string, language: string, declarations: readonly Declaration[]) {
  // There a plain name in a method is no member.
  const isScoped = language === 'python' || script.some(each => each === language)
  return (name: string, start: number, within: number): boolean => {
    const holder = holderOf(name, within, declarations)
    if (!holder) return false
    const before = source.slice(Math.max(0, start - LONGEST_OWNER), start)
    const qualified = qualifier.exec(before)
    if (!qualified || /\.\.\s*$/.test(before)) return !(isScoped && holder.kind === 'method')
    const [, owner] = qualified
    const isItself =
      owner !== undefined && (itself.has(owner) || namesAround(within, declarations).has(owner))
    return isItself && !isMember(before, qualified)
  }
}

const qualifier = /(?:([\p{L}_$@][\p{L}\p{N}_$]*)|[^\s.:])?\s*(?:[?!]?\.|::|\??->)\s*$/u

const LONGEST_OWNER = 200

const itself: ReadonlySet<string> = new Set(['this', 'self', 'Self', 'cls', 'static', '$this'])

/** `this.service.run` is on the service. */
const isMember = (before: string, { index }: RegExpExecArray) =>
  /(?:[?!]?\.|::|->)\s*$/.test(before.slice(0, index))

function namesAround(within: number, declarations: readonly Declaration[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at = declarations[within]?.parent ?? -1; at >= 0; at = declarations[at]!.parent)
    names.add(declarations[at]!.name)
  return names
}

const wordPart = /[\p{L}\p{N}_$]/u

/** What stands before the dot in front of a name; undefined where there is no dot, and '' where that is more than a name. */
function ownerBefore(source: string, start: number): string | undefined {
  let at = beforeSpace(source, start)
  if (source[at - 1] !== '.' || source[at - 2] === '.') return undefined
  at = beforeSpace(source, at - 1)
  while (source[at - 1] === '?' || source[at - 1] === '!') at--
  let first = at
  while (first > 0 && wordPart.test(source[first - 1]!)) first--
  const isPart = /[.:]/.test(source[beforeSpace(source, first) - 1] ?? '')
  return isPart ? '' : source.slice(first, at)
}

const required = /\brequire\(\s*["'`]([^"'`$\s]+)["'`]\s*\)\s*\??\.\s*$/

/** The module of `require('./users').register`, in quotes. */
function requiredBefore(source: string, start: number): string | undefined {
  const [, module] = required.exec(source.slice(Math.max(0, start - LONGEST_OWNER), start)) ?? []
  return module === undefined ? undefined : quoted(module)
}

const rustPath = /(?:[\p{L}_][\p{L}\p{N}_]*::)+$/u

/** `crate::items::` of Rust; '' where that is more than names. */
function pathBefore(source: string, start: number): string | undefined {
  if (source[start - 1] !== ':' || source[start - 2] !== ':') return undefined
  const path = rustPath.exec(source.slice(Math.max(0, start - LONGEST_OWNER), start))
  const before = path ? source[start - path[0].length - 1] : undefined
  return path && before !== ':' && before !== '.' ? path[0] : ''
}

function beforeSpace(source: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(source[at - 1]!)) at--
  return at
}
