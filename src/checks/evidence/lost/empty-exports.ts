// Exports of nothing: a name that a file exports and that is in no file which could have it. Told only where everything that could have
// it can be read: relative imports, without what a module makes of itself while it runs, and without any other use of the word.

import type { Codebase } from '../../../code/codebase.ts'
import type { Export, Outline } from '../../../code/model.ts'
import { isForeignPath } from '../../../code/own-code.ts'
import { type Resolution, resolveImport } from '../../../code/resolve.ts'
import { folderOf, joinPath } from '../../../code/resolving/paths.ts'
import type { EmptyExport } from '../../../evidence/facts.ts'

const readable = /\.([cm]?[jt]sx?|pyi?)$/
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
    .filter(({ name, local }) => asked.has(name) && local !== '' && local !== '*')
    .flatMap(each => {
      const why = whyEmpty(path, outline, each, codebase)
      return why === undefined ? [] : [{ name: each.name, line: each.line, why }]
    })
}

export function withoutExports(outline: Outline, empty: readonly EmptyExport[]): Outline {
  const isEmpty = ({ name, line }: Export) =>
    empty.some(each => each.name === name && each.line === line)
  return empty.length === 0
    ? outline
    : { ...outline, exports: outline.exports.filter(each => !isEmpty(each)) }
}

function whyEmpty(
  path: string,
  outline: Outline,
  { name, local, module, line }: Export,
  codebase: Codebase,
): string | undefined {
  const said = `${path}:${line} exports ${name}`
  if (module === '')
    return mayHave(path, outline, local, codebase, deepest)
      ? undefined
      : `${said}, which it does not have`
  if (!module.startsWith('.')) return undefined
  const [target] = resolveImport(path, { module, name: local }, filesOf(codebase))
  if (target === undefined)
    return isUnseen(path, module, codebase)
      ? undefined
      : `${said} from ${module}, which does not exist`
  return offers(target, local, codebase, deepest)
    ? undefined
    : `${said} from ${module}, which has no such name`
}

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
  return mayHave(path, outline, name, codebase, depth)
}

const dynamic =
  /\b(__getattr__|globals\(\)|setattr\(|exec\(|eval\(|__exportStar|Object\.(assign|definePropert)|module\.exports\s*=\s*(?!\{)|exports\[|lazy)/

function mayHave(
  path: string,
  outline: Outline,
  name: string,
  codebase: Codebase,
  depth: number,
): boolean {
  if (outline.declarations.some(each => each.name === name)) return true
  if (outline.imports.some(each => each.alias === name || each.name === name)) return true
  const text = Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
  const isPython = /\.pyi?$/.test(path)
  const code = isPython
    ? text.replace(/#.*/g, '').replace(/__all__\s*\+?=\s*[[(][^\])]*[\])]/g, '')
    : text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        .replace(/\bexport\s+(?:type\s+)?\{[^}]*\}(?!\s*from)/g, '')
  if (dynamic.test(code) || holdsWord(code, name)) return true
  if (isPython && isModule(path, name, codebase)) return true
  return starsOf(outline).some(module => passesOn(path, module, name, codebase, depth))
}

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
  '.pyx',
]
