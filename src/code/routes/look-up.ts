// Which routers an expression means: names of the file, what they are imported as, and functions that make a router or are given
// one. Follows what passes them on for a bounded number of steps, also through files that register nothing; what leads out of the
// repository means nothing.

import type { Declaration, Import, Router } from '../model.ts'
import { type Resolution, resolveImport } from '../resolve.ts'
import { folderOf } from '../resolving/paths.ts'
import { goMeant } from './go-values.ts'
import { handedOutAs } from './handed-out-as.ts'
import { type IsUsed, usedOnes } from './makers.ts'
import type { PassingFile, PlacedRouter, RoutedFile } from './routed-file.ts'

export interface Repository {
  readonly files: ReadonlyMap<string, RoutedFile>
  readonly resolution: Resolution
  /** Any file of the repository that is no test: a barrel, `__init__.py`. */
  readonly passing: (path: string) => PassingFile | undefined
  readonly sourceOf: (path: string) => string
  readonly isUsed: IsUsed
}

interface Walk extends Repository {
  /** What was asked of which file: a circle of exports leads nowhere, and nothing is asked twice. */
  readonly asked: Set<string>
}

const deepest = 6

/** `users`, `auth.router`, `require('./users')`, `usersRouter()`, `new UsersRouter().router`. */
export function routersMeant(
  expression: string,
  from: PassingFile,
  repository: Repository,
): readonly PlacedRouter[] {
  return meantIn(expression, from, [], { ...repository, asked: new Set() }, 0)
}

/** `behind` are the names that follow the expression. */
function meantIn(
  expression: string,
  from: PassingFile,
  behind: readonly string[],
  walk: Walk,
  depth: number,
): readonly PlacedRouter[] {
  const { module, names: written } = readExpression(expression)
  if (written === undefined) return []
  const names = [...written, ...behind]
  if (module === undefined) return lookUp(from, names, walk, depth)
  const paths = resolveImport(from.path, { module, name: '*' }, walk.resolution)
  return paths.flatMap(path => lookUpIn(path, ofModule(names), walk, depth))
}

const ofModule = (names: readonly string[]) => (names.length > 0 ? names : ['default'])

interface Expression {
  /** Of a `require` in place. */
  readonly module: string | undefined
  /** Undefined where the expression is more than a path of names. */
  readonly names: readonly string[] | undefined
}

const computed: Expression = { module: undefined, names: undefined }

export function readExpression(written: string): Expression {
  const expression = asRequired(written)
  if (/^require\((?!["'][^"']*["']\))/.test(expression)) return computed
  const plain = expression
    .replaceAll('::', '.')
    .replace(/^(await|new)\s+/, '')
    .replace(/\([^()]*\)$/, match => (/^\(["'][^"']*["']\)$/.test(match) ? match : ''))
  const required = /^require\(["']([^"']+)["']\)(.*)$/.exec(plain)
  const path = (required?.[2] ?? plain)
    .replace(/\{\}|\((?:[^()]|\([^()]*\))*\)/g, '')
    .replace(/^&|^\./, '')
  const isPath =
    path === ''
      ? required !== null
      : /^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(path)
  const names = isPath ? path.split('.').filter(each => each !== '') : undefined
  return { module: required?.[1], names }
}

/** `import('./users')` gives what `require('./users')` does. */
const asRequired = (expression: string) =>
  expression
    .replace(/^\(\s*await\s+import(\([^()]*\))\s*\)/, 'require$1')
    .replace(/^(?:await\s+)?import(?=\s*\()/, 'require')

function lookUpIn(
  path: string,
  names: readonly string[],
  walk: Walk,
  depth: number,
): readonly PlacedRouter[] {
  const file = walk.files.get(path) ?? walk.passing(path)
  return file ? lookUp(file, names, walk, depth) : []
}

function lookUp(
  file: RoutedFile | PassingFile,
  names: readonly string[],
  walk: Walk,
  depth: number,
): readonly PlacedRouter[] {
  const [first, ...rest] = names
  const key = `${names.join('.')} ${file.path}`
  if (first === undefined || depth > deepest || walk.asked.has(key)) return []
  walk.asked.add(key)
  const ways = [
    () => ('depth' in file ? ownRouters(file, first, rest) : []),
    () => exported(file, names, walk, depth + 1),
    () => (depth === 0 ? goMeant(names, file, walk) : []),
    () => imported(file, names, walk, depth + 1),
    () => handedOut(file, names, walk, depth + 1),
    () => besides(file, names, walk, depth),
  ]
  return firstFound(ways)
}

function firstFound<T>(ways: readonly (() => readonly T[])[]): readonly T[] {
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return found
  }
  return []
}

/** By name, in the function of that name, or kept by the class of that name. */
function ownRouters(
  file: RoutedFile,
  first: string,
  rest: readonly string[],
): readonly PlacedRouter[] {
  const last = rest.at(-1) ?? first
  const { declarations } = file.outline
  const all = file.depth.routers.map((router, index) => ({ file: file.path, index, router }))
  const isOfFile =
    rest.length === 0 || declarations.some(each => each.name === first && each.kind === 'class')
  const named = isOfFile
    ? all.filter(
        ({ router }) => router.name === last && router.within < 0 && router.kind !== 'given',
      )
    : []
  if (named.length > 0) return named
  if (rest.length > 0 && !declarations.some(each => each.name === first)) return []
  const isType = declarations.some(each => each.name === first && typeKinds.has(each.kind))
  const isFunction = (index: number) => {
    const each = declarations[index]
    if (each === undefined || each.name.split('.').at(-1) !== last) return false
    return !isType || rest.length === 0 || ownerOf(each, declarations) === first
  }
  const inFunction = all.filter(({ router }) => isFunction(router.within))
  const wholeFile = all.filter(
    ({ router }) =>
      router.within < 0 &&
      ((first === 'default' && router.kind === 'given') ||
        (/^(default|urlpatterns)$/.test(last) && isOfDjango(router))),
  )
  if (inFunction.length > 0 || wholeFile.length > 0)
    return inFunction.length > 0 ? inFunction : wholeFile
  return all.filter(
    ({ router }) => declarations[router.within]?.name.split('.').at(-1) === 'register',
  )
}

/** The whole of a file of `urlpatterns`. */
const isOfDjango = ({ framework, name }: Router) => framework === 'django' && name === ''

const typeKinds = new Set(['class', 'struct', 'enum'])

/** The type of a method, also of one that stands away from it: `extension Users { func boot() }`. */
function ownerOf({ parent, name }: Declaration, declarations: readonly Declaration[]) {
  return declarations[parent]?.name ?? name.split('.').at(-2)
}

function exported(
  file: PassingFile,
  [first, ...rest]: readonly string[],
  walk: Walk,
  depth: number,
): readonly PlacedRouter[] {
  return file.outline.exports
    .filter(each => each.name === first || (each.name === '*' && each.module !== ''))
    .flatMap(({ name, local, module }) => {
      if (module === '')
        return local === first || local === '' ? [] : lookUp(file, [local, ...rest], walk, depth)
      const paths = resolveImport(file.path, { module, name: local }, walk.resolution)
      const names = name === '*' ? [first!, ...rest] : local === '*' ? rest : [local, ...rest]
      return paths.flatMap(path => lookUpIn(path, ofModule(names), walk, depth))
    })
}

function imported(
  file: PassingFile,
  names: readonly string[],
  walk: Walk,
  depth: number,
): readonly PlacedRouter[] {
  return file.outline.imports.flatMap(each => {
    const rest = restBehind(each, names, isScript.test(file.path))
    if (!rest) return []
    return resolveImport(file.path, each, walk.resolution).flatMap(path => {
      if (isStar(each)) return lookUpIn(path, names, walk, depth)
      const isModule = each.name === '*' || stemOf(path) === each.name
      const asModule = () => lookUpIn(path, ofModule(rest), walk, depth)
      const asName = () => lookUpIn(path, [each.name, ...rest], walk, depth)
      // A file is often called like the one thing that it offers.
      return firstFound(isModule ? [asName, asModule] : [asName])
    })
  })
}

/** `module.exports = { users: require('./users') }` */
function handedOut(
  file: PassingFile,
  names: readonly string[],
  walk: Walk,
  depth: number,
): readonly PlacedRouter[] {
  const isImported = file.outline.imports.some(each => (each.alias || each.name) === names[0])
  if (isImported || !isScript.test(file.path)) return []
  const found = handedOutAs(names, walk.sourceOf(file.path))
  return found ? meantIn(found.expression, file, found.behind, walk, depth) : []
}

const isScript = /\.[cm]?[jt]sx?$/

/** `from .routes import *` */
const isStar = ({ name, alias }: Import) => name === '*' && alias === '*'

/** The names behind the one that the import brings in; undefined where it brings in another. */
function restBehind(each: Import, names: readonly string[], isOfScript: boolean) {
  const { module, name, alias } = each
  const [first, ...rest] = names
  if (isStar(each)) return rest
  if (alias !== '') return alias === first ? rest : undefined
  if (name !== '*') return name === first ? rest : undefined
  // `require('./users')` in place brings no name in.
  if (isOfScript) return undefined
  const parts = module.split('.')
  if (names.slice(0, parts.length).join('.') === module) return names.slice(parts.length)
  return packageName(module) === first ? rest : undefined
}

/** `example.org/shop/users/v2` is used as `users`. */
const packageName = (module: string) =>
  module
    .replace(/\/v\d+$/, '')
    .split('/')
    .at(-1)

const stemOf = (path: string) =>
  path
    .replace(/(\/__init__)?\.[^./]*$/, '')
    .split('/')
    .at(-1)

/** Languages whose files see names of others without importing them one by one. */
const sharing = /\.(go|cs|rs|java|kt|swift|rb|ru|php)$/

/**
 * The files of a Go package see each other's names, those of C# whatever their namespaces hold; a module of Rust is called like
 * its file. Of a value only the method tells which one is meant.
 */
function besides(
  file: PassingFile,
  names: readonly string[],
  { files, isUsed }: Repository,
  depth: number,
): readonly PlacedRouter[] {
  const ending = sharing.exec(file.path)?.[0]?.replace('.ru', '.rb')
  if (ending === undefined || depth > 0) return []
  const last = names.at(-1)!
  const all = [...files.values()].filter(each => each.path.endsWith(ending))
  const wanted = ending === '.swift' && names.length > 1 ? names : [last]
  const ownOf = (each: RoutedFile) => ownRouters(each, wanted[0]!, wanted.slice(1))
  const found = all.filter(each => isBeside(each.path, file.path, names.at(-2))).flatMap(ownOf)
  if (found.length > 0 || (names.length === 1 && !isSeen(last, file, ending)))
    return usedOnes(found, files, isUsed)
  const anywhere = all.map(ownOf).filter(each => each.length > 0)
  return anywhere.length === 1 ? anywhere[0]! : []
}

/** A bare name of another folder: Rust and PHP have to bring it in, Go cannot. */
function isSeen(name: string, { outline }: PassingFile, ending: string): boolean {
  if (/^\.(rs|php)$/.test(ending))
    return outline.imports.some(
      each => [each.name, each.alias, '*'].includes(name) || each.name === '*',
    )
  return ending !== '.go'
}

function isBeside(path: string, from: string, module: string | undefined): boolean {
  if (!path.endsWith('.rs')) return folderOf(path) === folderOf(from)
  return module === undefined ? path === from : stemOf(path.replace(/\/mod\.rs$/, '.rs')) === module
}
