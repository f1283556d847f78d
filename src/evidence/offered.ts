// What a file offers to others, each name by the attribute that proves it: what `scan` proposes, and drift where nobody declares it.

import type { Declaration, Export, Outline } from '../code/model.ts'
import type { DeclarationKind } from '../contract/declaration-kinds.ts'
import { ownName } from './facts.ts'
import { callable, constructors, ownsMembers } from './matching/kinds.ts'
import { partsIn } from './offered-parts.ts'

export interface Offered {
  readonly attribute: 'classes' | 'functions' | 'entities' | 'exports'
  readonly name: string
  readonly line: number
  /** Of a type: `Store.get`. */
  readonly isMember: boolean
}

/** Types and functions first, then members, then what has no declaration here; each name of an attribute once. */
export function offeredOf(path: string, outline: Outline): readonly Offered[] {
  const declared = [...declaredIn(outline), ...membersOf(outline), ...partsOf(outline)]
  const exports = toolSettings.test(path) ? [] : exportsOf(outline, declared)
  const seen = new Set<string>()
  return [...declared, ...exports].filter(({ attribute, name }) => {
    const key = `${attribute} ${name}`
    return !seen.has(key) && seen.add(key)
  })
}

/** What a tool reads of them, nobody has to declare. */
const toolSettings = /\.config\.[cm]?[jt]s$/

const attributes: readonly (readonly [Offered['attribute'], readonly DeclarationKind[]])[] = [
  ['classes', ['class', 'struct', 'contract', 'library', 'trait', 'protocol']],
  ['functions', callable],
  ['entities', ['interface', 'type', 'enum', 'event', 'error']],
]

const attributeOf = (kind: DeclarationKind) =>
  attributes.find(([, kinds]) => kinds.includes(kind))?.[0]

/** At the top of the file, or of a namespace or an object in it that it offers too: `app.use` where that is no namespace. */
function declaredIn({ declarations, language }: Outline): Offered[] {
  const isOpen = ({ parent, isExported, isTest }: Declaration): boolean => {
    const around = declarations[parent]
    const isHeld = !around || (isNamespace(around, parent) && isOpen(around))
    return isExported && !isTest && isHeld
  }
  const nameOf = (each: Declaration): string => {
    const around = declarations[each.parent]
    const isWithin = around?.kind === 'constant' && !isDefault(around)
    return isWithin ? `${nameOf(around)}.${ownName(each)}` : ownName(each)
  }
  return declarations.flatMap((each, index) => {
    const attribute = isValue(each) ? 'exports' : attributeOf(each.kind)
    if (!attribute || isDefault(each) || isProgramPart(each, index) || !isOpen(each)) return []
    if (isForeign(each)) return []
    return [{ attribute, name: nameOf(each), line: each.line, isMember: false }]
  })

  /** A class of Ruby is opened again for the classes that lie in it: `class API; class Instance … end; end`. */
  function isNamespace({ kind }: Declaration, index: number): boolean {
    if (kind !== 'class' || language !== 'ruby') return /^(constant|module)$/.test(kind)
    return declarations.every(each => each.parent !== index || /^(class|module)$/.test(each.kind))
  }

  /** A constant of others; what scripts export, their outline lists, and in Python a small letter says that it is a part of the work. */
  function isValue({ kind, name, parent }: Declaration): boolean {
    if (kind !== 'constant' || listsExports.test(language)) return false
    return parent === -1 && (language !== 'python' || /^[A-Z][A-Z0-9_]+$/.test(name))
  }

  /** `declare function`: others have it. */
  function isForeign({ kind, hasBody }: Declaration): boolean {
    return kind === 'function' && !hasBody && language === 'typescript'
  }

  /** `public partial class Program { }` of C# only lets tests see the program. */
  function isProgramPart({ name, kind }: Declaration, index: number): boolean {
    return (
      name === 'Program' && kind === 'class' && declarations.every(each => each.parent !== index)
    )
  }
}

const listsExports = /^(typescript|tsx|javascript|jsx)$/

/** A function or a class without a name of its own. */
const isDefault = ({ name }: { readonly name: string }) => name === 'default'

/** `Store.get`: what a type does for others, in work that is written here; how one of it is made goes with the type. */
function membersOf({ declarations }: Outline): Offered[] {
  const nameOf = ({ name, parent }: Declaration): string => {
    const around = declarations[parent]
    return around && ownsMembers.includes(around.kind) ? `${nameOf(around)}.${name}` : name
  }
  const isWork = (each: Declaration) =>
    callable.includes(each.kind) &&
    each.kind !== 'field' &&
    each.hasBody &&
    !each.isStub &&
    !each.isTest
  const isOpen = (each: Declaration): boolean => {
    const type = declarations[each.parent]
    return (
      each.isExported &&
      type?.isExported === true &&
      ownsMembers.includes(type.kind) &&
      !isAsked(each, type)
    )
  }
  return declarations
    .filter(each => isWork(each) && isOpen(each))
    .map(each => ({
      attribute: 'functions',
      name: nameOf(each),
      line: each.line,
      isMember: true,
    }))
}

/** By the language itself, not by its name. */
const isAsked = ({ name }: Declaration, type: Declaration) =>
  constructors.has(name) || name === type.name || name.startsWith('__')

const partsOf = (outline: Outline): Offered[] =>
  partsIn(outline).map(({ declaration, name }) => ({
    attribute: attributeOf(declaration.kind) ?? 'exports',
    name,
    line: declaration.line,
    isMember: true,
  }))

/** What no declaration of this file has: names of other files that it passes on, values, and a default without a name. */
function exportsOf(
  { declarations, exports, language }: Outline,
  offered: readonly Offered[],
): Offered[] {
  const known = new Set([
    ...offered.map(each => each.name.split('.')[0]!),
    ...declarations.filter(each => each.kind !== 'constant').map(ownName),
  ])
  const isValue = ({ name, local }: Export) =>
    language !== 'python' && (local !== '' || known.has(name))
  const isNew = (each: Export) => {
    if (isDefault(each)) return known.has('default') || !known.has(each.local)
    return each.name !== '*' && !known.has(each.name)
  }
  return exports
    .filter(each => (each.module !== '' || isValue(each)) && isNew(each))
    .map(({ name, line }) => ({ attribute: 'exports', name, line, isMember: false }))
}
