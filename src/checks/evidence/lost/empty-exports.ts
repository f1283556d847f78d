// Exports of nothing: a name that a file exports and that is in no file which could have it. Told only where everything that could have
// it can be read: relative imports, without what a module makes of itself while it runs, and without any other use of the word.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration, Export, Outline } from '../../../code/model.ts'
import { isForeignPath } from '../../../code/own-code.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { folderOf, joinPath } from '../../../code/resolving/paths.ts'
import type { EmptyExport } from '../../../evidence/facts.ts'
import { whyEmptyInRust } from './empty-rust-exports.ts'
import { givenBy, isLeftAlone, isNowhereElse } from './given-exports.ts'
import { hasNoDefault, isKeptInside } from './kept-inside.ts'
import { mayBind, withoutTexts } from './python-bindings.ts'
import { takenBack } from './taken-back.ts'

const readable = /\.([cm]?[jt]sx?|pyi?|rs)$/
const deepest = 8

/** Of the names that somebody asks for. */
export function emptyExports(
  path: string,
  outline: Outline,
  asked: ReadonlySet<string>,
  codebase: Codebase,
): readonly EmptyExport[] {
  if (asked.size === 0 || !readable.test(path)) return []
  return outline.exports
    .filter(({ name, local }) => asked.has(name) && local !== '')
    .flatMap(each => {
      const why = whyEmpty(path, outline, each, codebase)
      return why === undefined ? [] : [{ name: each.name, line: each.line, why }]
    })
}

/** A name that holds what is not there is declared, and offers nothing. */
export function withoutExports(outline: Outline, empty: readonly EmptyExport[]): Outline {
  const isEmpty = ({ name, line }: Export) =>
    empty.some(each => each.name === name && each.line === line)
  return empty.length === 0
    ? outline
    : {
        ...outline,
        exports: outline.exports.filter(each => !isEmpty(each)),
        declarations: outline.declarations.map(each =>
          isHidden(each, outline.exports, isEmpty) ? { ...each, isExported: false } : each,
        ),
      }
}

const isHidden = (
  { name, parent }: Declaration,
  exports: readonly Export[],
  isEmpty: (each: Export) => boolean,
) => {
  const own = parent < 0 ? exports.filter(each => each.name === name) : []
  return own.length > 0 && own.every(isEmpty)
}

function whyEmpty(
  path: string,
  outline: Outline,
  each: Export,
  codebase: Codebase,
): string | undefined {
  const { name, local, module, line } = each
  const said = `${path}:${line} exports ${name}`
  if (path.endsWith('.rs')) return whyEmptyInRust(path, each, codebase)
  const back = whyTakenBack(path, each, codebase)
  if (back !== undefined) return `${said}, ${back}`
  if (module !== '') return whyEmptyFrom(path, module, local, said, codebase)
  if (!mayHave(path, outline, local, codebase, deepest)) return `${said}, which it does not have`
  return /\.[cm]?[jt]sx?$/.test(path) ? whyNotGiven(path, outline, each, codebase) : undefined
}

function whyTakenBack(path: string, each: Export, codebase: Codebase): string | undefined {
  const text = textOf(path, codebase)
  if (!/\.pyi?$/.test(path)) return takenBack(path, each, withoutComments(text))
  // A module of its own is found whatever its package binds.
  return isModule(path, each.name, codebase) ? undefined : takenBack(path, each, withoutTexts(text))
}

/** `exports.gone = gone`, `module.exports = { gone }`, `exports.gone = require('./nofile')`. */
function whyNotGiven(path: string, outline: Outline, each: Export, codebase: Codebase) {
  const said = `${path}:${each.line} exports ${each.name}`
  const text = textOf(path, codebase)
  const code = withoutComments(text)
  const given = givenBy(each, code)
  if (!given) return undefined
  if (given.kind === 'module') return whyEmptyFrom(path, given.module, given.member, said, codebase)
  const name = given.kind === 'member' ? given.owner : given.name
  const brought = outline.imports.find(one => (one.alias || one.name) === name)
  if (given.kind === 'member')
    return brought?.name === '*' && isLeftAlone(given, code)
      ? whyEmptyFrom(path, brought.module, given.member, said, codebase)
      : undefined
  if (brought) return whyEmptyFrom(path, brought.module, brought.name, said, codebase)
  const isDeclared = outline.declarations.some(one => one.name === name)
  return isDeclared || !isNowhereElse(name, code, text)
    ? undefined
    : `${said}, which it does not have`
}

/** `local` is `*` where all of a module is meant. */
function whyEmptyFrom(
  path: string,
  module: string,
  local: string,
  said: string,
  codebase: Codebase,
): string | undefined {
  if (!module.startsWith('.')) return undefined
  const [target] = resolveImport(path, { module, name: local }, filesOf(codebase))
  if (target === undefined)
    return isUnseen(path, module, codebase)
      ? undefined
      : `${said} from ${module}, which does not exist`
  if (local === 'default' && !path.endsWith('.py'))
    return lacksDefault(target, codebase)
      ? `${said} from ${module}, which has no default`
      : undefined
  const isWhole = local === '*' || local === 'default'
  const has = target === path ? isBoundBeside : offers
  return isWhole || has(target, local, codebase, deepest)
    ? undefined
    : `${said} from ${module}, which has no such name`
}

function lacksDefault(target: string, codebase: Codebase): boolean {
  const outline = codebase.outline(target)
  if (!outline || outline.problems.length > 0) return false
  const code = withoutComments(textOf(target, codebase))
  return !dynamic.test(code) && hasNoDefault(target, outline, code)
}

/** `from . import gone` in the head of a package: there is no such module, so the head itself would have to bind it. */
function isBoundBeside(path: string, name: string, codebase: Codebase, depth: number): boolean {
  const outline = codebase.outline(path)
  if (!path.endsWith('/__init__.py') || !outline || outline.problems.length > 0) return true
  if (isUnseen(path, `.${name}`, codebase)) return true
  const folder = `${folderOf(path)}/${name}/`
  if (codebase.files.some(each => each.startsWith(folder))) return true
  const code = withoutTexts(textOf(path, codebase)).replace(ofItself, '')
  if (dynamic.test(code) || mayBind(code, name)) return true
  return starsOf(outline).some(module => passesOn(path, module, name, codebase, depth))
}

const ofItself = /^[ \t]*from\s+\.\s+import\s*(?:\([^)]*\)|(?:\\\n|[^\n;])*)/gm

/** Files alone; each that is asked for is noted by whoever traces the codebase. */
const filesOf = (codebase: Codebase): Resolution => ({
  files: { has: (path: string) => codebase.has(path) } as ReadonlySet<string>,
  packages: { byName: new Map(), byFolder: new Map() },
  tsconfigs: new Map(),
  go: { modules: [], byFolder: new Map() },
})

/** It may: whatever cannot be read to the end may have anything. */
function offers(path: string, name: string, codebase: Codebase, depth: number): boolean {
  const outline = codebase.outline(path)
  if (depth === 0 || !outline || !readable.test(path)) return true
  if (outline.language === '' || outline.problems.length > 0) return true
  // A name of a package may be a module of its own.
  if (isCalled(path, name)) return true
  const renamed = outline.exports.find(each => each.name === name && each.local !== name)
  if (renamed && renamed.local !== '')
    return renamed.module !== '' || mayHave(path, outline, renamed.local, codebase, depth)
  const code = withoutComments(textOf(path, codebase))
  return !dynamic.test(code) && isKeptInside(path, outline, name, code)
    ? starsOf(outline).some(module => passesOn(path, module, name, codebase, depth))
    : mayHave(path, outline, name, codebase, depth)
}

const dynamic =
  /\b(__getattr__|globals\(\)|setattr\(|exec\(|eval\(|__exportStar|Object\.(assign|definePropert)|module\.exports\s*=(?!\s*\{)|exports\[|exports\s*=\s*\{[\s\S]*(?:\.\.\.|[{,]\s*\[)|lazy)|[(,]\s*(?:module\.)?exports\s*[,)]|\w\[\w+\]\s*=(?!=)/

function mayHave(
  path: string,
  outline: Outline,
  name: string,
  codebase: Codebase,
  depth: number,
): boolean {
  if (outline.declarations.some(each => each.name === name)) return true
  if (outline.imports.some(each => each.alias === name || each.name === name)) return true
  const text = textOf(path, codebase)
  const isPython = /\.pyi?$/.test(path)
  const code = isPython
    ? withoutTexts(text)
    : withoutComments(text).replace(/\bexport\s+(?:type\s+)?\{[^}]*\}(?!\s*from)/g, '')
  if (dynamic.test(code) || (isPython ? mayBind : holdsWord)(code, name)) return true
  if (isPython && isModule(path, name, codebase)) return true
  return starsOf(outline).some(module => passesOn(path, module, name, codebase, depth))
}

const textOf = (path: string, codebase: Codebase) =>
  Buffer.from(codebase.bytes(path) ?? []).toString('utf8')

/** Its lines stay where they are. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*/g, each => each.replace(/[^\n]/g, ''))

const holdsWord = (code: string, name: string) => code.split(/[^\p{L}\p{N}_$]+/u).includes(name)

const isModule = (path: string, name: string, codebase: Codebase) =>
  resolveImport(path, { module: '.', name }, filesOf(codebase)).some(each => isCalled(each, name))

const isCalled = (path: string, name: string) =>
  path.replace(/(\/__init__)?\.pyi?$/, '').endsWith(`/${name}`)

const starsOf = ({ exports, imports }: Outline) => [
  ...exports.filter(each => each.name === '*' && each.module !== '').map(each => each.module),
  ...imports.filter(each => each.name === '*' && each.alias === '*').map(each => each.module),
]

function passesOn(from: string, module: string, name: string, codebase: Codebase, depth: number) {
  const [target] = resolveImport(from, { module, name: '*' }, filesOf(codebase))
  return target === undefined || offers(target, name, codebase, depth - 1)
}

/** On disk and not in the repository, or written by a generator when somebody runs it. */
function isUnseen(from: string, module: string, codebase: Codebase): boolean {
  const dots = /^\.+/.exec(module)![0].length
  const plain = /\.pyi?$/.test(from)
    ? `${'../'.repeat(dots - 1)}${module.slice(dots).replaceAll('.', '/')}`
    : module
  const path = joinPath(folderOf(from), plain === '' ? '.' : plain)
  if (path === undefined) return true
  if (isForeignPath(path) || isForeignPath(`${path}/`) || /generated|(^|\/)_?gen(\/|$)/i.test(path))
    return true
  const stem = path.replace(/\.[cm]?jsx?$/, '')
  return endings.some(each => codebase.bytes(`${stem}${each}`) !== undefined)
}

const endings = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.d.ts',
  '.js',
  '.mjs',
  '.cjs',
  '.json',
  '/index.ts',
  '/index.js',
  '.py',
  '/__init__.py',
  '.so',
  '.node',
  '.pyx',
]
