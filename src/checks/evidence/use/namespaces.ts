// Whose name it is in languages whose files say to which package or namespace they belong: by what the file imports and by its own
// neighbours. Looks at texts only of files that declare the name and of the one that uses it. Undefined where nobody can tell.

import type { Codebase } from '../../../code/codebase.ts'
import type { Import } from '../../../code/model.ts'
import { modulesOfRust } from './rust-modules.ts'

/** Files one of which is meant; none where it is plainly somebody else's. */
export type Homes = readonly string[] | undefined

export interface Namespaces {
  /** `bound`: the imports of the file that are called so; none for a plain name. */
  readonly homesOf: (path: string, name: string, bound: Import | undefined) => Homes
}

interface Language {
  readonly files: RegExp
  /** How a file says where it belongs. */
  readonly says: RegExp
  /** Between the parts of a name. */
  readonly separator: string
  /** A name that is neither imported nor beside is no name of the repository. */
  readonly isClosed: boolean
  /** What lies in no namespace is seen from all: functions of PHP, anything of C#. */
  readonly seesOutermost?: true
}

const languages: readonly Language[] = [
  { files: /\.(java|kts?)$/, says: /^[ \t]*package\s+([\w.]+)/gm, separator: '.', isClosed: true },
  {
    files: /\.php$/,
    says: /^[ \t]*namespace\s+([\w\\]+)/gm,
    separator: '\\',
    isClosed: true,
    seesOutermost: true,
  },
  {
    files: /\.cs$/,
    says: /^[ \t]*namespace\s+([\w.]+)/gm,
    separator: '.',
    isClosed: false,
    seesOutermost: true,
  },
]

export function namespacesOf(codebase: Codebase): Namespaces {
  const spaces = new Map<string, string | undefined>()
  const spaceOf = (path: string, says: RegExp) => {
    if (!spaces.has(path)) spaces.set(path, spaceIn(textOf(path, codebase), says))
    return spaces.get(path)
  }
  const rust = modulesOfRust(codebase)
  return {
    homesOf(path, name, bound) {
      if (path.endsWith('.rs')) return rust(path, name, bound)
      const language = languages.find(each => each.files.test(path))
      return language && homesIn({ path, language, spaceOf, codebase }, name, bound)
    },
  }
}

interface Asking {
  readonly path: string
  readonly language: Language
  readonly spaceOf: (path: string, says: RegExp) => string | undefined
  readonly codebase: Codebase
}

interface Home {
  readonly path: string
  readonly space: string
}

function homesIn(asking: Asking, name: string, bound: Import | undefined): Homes {
  const { path, language, spaceOf, codebase } = asking
  const own = spaceOf(path, language.says)
  const word = bound ? wordOf(bound, language) : name
  const declaring = codebase.declaring(word).filter(each => language.files.test(each))
  const homes: readonly Home[] = declaring.flatMap(each => {
    const space = spaceOf(each, language.says)
    return space === undefined ? [] : [{ path: each, space }]
  })
  // One that does not say where it belongs, or says it twice, may be the one.
  if (own === undefined || homes.length < declaring.length || declaring.length === 0)
    return undefined
  if (bound) return imported(bound, homes, asking)
  return beside(own, homes, asking) ?? elsewhere(name, asking)
}

/** `using M = Shop.Mailer` names the last part. */
const wordOf = ({ module, name }: Import, { separator }: Language) =>
  name === '*' ? (module.split(separator).at(-1) ?? '') : name

const pathsIn = (homes: readonly Home[], isMeant: (space: string) => boolean) => {
  const found = homes.filter(each => isMeant(each.space)).map(each => each.path)
  return found.length > 0 ? found : undefined
}

function imported(bound: Import, homes: readonly Home[], asking: Asking): Homes {
  const { separator, isClosed } = asking.language
  const parts = bound.module.split(separator)
  const space = bound.name === '*' ? parts.slice(0, -1).join(separator) : bound.module
  const found = pathsIn(homes, each => isSame(each, space)) ?? ofMember(space, homes, asking)
  return found ?? (isClosed ? [] : undefined)
}

/** `import static shop.Util.run`: what is in front is a type of the package before it. */
function ofMember(
  owner: string,
  homes: readonly Home[],
  { codebase, language: { separator } }: Asking,
): Homes {
  const parts = owner.split(separator)
  const types = parts.map((type, index) => ({ type, space: parts.slice(0, index).join(separator) }))
  const found = homes.filter(home =>
    types.some(
      ({ type, space }) =>
        isSame(home.space, space) && codebase.declaring(type).includes(home.path),
    ),
  )
  return found.length > 0 ? found.map(each => each.path) : undefined
}

/** Of its own namespace and those around it, or of one that it opens as a whole. */
function beside(own: string, homes: readonly Home[], asking: Asking): Homes {
  const { path, language, codebase } = asking
  const opened = (codebase.outline(path)?.imports ?? [])
    .filter(each => each.name === '*' && each.alias === '')
    .map(each => each.module)
  const isAround = (space: string) =>
    space === ''
      ? language.seesOutermost === true
      : !language.isClosed && own.startsWith(`${space}${language.separator}`)
  return (
    pathsIn(homes, each => isSame(each, own)) ??
    pathsIn(homes, each => isAround(each) || opened.some(one => isSame(one, each)))
  )
}

/** Written with its namespace in front it may be anybody's. */
function elsewhere(name: string, { path, language, codebase }: Asking): Homes {
  if (!language.isClosed) return undefined
  const isQualified = new RegExp(String.raw`[.\\]\s*${name}(?![\w$])`).test(textOf(path, codebase))
  return isQualified ? undefined : []
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** Undefined where it says several. */
function spaceIn(text: string, says: RegExp): string | undefined {
  const said = new Set([...text.matchAll(says)].map(([, space]) => space!))
  return said.size > 1 ? undefined : ([...said][0] ?? '')
}

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
