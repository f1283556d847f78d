// The declarations that the name of a handler means in the file that names it: its own at that line, what the file imports, through
// barrels, and members of types, of instances and of what is imported as a whole. Undefined where nobody can tell.

import type { Codebase } from '../../../code/codebase.ts'
import { resolveImport } from '../../../code/resolve.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { handlerPath } from '../../../code/routes/handler.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { type CodeSymbol, ownName } from '../../../evidence/facts.ts'
import { readImports } from '../imports.ts'
import { originsOf } from '../use/origins.ts'
import { type Bringing, importOf, isModuleNamed } from './brought.ts'
import { controllerMethods } from './controllers.ts'
import { goTypeOf, madeType } from './go-values.ts'
import { typeOfInstance } from './instances.ts'
import { decoratedAt, nearestOwn, typeAround } from './nearest.ts'
import { findRustHomes } from './rust-paths.ts'
import { symbolsIn } from './symbols.ts'
import { type Reader, readerOf, type TypeHome, typeHome } from './types.ts'

/** `line` is where it is named. None where it is told, and is no function that anybody can read. */
export type MeantBy = (
  file: string,
  handler: string,
  line: number,
) => readonly CodeSymbol[] | undefined

interface Spot {
  readonly file: string
  readonly line: number
}

export function findMeant(codebase: Codebase): MeantBy {
  const reader = readerOf(codebase, readImports(codebase).resolution)
  const inRust = findRustHomes(codebase)
  return (file, handler, line) => {
    if (/\.(php|rb)$/.test(file)) return controllerMethods(file, handler, codebase)
    const { names, answers, module } = handlerPath(handler)
    if (module !== undefined) return ofBrought(wholly(module, line, names), file, reader, 0)
    const path = answers === undefined ? names : [...names, answers]
    if (path.length === 0) return undefined
    if (file.endsWith('.rs')) return inRust(file, path)
    const found = meantOrMade(handler, path, { file, line }, reader)
    const decorated = found && decoratedAt(found, file, line, codebase)
    return decorated ? [decorated] : found
  }
}

/** No instance of an instance goes further. */
const deepest = 4

function meant(
  names: readonly string[],
  spot: Spot,
  reader: Reader,
  depth: number,
): readonly CodeSymbol[] | undefined {
  if (depth > deepest) return undefined
  const [only] = names
  return names.length === 1
    ? ofName(only!, spot, reader)
    : (ofOwnType(names, spot, reader) ??
        ofImport(names, spot, reader, depth) ??
        ofType(names, spot, reader) ??
        ofInstance(names, spot, reader))
}

function ofName(name: string, { file, line }: Spot, reader: Reader) {
  const own = nearestOwn(name, file, line, reader.codebase)
  if (own) return [own]
  const whole = ofWhole(name, file, reader)
  if (whole) return whole
  const served = /\.go$/.test(file) ? ofGoValue([name, 'ServeHTTP'], { file, line }, reader) : []
  if (served && served.length > 0) return served
  const told = reader.meanings.of(file, { name })
  const found = told.flatMap(each => declared(each.files ?? [], each.name, reader.codebase))
  const isTold = told.every(each => each.isImported && (each.files?.length ?? 0) > 0)
  return found.length > 0 || isTold ? found : undefined
}

/** `const show = require('./show')`. */
function ofWhole(name: string, file: string, reader: Reader) {
  if (!/\.[cm]?[jt]s$/.test(file)) return undefined
  const each = reader.codebase
    .outline(file)
    ?.imports.find(one => one.name === '*' && one.alias === name)
  const found = each && ofBrought({ each, rest: ['default'] }, file, reader, 0)
  return found && orUndefined(found)
}

/** `self.show`. */
function ofOwnType([self, name, ...more]: readonly string[], { file, line }: Spot, reader: Reader) {
  if (!/^(this|self|cls)$/.test(self!) || more.length > 0) return undefined
  const around = typeAround(file, line, reader.codebase)
  return around && orUndefined(members({ files: [file], name: around.name }, name!, reader))
}

function ofImport(
  names: readonly string[],
  { file }: Spot,
  reader: Reader,
  depth: number,
): readonly CodeSymbol[] | undefined {
  const outline = reader.codebase.outline(file)
  const bringing = outline && importOf(outline, names)
  if (!bringing || bringing.rest.length === 0) return undefined
  return ofBrought(bringing, file, reader, depth)
}

/** Of a whole module what is asked of it, or what it exports as such. */
const wholly = (module: string, line: number, names: readonly string[]): Bringing => ({
  each: { module, name: '*', alias: '', line },
  rest: names.length > 0 ? names : ['default'],
})

function ofBrought(
  { each, rest }: Bringing,
  file: string,
  reader: Reader,
  depth: number,
): readonly CodeSymbol[] | undefined {
  const { codebase, resolution } = reader
  const files = resolveImport(file, each, resolution)
  const isModule = each.name === '*' || files.some(path => isModuleNamed(path, each.name))
  const origins = files.flatMap(path => {
    const name = isModule ? rest[0]! : each.name
    return originsOf(path, name, codebase, resolution) ?? []
  })
  const left = isModule ? rest.slice(1) : rest
  if (left.length === 0 && origins.length > 0)
    return origins.flatMap(({ path, name }) => declared([path], name, codebase))
  if (origins.length > 0) {
    const found = origins.flatMap(({ path, name }) => {
      const own = members({ files: packageOf(path, reader), name }, left.at(-1)!, reader)
      const line = Number.POSITIVE_INFINITY
      return own.length > 0
        ? own
        : (meant([name, ...left], { file: path, line }, reader, depth + 1) ?? [])
    })
    if (found.length > 0) return found
  }
  return left.length === 1 ? inObject(files, left[0]!, codebase) : undefined
}

/** What a module is as a whole: an object whose functions may be written anywhere in its file. */
function inObject(files: readonly string[], name: string, codebase: Codebase) {
  const found = files.flatMap(path =>
    callables(path, codebase).filter(each => isCalled(each, name)),
  )
  return found.length === 1 ? found : undefined
}

function ofType(names: readonly string[], { file }: Spot, reader: Reader) {
  const [type, name, ...more] = names
  const home = more.length === 0 && typeHome([type!], file, reader)
  return home ? orUndefined(members(home, name!, reader)) : undefined
}

function ofInstance(names: readonly string[], spot: Spot, reader: Reader) {
  if (/\.go$/.test(spot.file)) return ofGoValue(names, spot, reader)
  const type = typeOfInstance(names.slice(0, -1), spot.file, reader.codebase)
  const home = type && typeHome(type, spot.file, reader)
  return home && orUndefined(members(home, names.at(-1)!, reader))
}

function ofGoValue(names: readonly string[], { file, line }: Spot, reader: Reader) {
  const home = goTypeOf(names.slice(0, -1), file, line, reader)
  return home && orUndefined(members(home, names.at(-1)!, reader))
}

/** `NewItems()` of Go is what serves of the type that it makes; what `logged(list)` is given goes before. */
function meantOrMade(handler: string, path: readonly string[], spot: Spot, reader: Reader) {
  const maker = spot.file.endsWith('.go') ? /^[\w.]+\((.*)\)$/s.exec(handler) : null
  const given = maker?.[1] === '' ? undefined : meant(path, spot, reader, 0)
  if (!maker || (given && given.length > 0)) return given
  const home = madeType(handler, spot.file, reader)
  const served = home ? members(home, 'ServeHTTP', reader) : []
  return served.length > 0 ? served : (given ?? meant(path, spot, reader, 0))
}

const orUndefined = (found: readonly CodeSymbol[]) => (found.length > 0 ? found : undefined)

const members = ({ files, name }: TypeHome, member: string, { codebase }: Reader) =>
  files
    .flatMap(path => callables(path, codebase))
    .filter(({ qualified }) => {
      const parts = qualified.split('.')
      return parts.at(-1) === member && parts.at(-2) === name
    })

const declared = (files: readonly string[], name: string, codebase: Codebase) =>
  files
    .filter(path => !isTestFile(path))
    .flatMap(path =>
      callables(path, codebase).filter(each => isCalled(each, name) && each.declaration.parent < 0),
    )

const callables = (path: string, codebase: Codebase) =>
  symbolsIn(path, codebase).filter(each => each.declaration.kind !== 'constant')

const isCalled = ({ declaration }: CodeSymbol, name: string) => ownName(declaration) === name

/** Methods of Go lie in any file of the package. */
const packageOf = (path: string, { packageIn }: Reader) =>
  path.endsWith('.go') ? packageIn(folderOf(path)) : [path]
