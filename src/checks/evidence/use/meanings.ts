// What a name means in the file that uses it: the name under which it is declared, and the files that may declare it, by the imports of
// the file, through whatever exports it in turn. Where nobody can tell, it may be any declaration of that name, as a global is.

import { askedOnce } from '../../../base/asked-once.ts'
import type { Codebase } from '../../../code/codebase.ts'
import { quotedModule } from '../../../code/depth/uses/dotted-paths.ts'
import type { Import, Outline } from '../../../code/model.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { namespacesOf } from './namespaces.ts'
import { type FoundIn, type OriginsIn, originsIn } from './origins.ts'
import { isPackage } from './packages.ts'

export interface Meaning {
  readonly name: string
  /** Files one of which declares it: none for what a package brings. Undefined where nobody can tell. */
  readonly files: readonly string[] | undefined
  /** It says so by an import; else it is a plain name of the file, which can be no method. */
  readonly isImported: boolean
}

export interface Meanings {
  /** The words by which a file calls what it imports under one of the names. */
  readonly aliasesIn: (path: string, names: ReadonlySet<string>) => ReadonlySet<string>
  readonly of: (path: string, use: Use) => readonly Meaning[]
  /** What a file exports in turn of others. */
  readonly exported: (path: string, module: string, name: string) => Meaning
}

interface Use {
  readonly name: string
  readonly on?: string
}

export const scriptFile = /\.([cm]?[jt]sx?|vue|svelte)$/
const pythonFile = /\.pyi?$/
const goFile = /\.go$/
const typedFile = /\.(cs|java|kts?)$/

export function meaningsOf(codebase: Codebase, resolution: Resolution): Meanings {
  const boundIn = askedOnce((path: string) => bindings(path, codebase.outline(path)))
  const { homesOf } = namespacesOf(codebase)
  const fixturesOf = askedOnce(name =>
    codebase.declaring(name).filter(path => isFixture(path, name, codebase)),
  )
  const known = { codebase, resolution, origins: originsIn(codebase, resolution), fixturesOf }
  const imported = (path: string, { module, name }: Pick<Import, 'module' | 'name'>, as: string) =>
    importedAs(path, { module, name, as }, known)
  // The label of an application of Django stands for its models: `AUTH_USER_MODEL = "people.User"`.
  const named = (path: string, module: string, name: string) =>
    [module, `${module}.models`]
      .map(each => imported(path, { module: each, name }, name))
      .filter(each => each.files !== undefined && each.files.length > 0)
      .slice(0, 1)
  const ofRustPath = (path: string, name: string, on: string): Meaning => {
    const [first = '', ...rest] = on.split('::').slice(0, -1)
    // What a type has may be written anywhere.
    if (/^[A-Z]/.test(rest.at(-1) ?? first)) return unknown(name)
    const [brought] = boundIn(path).get(first) ?? []
    const start = brought ? [brought.module, brought.name] : [first]
    const module = [...start, ...rest].join('::')
    const files = homesOf(path, name, { module, name, alias: '', line: 0 })
    return files ? { name, files, isImported: true } : unknown(name)
  }
  // `Users.Map(app)` is of the type, where that is told and has such a member of its own.
  const ofType = (path: string, name: string, type: string): Meaning => {
    if (!typedFile.test(path) || !/^[A-Z]/.test(type)) return unknown(name)
    const bound = boundIn(path).get(type) ?? []
    const homes = homesOf(path, type, bound[0])
    const files = homes?.filter(each => hasMember(codebase.outline(each), type, name)) ?? []
    return files.length > 0 && bound.length < 2 ? { name, files, isImported: true } : unknown(name)
  }
  return {
    aliasesIn(path, names) {
      const all = [...boundIn(path)]
      return new Set(
        all.filter(([, of]) => of.some(each => names.has(nameOf(each)))).map(([word]) => word),
      )
    },
    of(path, { name, on }) {
      const isScoped = scriptFile.test(path) || pythonFile.test(path)
      const module = on === undefined ? undefined : quotedModule(on)
      if (module !== undefined && scriptFile.test(path))
        return [imported(path, { module, name }, name)]
      if (module !== undefined) return named(path, module, name)
      if (on?.endsWith('::')) return [ofRustPath(path, name, on)]
      if (on !== undefined) {
        const spaces = isScoped || goFile.test(path) ? (boundIn(path).get(on) ?? []) : []
        const isSpace = spaces.length > 0 && spaces.every(each => each.name === '*')
        return isSpace
          ? spaces.map(({ module }) => imported(path, { module, name }, name))
          : [ofType(path, name, on)]
      }
      const bound = boundIn(path).get(name) ?? []
      if (bound.length === 0) {
        const files = homesOf(path, name, undefined)
        return [files ? { name, files, isImported: false } : ownName(path, name, known)]
      }
      if (!isScoped)
        return bound.map(each => {
          const files = homesOf(path, name, each)
          return { name: nameOf(each), files, isImported: files !== undefined }
        })
      return bound.map(each => imported(path, each, name))
    },
    exported: (path, module, name) => imported(path, { module, name }, name),
  }
}

/** What is the same for every use of a name, found when it is asked for first. */
interface Known {
  readonly codebase: Codebase
  readonly resolution: Resolution
  readonly origins: OriginsIn
  /** Files that declare a fixture of the name. */
  readonly fixturesOf: (name: string) => readonly string[]
}

const unknown = (name: string): Meaning => ({ name, files: undefined, isImported: false })

const hasMember = (outline: Outline | undefined, type: string, name: string) =>
  outline?.declarations.some(
    (each, _, all) => each.name === name && all[each.parent]?.name === type,
  ) ?? false

/** `using M = Shop.Mailer` names the last part. */
const nameOf = ({ module, name }: Import) =>
  name === '*' ? (module.split(/[.\\:]+/).at(-1) ?? '') : name

/** By the word that a file uses for each. */
function bindings(
  path: string,
  outline: Outline | undefined,
): ReadonlyMap<string, readonly Import[]> {
  const word = ({ module, name, alias }: Import) => {
    if (alias !== '' && alias !== '*') return alias
    return name === '*' ? spaceOf(path, module) : name
  }
  const named = (outline?.imports ?? []).filter(each => word(each) !== '')
  return Map.groupBy(named, word)
}

/** What a module is called that is imported without a name for it. */
function spaceOf(path: string, module: string): string {
  if (pythonFile.test(path)) return module.replace(/\..*/s, '')
  return goFile.test(path) ? (/([^/]+?)(?:\/v\d+)?$/.exec(module)?.[1] ?? '') : ''
}

interface Asked {
  readonly module: string
  readonly name: string
  readonly as: string
}

function importedAs(
  path: string,
  { module, name, as }: Asked,
  { resolution, origins }: Known,
): Meaning {
  const files = resolveImport(path, { module, name }, resolution)
  if (files.length === 0) {
    const word = name === 'default' || name === '*' ? as : name
    return isPackage(path, module, resolution)
      ? { name: word, files: [], isImported: true }
      : unknown(word)
  }
  if (name === '*') return unknown(as)
  const found = files.map(each => origins(each, name))
  const isTold = goFile.test(path) || found.every(each => each !== undefined)
  const told = isTold ? found.flatMap(each => each ?? []) : []
  return told.length > 0 ? meaningOf(told) : unknown(name === 'default' ? as : name)
}

const meaningOf = (found: readonly FoundIn[]): Meaning => ({
  name: found[0]!.name,
  files: found.filter(each => each.name === found[0]!.name).map(each => each.path),
  isImported: true,
})

/** A plain name that a file does not import is its own, where it declares it, and in Python, where there are no others. */
function ownName(path: string, name: string, known: Known): Meaning {
  const { codebase } = known
  const outline = codebase.outline(path)
  if (!outline) return unknown(name)
  const isOwn = outline.declarations.some(each => each.name === name)
  if (scriptFile.test(path)) {
    const isModule = outline.imports.length > 0 || outline.exports.length > 0
    return isModule && isOwn ? { name, files: [path], isImported: false } : unknown(name)
  }
  if (goFile.test(path)) return ofPackage(path, name, codebase)
  if (!pythonFile.test(path)) return unknown(name)
  const stars = outline.imports.filter(each => each.alias === '*')
  const found = stars.map(({ module }) => starred(path, module, name, known))
  if (found.some(each => each === undefined)) return unknown(name)
  const files = [path, ...found.flatMap(each => each ?? []), ...known.fixturesOf(name)]
  return { name, files, isImported: false }
}

/** The files of a folder are one package. */
function ofPackage(path: string, name: string, codebase: Codebase): Meaning {
  const beside = codebase.declaring(name).filter(each => folderOf(each) === folderOf(path))
  return beside.length > 0 ? { name, files: beside, isImported: false } : unknown(name)
}

function starred(
  path: string,
  module: string,
  name: string,
  { resolution, origins }: Known,
): readonly string[] | undefined {
  const files = resolveImport(path, { module, name: '*' }, resolution)
  if (files.length === 0) return isPackage(path, module, resolution) ? [] : undefined
  const found = files.map(each => origins(each, name))
  return found.flatMap(each => each ?? []).map(each => each.path)
}

/** Given to whoever has a parameter of its name. */
const isFixture = (path: string, name: string, codebase: Codebase) =>
  codebase
    .outline(path)
    ?.declarations.some(
      each => each.name === name && each.decorators.some(one => /\bfixture$/.test(one)),
    ) ?? false
