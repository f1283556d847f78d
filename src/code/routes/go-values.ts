// Which method of Go a call on a value means: `users.New().Routes(mux)`, `h := orders.NewHandler()` and then `h.Routes(mux)`. Told by the
// package that the import leads to and by the type that the file says; where neither tells, nothing is meant here.

import { resolveImport } from '../resolve.ts'
import { folderOf } from '../resolving/paths.ts'
import { type Repository, readExpression } from './look-up.ts'
import { keyOf, type PassingFile, type PlacedRouter, type RoutedFile } from './routed-file.ts'

type Known = Pick<Repository, 'files' | 'resolution' | 'sourceOf'>

export function goMeant(
  names: readonly string[],
  from: PassingFile,
  known: Known,
): readonly PlacedRouter[] {
  const method = names.at(-1)!
  if (!from.path.endsWith('.go') || names.length < 2) return []
  const spelled = partsOf(names.slice(0, -1), from, known)
  return spelled ? methodsOf(spelled, method, known) : []
}

/** A folder, and in it a type or a function that gives one; a package alone has functions, which are no methods. */
interface Spelled {
  readonly folder: string
  readonly word: string
}

function partsOf(names: readonly string[], from: PassingFile, known: Known): Spelled | undefined {
  const [first, word, ...more] = names
  const folder = folderBehind(first!, from, known)
  if (folder !== undefined) return word && more.length === 0 ? { folder, word } : undefined
  const said = typesOf(names.at(-1)!, known.sourceOf(from.path)).map(each => {
    const [module, inner] = each.split('.')
    const home = inner === undefined ? folderOf(from.path) : folderBehind(module!, from, known)
    return home === undefined ? undefined : { folder: home, word: inner ?? module! }
  })
  const [one] = said
  return one && said.every(each => each?.folder === one.folder) ? one : undefined
}

/** Of `h := users.New(db)`, `h = &users.Handler{}`, `h *users.Handler`, wherever the file says so. */
function typesOf(name: string, source: string): readonly string[] {
  const said = new RegExp(
    String.raw`(?<![.\w])${name}(?:\s*:?=\s*&?((?:\w+\.)?\w+)[({]|[ \t]+\*?(\w+\.[A-Z]\w*)\b)`,
    'g',
  )
  return [...new Set([...source.matchAll(said)].map(each => each[1] ?? each[2]!))]
}

/** Of the repository: where the package lies that the file calls so. */
function folderBehind(word: string, { path, outline }: PassingFile, { resolution }: Known) {
  const named = outline.imports.filter(each => (each.alias || packageName(each.module)) === word)
  const [file] = named.flatMap(each => resolveImport(path, each, resolution))
  return file === undefined ? undefined : folderOf(file)
}

/** `example.org/shop/users/v2` is used as `users`. */
const packageName = (module: string) =>
  module
    .replace(/\/v\d+$/, '')
    .split('/')
    .at(-1)

function methodsOf({ folder, word }: Spelled, method: string, { files, sourceOf }: Known) {
  const inFolder = [...files.values()].filter(
    each => each.path.endsWith('.go') && folderOf(each.path) === folder,
  )
  const found = inFolder.flatMap(file => methodsIn(file, method))
  const owners = new Set(found.map(each => each.owner))
  if (owners.size < 2) return found.map(each => each.placed)
  const given = new RegExp(String.raw`\bfunc ${word}\([^{}]{0,300}\)\s*\(?\s*\*?(\w+)`)
  const type =
    inFolder.map(each => given.exec(sourceOf(each.path))?.[1]).find(each => each !== undefined) ??
    word
  const own = found.filter(each => each.owner === type)
  return (own.length > 0 ? own : found).map(each => each.placed)
}

function methodsIn({ path, outline, depth }: RoutedFile, method: string) {
  return depth.routers.flatMap((router, index) => {
    const { name = '', parent = -1 } = outline.declarations[router.within] ?? {}
    const parts = name.split('.')
    const owner = outline.declarations[parent]?.name ?? parts.at(-2)
    return owner !== undefined && parts.at(-1) === method
      ? [{ owner, placed: { file: path, index, router } }]
      : []
  })
}

/** By method: the routers that calls mean, or nothing where one of the calls may mean any. */
const asked = new WeakMap<Known['files'], Map<string, ReadonlySet<string> | undefined>>()

/** Every call of a method of this name is known to mean another one. */
export function isMeantElsewhere(below: PlacedRouter, method: string, known: Known): boolean {
  const before = asked.get(known.files) ?? new Map<string, ReadonlySet<string> | undefined>()
  asked.set(known.files, before)
  if (!before.has(method)) before.set(method, meantBy(method, known))
  const meant = before.get(method)
  return meant !== undefined && !meant.has(keyOf(below))
}

function meantBy(method: string, known: Known): ReadonlySet<string> | undefined {
  const go = [...known.files.values()].filter(each => each.path.endsWith('.go'))
  const uses = go.flatMap(file => usesIn(file, method, known))
  return uses.length > 0 && uses.every(each => each.length > 0)
    ? new Set(uses.flat().map(keyOf))
    : undefined
}

/** Of every line that says `.Routes`: what the call means, if it is one. */
function usesIn(file: RoutedFile, method: string, known: Known) {
  const source = known.sourceOf(file.path)
  if (!source.includes(`.${method}`)) return []
  const use = new RegExp(String.raw`\.${method}\b`)
  const call = new RegExp(String.raw`[\w.]+(?:\([^()]{0,200}\))?\.${method}(?=\()`)
  return source
    .split('\n')
    .map(each => each.replace(/(?<!:)\/\/.*$/, ''))
    .filter(each => use.test(each))
    .map(each => goMeant(readExpression(call.exec(each)?.[0] ?? '').names ?? [], file, known))
}
