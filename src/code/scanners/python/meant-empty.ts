// Bodies of Python that are empty because of what stands around them: a decorator, the branch of an `if`, an `except ImportError:`.
// Works on the text; is asked only of bodies without work.

import { afterSpacing, RETURN } from '../lexing.ts'
import type { Row } from '../rows.ts'

/** `@singledispatch`, with something registered on it for each type: what is left is refused. */
export const isDispatched = (text: string, row: Row): boolean =>
  (row.decorators.some(each => /(^|\.)singledispatch(method)?$/.test(each)) ||
    isDispatchedBelow(text, row)) &&
  new RegExp(String.raw`(?:^|\s|@)${row.name}\.register\b`).test(text)

/** `name = singledispatch(name)`. */
function isDispatchedBelow(text: string, { name, bodyEnd }: Row): boolean {
  const below = text.slice(bodyEnd, bodyEnd + LONGEST_BRANCH)
  if (!below.includes('singledispatch')) return false
  const given = /^\s*(\w+) = (?:\w+\.)?singledispatch(?:method)?\((\w+)\)/m.exec(below)
  return given?.[1] === name && given[2] === name
}

/** Below `except ImportError:` stands what is done without a package. */
export function isFallback(text: string, { start }: Row): boolean {
  const header = headerOver(text, start)
  return (
    header !== undefined && /^\s*except\b.*\b(ImportError|ModuleNotFoundError)\b/.test(header.line)
  )
}

/** Below the `else:` of a choice whose other branch defines the same: where there is nothing to do. */
export function isOtherwiseWritten(text: string, { start, name }: Row): boolean {
  const header = headerOver(text, start)
  if (header === undefined || !/^\s*else\s*:/.test(header.line)) return false
  const width = header.line.search(/\S/)
  const choice = lineOut(text, header.start, width + 1)
  if (choice === undefined || !/^\s*(?:el)?if\b/.test(choice.line)) return false
  const branch = text.slice(choice.start, header.start)
  return new RegExp(String.raw`\n\s+(?:async )?def ${name}\b`).test(branch)
}

interface Line {
  readonly line: string
  readonly start: number
}

/** The header that a definition stands below; undefined where it stands below none. */
function headerOver(text: string, start: number): Line | undefined {
  const lineStart = text.lastIndexOf('\n', start) + 1
  return lineOut(text, lineStart, start - lineStart)
}

/** The nearest line before `end`, where one begins, that is indented by less than `width`. */
function lineOut(text: string, end: number, width: number): Line | undefined {
  const reach = Math.max(0, end - LONGEST_BRANCH)
  for (let start = end; width > 0 && start > reach; ) {
    const lineEnd = start - 1
    start = lineEnd === 0 ? 0 : text.lastIndexOf('\n', lineEnd - 1) + 1
    const at = afterSpacing(text, start)
    if (at < lineEnd && at - start < width && text.charCodeAt(at) !== RETURN)
      return { line: text.slice(start, lineEnd), start }
  }
  return undefined
}

const LONGEST_BRANCH = 1500

/** What plugins of pluggy may answer is called by the framework, and not there. */
export const isOfPlugins = (text: string, { kind, decorators }: Row): boolean =>
  decorators.some(each => /(^|\.)hookspec$/.test(each)) ||
  (kind === 'function' && text.slice(0, LONGEST_HEAD).includes('HookspecMarker('))

/** Made where a module begins. */
const LONGEST_HEAD = 4000

/** Below `if TYPE_CHECKING:`, and what runs has its name from elsewhere. */
export function isForCheckers(text: string, { kind, name, start }: Row): boolean {
  for (let above = headerOver(text, start); above; above = headerAbove(text, above))
    if (/^\s*if (?:\w+\.)?TYPE_CHECKING\s*:/.test(above.line))
      return kind === 'method' || isBoundTwice(text, name)
  return false
}

function headerAbove(text: string, { line, start }: Line): Line | undefined {
  return lineOut(text, start, line.search(/\S/))
}

const isBoundTwice = (text: string, name: string): boolean => {
  const bindings = String.raw`\b(?:def|class) ${name}\b|^[ \t]*${name} ?[:=]|\bimport\b.*\b${name}\b`
  return [...text.matchAll(new RegExp(bindings, 'gm'))].length > 1
}

/** `@click.group()`, `@app.callback()` of typer: a group of commands does its work by being registered. */
export const isGroup = (text: string, { decorators }: Row): boolean =>
  decorators.some(
    each => /(^|\.)group$/.test(each) || (/\.callback$/.test(each) && /\btyper\b/.test(text)),
  )
