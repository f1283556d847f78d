// The one front door to outlines: bytes of a file to what it declares. Chooses the scanner by the ending of the path;
// what no scanner reads, and what a scanner lost its way in, goes to the fallback. Trouble is a problem with its place.

import { isAscii, isUtf8 } from 'node:buffer'
import { asCode, isComponent } from './component.ts'
import { interpreterIn } from './languages/interpreter.ts'
import { javascript } from './languages/javascript.ts'
import { python } from './languages/python.ts'
import { typescript } from './languages/typescript.ts'
import type { Outline, SyntaxProblem } from './model.ts'
import { isUnnamed } from './resolving/paths.ts'
import { scanPython } from './scanners/python/scanner.ts'
import { scanScript } from './scanners/script/scanner.ts'
import { scanSolidity } from './scanners/solidity/scanner.ts'

/** Reads a file through a tree; undefined for kinds of files that it does not know. */
export type Fallback = (path: string, bytes: Uint8Array) => Outline | undefined

type Scanner = (path: string, text: string, isAscii: boolean) => Outline

const scanners: ReadonlyMap<string, Scanner> = new Map([
  ['py', scanPython],
  ['pyi', scanPython],
  ['sol', scanSolidity],
  ...['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx'].map(end => [end, scanScript] as const),
])

/** The hash of this room's sources, put in by the build. */
declare const ANALYSER_HASH: string | undefined

/** Changes whenever an outline of the same bytes may come out differently, so that no cache outlives its maker. */
export const ANALYSER_VERSION = typeof ANALYSER_HASH === 'string' ? ANALYSER_HASH : 'source-3'

/** `isTreeRead`: the fallback reads it although a scanner could. */
export function outlineOf(
  file: string,
  content: Uint8Array,
  fallback?: Fallback,
  isTreeRead = false,
): Outline {
  const { path, bytes } = asCode(file, content)
  const plain = asUtf8(bytes)
  const scan = isTreeRead ? undefined : scannerOf(path, plain)
  const nullByte = plain.indexOf(0)
  if (nullByte !== -1) return unreadable(problemAt(plain, nullByte, 'a null byte: this is no text'))
  if (scan === undefined) return fallback?.(path, plain) ?? noOutline
  const isPlain = isAscii(plain)
  const outline = scan(path, latin1(plain), isPlain)
  const settled = outline.isSuspect ? secondOpinion(outline, fallback?.(path, plain)) : outline
  return isPlain || isUtf8(plain) || namesEncoding(path, plain)
    ? settled
    : withProblem(settled, invalidPlace(plain))
}

/** `# -*- coding: latin-1 -*-` in the first two lines of Python. */
function namesEncoding(path: string, bytes: Uint8Array): boolean {
  if (!/\.pyi?$/i.test(path)) return false
  const [first = '', second = ''] = latin1(bytes.subarray(0, 2 * LONGEST_LINE)).split(/\r?\n/)
  const lines = /^[ \t\f]*(#|$)/.test(first) ? [first, second] : [first]
  const named = lines.map(each => /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(each)?.[1])
  return named.some(each => each !== undefined && !/^utf-?8/i.test(each))
}

function scannerOf(path: string, bytes: Uint8Array): Scanner | undefined {
  if (!isUnnamed(path)) return scanners.get(endingOf(path))
  const ending = endings[interpreterIn(latin1(bytes.subarray(0, LONGEST_LINE))) ?? '']
  const scan = ending === undefined ? undefined : scanners.get(ending)
  return scan && ((_, text, isPlain) => scan(`${path}.${ending}`, text, isPlain))
}

/** What files that such a program reads are called, where they have an ending. */
const endings: Readonly<Record<string, string>> = Object.fromEntries(
  [python, javascript, typescript].flatMap(({ interpreters = [], extensions }) =>
    interpreters.map(each => [each, extensions[0]!.slice(1)]),
  ),
)

const LONGEST_LINE = 200

/** A scanner of our own reads this kind of file. */
export function hasScanner(path: string): boolean {
  return isComponent(path) || scanners.has(endingOf(path))
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}

/** Of what nothing here reads. */
export const noOutline: Outline = {
  language: '',
  declarations: [],
  imports: [],
  exports: [],
  problems: [],
  isSuspect: false,
}

function unreadable(problem: SyntaxProblem): Outline {
  return { ...noOutline, problems: [problem], isSuspect: true }
}

/** A tree without problems is right and the scanner was wrong; in a broken file the scanner loses less. */
function secondOpinion(scanned: Outline, read: Outline | undefined): Outline {
  if (read === undefined) return scanned
  return read.problems.length === 0 ? read : { ...scanned, problems: read.problems }
}

function withProblem(outline: Outline, problem: SyntaxProblem): Outline {
  return { ...outline, problems: [problem, ...outline.problems] }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Editors of Windows save UTF-16; everything else is read as it is. */
function asUtf8(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!isLittle && !isBig) return bytes
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes))
}

function invalidPlace(bytes: Uint8Array): SyntaxProblem {
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 4) {
    const middle = (valid + invalid) >>> 1
    if (isUtf8(bytes.subarray(0, startOfCharacter(bytes, middle)))) valid = middle
    else invalid = middle
  }
  while (valid < bytes.length && isUtf8(bytes.subarray(0, startOfCharacter(bytes, valid + 1))))
    valid++
  return problemAt(bytes, Math.min(valid, bytes.length - 1), 'bytes are not UTF-8')
}

/** At or up to three bytes before `at`, so that no character is cut in two. */
function startOfCharacter(bytes: Uint8Array, at: number): number {
  let start = at
  while (start > at - 3 && start > 0 && (bytes[start]! & 0xc0) === 0x80) start--
  return start
}

function problemAt(bytes: Uint8Array, offset: number, message: string): SyntaxProblem {
  let line = 1
  let lineStart = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line++
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1, message }
}
