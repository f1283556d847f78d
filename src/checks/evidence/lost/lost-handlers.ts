// Why a handler that is named is not there: followed from the file that names it, over its imports and what those pass on, to the
// file where it would have to be. Tells a loss only where that file can be read; what comes from a package, is computed or is
// handed in is nobody's loss.

import type { Codebase } from '../../../code/codebase.ts'
import type { Import, Outline } from '../../../code/model.ts'
import { resolveImport } from '../../../code/resolve.ts'
import { handlerPath } from '../../../code/routes/handler.ts'
import { isWordIn, timesOf } from '../../../code/routes/words.ts'
import { ownName } from '../../../evidence/facts.ts'
import { codeOf } from '../code-of.ts'
import { readImports } from '../imports.ts'
import { importOf, isModuleNamed } from '../meant/brought.ts'
import { readerOf } from '../meant/types.ts'
import { lostController } from './lost-controllers.ts'
import { lostInRust } from './lost-in-rust.ts'
import { lostInstanceMethod } from './lost-instance-methods.ts'
import { lostMember } from './lost-members.ts'
import { lostMethod } from './lost-methods.ts'
import { lostOwnMethod } from './lost-own-methods.ts'

/** Undefined where it is there, or where nobody can tell. `line` is where it is named. */
export type LossOf = (file: string, handler: string, line: number) => string | undefined

interface Reader {
  readonly codebase: Codebase
  readonly resolve: (file: string, each: Import) => readonly string[]
}

/** No barrel of barrels goes further. */
const deepest = 6

export function findLosses(codebase: Codebase): LossOf {
  const { resolution } = readImports(codebase)
  const types = readerOf(codebase, resolution)
  const reader: Reader = {
    codebase,
    resolve: (file, each) => resolveImport(file, each, resolution),
  }
  return (file, handler, line) => {
    if (/\.(rb|php)$/.test(file)) return lostMethod(file, handler, codebase)
    if (/\.(java|kts?)$/.test(file)) return lostController(file, handler, codebase)
    const { names, isWrapped, module } = handlerPath(handler)
    if (module !== undefined)
      return lostImport(file, { module, name: '*', alias: '', line }, names, reader, 0)
    if (names.length === 0) return undefined
    if (file.endsWith('.rs')) return lostInRust(file, names, codebase)
    if (/\.(cs|go)$/.test(file) && names.length > 1) {
      const ofType = lostMember(file, names, line, types)
      if (ofType !== undefined) return ofType
    }
    if (!/\.([cm]?[jt]sx?|pyi?|go)$/.test(file)) return undefined
    return lostName(file, names, { line, isWrapped }, reader)
  }
}

interface Spot {
  readonly line: number
  readonly isWrapped: boolean
}

function lostName(
  file: string,
  names: readonly string[],
  { line, isWrapped }: Spot,
  reader: Reader,
): string | undefined {
  const outline = reader.codebase.outline(file)
  const [first, ...rest] = names as [string, ...string[]]
  if (!outline) return undefined
  if (/^(this|self|cls|super)$/.test(first))
    return isWrapped ? undefined : lostOwnMethod(file, names, line, reader.codebase)
  const bringing = importOf(outline, names)
  if (bringing) return lostImport(file, bringing.each, bringing.rest, reader, 0)
  const ofInstance = isWrapped
    ? undefined
    : lostInstanceMethod(file, names, reader.codebase, reader.resolve)
  if (ofInstance !== undefined) return ofInstance
  if (isDeclared(outline, first)) return undefined
  const stars = starsOf(file, outline, reader.codebase)
  const passed = stars.map(each => lostImport(file, each, [first], reader, 0))
  if (passed.includes(undefined)) return undefined
  if (file.endsWith('.go') && inFolder(file, first, reader.codebase)) return undefined
  if (isWrapped || rest.length > 2) return undefined
  const named = linesNaming(file, first, line, reader.codebase)
  return timesOf(first, codeOf(file, reader.codebase)) > named
    ? undefined
    : `${first} is neither declared in ${file} nor imported there`
}

const isDeclared = ({ declarations, exports }: Outline, name: string) =>
  declarations.some(each => ownName(each) === name) ||
  exports.some(each => each.name === name || each.local === name)

/** `from .views import *`: the outline has the same row for `import views`. */
function starsOf(file: string, { imports }: Outline, codebase: Codebase): readonly Import[] {
  if (!/\.(pyi?|go)$/.test(file)) return []
  const lines = codeOf(file, codebase).split('\n')
  const isStar = (each: Import) =>
    each.name === '*' && each.alias === '' && /\bimport\s*\(?\s*\*/.test(lines[each.line - 1] ?? '')
  return file.endsWith('.go') ? [] : imports.filter(isStar)
}

function lostImport(
  file: string,
  each: Import,
  rest: readonly string[],
  reader: Reader,
  depth: number,
): string | undefined {
  const files = reader.resolve(file, each)
  if (files.length === 0) {
    if (!isOfRepository(file, each.module, reader.codebase)) return undefined
    const asked = each.name === '*' ? (rest[0] ?? each.alias) : each.name
    return `${each.module} is not there${asked === '' ? '' : `, from which ${asked} is imported`}`
  }
  const isModule = each.name === '*' || files.some(path => isModuleNamed(path, each.name))
  const [wanted, ...members] = isModule || each.name === 'default' ? rest : [each.name, ...rest]
  if (wanted === undefined || depth > deepest) return undefined
  const isWhole = each.name === 'default' || members.length > 0
  const offers = files.map(path =>
    isWhole
      ? offerOfMember(path, [wanted, ...members], reader, depth)
      : offerOf(path, wanted, reader, depth),
  )
  if (offers.some(offer => offer !== 'none')) return undefined
  const last = members.at(-1) ?? wanted
  return `${last} is not in ${each.module}`
}

function isOfRepository(file: string, module: string, codebase: Codebase): boolean {
  if (/^\.{1,2}(\/|$)/.test(module)) return true
  if (!/\.pyi?$/.test(file)) return false
  if (module.startsWith('.')) return true
  const top = `${module.split('.')[0]}/`
  return codebase.files.some(each => each.startsWith(top) && each.endsWith('.py'))
}

type Offer = 'there' | 'none' | 'unknown'

const computed =
  /\bexports\s*\[|Object\.(assign|defineProperty|defineProperties)\(\s*(module\.)?exports|__exportStar|\bglobals\(\)|\b__getattr__\b|\bsetattr\(/

/** Whether a file offers a name, by itself or passed on. */
function offerOf(path: string, name: string, reader: Reader, depth: number): Offer {
  const { codebase } = reader
  const outline = codebase.outline(path)
  if (!outline || depth > deepest) return 'unknown'
  const passing = [
    ...outline.exports.filter(each => each.name === name && each.module !== '').map(importedBy),
    ...outline.imports.filter(each => (each.alias || each.name) === name),
  ]
  if (passing.length > 0) {
    const isLost = passing.every(
      each => lostImport(path, each, [], reader, depth + 1) !== undefined,
    )
    return isLost ? 'none' : 'there'
  }
  if (isDeclared(outline, name)) return 'there'
  const stars = [
    ...outline.exports.filter(each => each.name === '*' && each.module !== '').map(importedBy),
    ...starsOf(path, outline, codebase),
  ]
  if (stars.some(each => lostImport(path, each, [name], reader, depth + 1) === undefined))
    return 'unknown'
  if (outline.exports.some(each => each.name.startsWith('...') || isMade(each, outline)))
    return 'unknown'
  if (computed.test(codeOf(path, codebase))) return 'unknown'
  const isBound = codebase
    .depth(path)
    .references.some(each => each.within < 0 && each.name === name)
  return isBound ? 'there' : 'none'
}

const importedBy = ({ module, local, line }: Outline['exports'][number]): Import => ({
  module,
  name: local,
  alias: '',
  line,
})

/** `module.exports = make(db)`: what is in it is not written here. */
const isMade = ({ name, local }: Outline['exports'][number], { declarations }: Outline) =>
  name === 'default' && !declarations.some(each => each.name === local)

/** A member of what a file offers as a whole: an object that is written there has it there, or has it from elsewhere. */
function offerOfMember(
  path: string,
  names: readonly string[],
  reader: Reader,
  depth: number,
): Offer {
  const [first, ...rest] = names as [string, ...string[]]
  const code = codeOf(path, reader.codebase)
  const last = rest.at(-1) ?? first
  if (isWordIn(last, code)) return 'unknown'
  const outline = reader.codebase.outline(path)
  if (rest.length > 0 && outline && !outline.declarations.some(each => ownName(each) === first))
    return offerOf(path, first, reader, depth) === 'none' ? 'none' : 'unknown'
  const isOpen = /\bextends\b|\.\.\.|\bclass\s+\w+\s*\(|\bexport\s+\*|\bembed/.test(code)
  const isMadeHere =
    outline?.declarations.some(each => /^(class|method|function)$/.test(each.kind)) === true
  return isOpen || computed.test(code) || !isMadeHere ? 'unknown' : 'none'
}

/** In Go every file of a folder sees the names of the others. */
function inFolder(file: string, name: string, codebase: Codebase): boolean {
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  return codebase
    .declaring(name)
    .some(each => each.startsWith(folder) && !each.slice(folder.length).includes('/'))
}

/** On how many lines a route or a command names it: more often than that it is bound somewhere. */
function linesNaming(file: string, name: string, line: number, codebase: Codebase): number {
  const { routes, commands } = codebase.depth(file)
  const naming = [...routes, ...commands].filter(
    each => each.handler === name || each.handler.startsWith(`${name}.`),
  )
  return new Set([line, ...naming.map(each => each.line)]).size
}
