// What the marks in a path stand for: texts that other files keep under a name, followed over imports. A mark that nobody can read
// stays in the path, and the place where it is written is told.

import { hasMark, marks, unreadMark } from '../depth/routers/mark.ts'
import type { Export, Import, Outline, Text } from '../model.ts'
import { type Resolution, resolveImport } from '../resolve.ts'
import type { Place } from './mount-graph.ts'

export interface ReadPath {
  readonly path: string
  readonly unread: Place | undefined
}

/** The text that a name of a file stands for; undefined where nobody can read it. */
export type TextOf = (file: string, name: string) => string | undefined

export function readMarks(path: string, at: Place, textOf: TextOf): ReadPath {
  if (!hasMark(path)) return { path, unread: undefined }
  const read = path.replace(marks, (_, doubt: string, name: string) => {
    const text = name === '' ? undefined : textOf(at.file, name)
    if (doubt === '') return text ?? unreadMark
    return text?.startsWith('/') ? text : ''
  })
  return { path: read, unread: read.includes(unreadMark) ? at : undefined }
}

export interface TextFile {
  readonly outline: Pick<Outline, 'imports' | 'exports'>
  readonly texts: readonly Text[]
}

export interface Texts {
  readonly resolution: Resolution
  readonly fileAt: (path: string) => TextFile | undefined
  /** Files that declare a name. */
  readonly declaring: (name: string) => readonly string[]
}

const deepest = 6

export function findTexts(texts: Texts): TextOf {
  return (file, name) => lookUp(file, name.split('.'), texts, 0)
}

function lookUp(
  path: string,
  names: readonly string[],
  texts: Texts,
  depth: number,
): string | undefined {
  const file = texts.fileAt(path)
  const [first, ...rest] = names
  if (!file || first === undefined || depth > deepest) return undefined
  const own = file.texts.find(each => each.name === names.join('.'))
  if (own && !own.isName) return own.value
  const copy = own ?? file.texts.find(each => each.isName && each.name === first)
  if (copy) {
    const behind = own ? [] : rest
    const other = [...copy.value.split('.'), ...behind]
    return other.join('.') === names.join('.') ? undefined : lookUp(path, other, texts, depth + 1)
  }
  const { imports, exports } = file.outline
  const bringing = imports.filter(each => (each.alias || each.name) === first)
  const passing = exports.filter(each => each.name === first && each.module !== '')
  const whole = exports.filter(each => each.name === '*' && each.module !== '')
  const modules = imports.flatMap(each => behindModule(each, names))
  const ways = [
    ...bringing.map(each => ({ each, rest })),
    ...passing.map(each => ({ each: importedBy(each), rest })),
    ...whole.map(each => ({ each: importedBy(each), rest: names })),
    ...modules,
  ]
  const found = ways.flatMap(way => lookIn(path, way, texts, depth + 1) ?? [])
  const local = exports.find(each => each.name === first && each.module === '')?.local
  if (found.length === 0 && local && local !== first)
    return lookUp(path, [local, ...rest], texts, depth + 1)
  return found[0] ?? beside(path, names, texts, depth)
}

const importedBy = ({ module, local, line }: Export): Import => ({
  module,
  name: local,
  alias: '',
  line,
})

interface Way {
  readonly each: Import
  readonly rest: readonly string[]
}

/** `import core.config` is used by its whole name, `example.org/shop/config` by the last part of it. */
function behindModule(each: Import, names: readonly string[]): readonly Way[] {
  if (each.name !== '*' || each.alias !== '') return []
  const parts = each.module.includes('/')
    ? [each.module.split('/').at(-1)!]
    : each.module.split('.')
  return names.slice(0, parts.length).join('.') === parts.join('.')
    ? [{ each, rest: names.slice(parts.length) }]
    : []
}

function lookIn(from: string, { each, rest }: Way, texts: Texts, depth: number) {
  for (const path of resolveImport(from, each, texts.resolution)) {
    const stem = path
      .replace(/(\/__init__)?\.\w+$/, '')
      .split('/')
      .at(-1)
    const isModule = each.name === '*' || (path.endsWith('.py') && stem === each.name)
    const choices = isModule ? [rest, ['default', ...rest]] : [[each.name, ...rest]]
    const found = choices.flatMap(names => lookUp(path, names, texts, depth) ?? [])
    if (found.length > 0) return found[0]
  }
  return undefined
}

/** A constant of the same package of Go, or of a class that one file alone declares. */
function beside(from: string, names: readonly string[], texts: Texts, depth: number) {
  const ending = /\.(go|java|kt|cs)$/.exec(from)?.[0]
  if (ending === undefined || depth > 0) return undefined
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  const files = texts
    .declaring(names[0]!)
    .filter(each => each.endsWith(ending) && each !== from)
    .filter(each => ending !== '.go' || each.slice(0, each.lastIndexOf('/') + 1) === folder)
  return files.length === 1 ? lookUp(files[0]!, names, texts, deepest) : undefined
}
