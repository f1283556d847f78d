// Outlines as columns of numbers and one run of text: small on disk, and names can be had without the rest. Pure.

import { declarationKinds } from '../contract/declaration-kinds.ts'
import type { Declaration, Outline } from './model.ts'

const kindNumbers = new Map(declarationKinds.map((kind, index) => [kind, index]))

/** Counts of the four kinds of facts, suspicion, bytes of names, bytes of all text. */
const HEADER = 7
/** Numbers per declaration: kind and flags, parent, first line, last line. */
const PER_DECLARATION = 4
const STUB = 0x100
const EXPORTED = 0x200
const TEST = 0x400
const BODY = 0x800
/** Parts texts from each other. No name holds it. */
const SEPARATOR = '\0'

const SUSPECT = 1
const UNREACHED = 2

export function encodeOutline(outline: Outline): Uint8Array {
  const { declarations, imports, exports, problems } = outline
  const names = declarations.map(each => each.name).join(SEPARATOR)
  const text = textsOf(names, outline).join(SEPARATOR)
  const textBytes = Buffer.byteLength(text)
  const count =
    HEADER +
    declarations.length * PER_DECLARATION +
    imports.length +
    exports.length +
    problems.length * 2
  const bytes = new Uint8Array(padded(count * 4 + textBytes))
  const numbers = new Int32Array(bytes.buffer, 0, count)
  numbers[0] = declarations.length
  numbers[1] = imports.length
  numbers[2] = exports.length
  numbers[3] = problems.length
  numbers[4] = (outline.isSuspect ? SUSPECT : 0) | (outline.mayBeUnreached ? UNREACHED : 0)
  numbers[5] = Buffer.byteLength(names)
  numbers[6] = textBytes
  let at = HEADER
  for (const each of declarations) {
    numbers[at++] = (kindNumbers.get(each.kind) ?? 0) | flagsOf(each)
    numbers[at++] = each.parent
    numbers[at++] = each.line
    numbers[at++] = each.endLine
  }
  for (const each of imports) numbers[at++] = each.line
  for (const each of exports) numbers[at++] = each.line
  for (const each of problems) {
    numbers[at++] = each.line
    numbers[at++] = each.column
  }
  Buffer.from(bytes.buffer, count * 4, textBytes).write(text)
  return bytes
}

function flagsOf({ hasBody, isStub, isExported, isTest }: Declaration): number {
  return (
    (hasBody ? BODY : 0) | (isStub ? STUB : 0) | (isExported ? EXPORTED : 0) | (isTest ? TEST : 0)
  )
}

/**
 * All texts behind the declared names, which stand first so that they can be read alone. A comma ends each decorator, as one
 * that is no name (`@(lambda f: f)`) has no text of its own.
 */
function textsOf(names: string, outline: Outline): string[] {
  const { language, declarations, imports, exports, problems } = outline
  const texts = [names, language]
  for (const { decorators } of declarations)
    texts.push(decorators.length === 0 ? '' : `${decorators.join(',')},`)
  for (const { module, name, alias } of imports) texts.push(module, name, alias)
  for (const { name, local, module } of exports) texts.push(name, local, module)
  for (const { message } of problems) texts.push(message)
  return texts
}

const padded = (size: number) => (size + 3) & ~3

interface Columns {
  readonly numbers: Int32Array
  /** Bytes of all texts. */
  readonly text: Buffer
}

/** `bytes` must begin at a multiple of four in its buffer. */
function columnsOf(bytes: Uint8Array): Columns {
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  const [declarations = 0, imports = 0, exports = 0, problems = 0, , , textBytes = 0] = numbers
  const textStart = 4 * (HEADER + declarations * PER_DECLARATION + imports + exports + problems * 2)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + textStart, textBytes)
  return { numbers, text }
}

/** The declared names of an encoded outline, in order. */
export function namesIn(bytes: Uint8Array): readonly string[] {
  const { numbers, text } = columnsOf(bytes)
  return numbers[0] === 0 ? [] : text.toString('utf8', 0, numbers[5]).split(SEPARATOR)
}

/** Where each declared name stands in an encoded outline, in order. */
export function eachName(
  bytes: Uint8Array,
  visit: (index: number, start: number, end: number) => void,
): void {
  const { numbers, text } = columnsOf(bytes)
  let start = text.byteOffset - bytes.byteOffset
  const last = start + numbers[5]!
  for (let index = 0; index < numbers[0]!; index++) {
    const next = bytes.indexOf(0, start)
    const end = next === -1 || next > last ? last : next
    visit(index, start, end)
    start = end + 1
  }
}

/** Of outlines that are there, and say the same line by line. */
export const isSameRecord = (one: Uint8Array | undefined, other: Uint8Array | undefined) =>
  one !== undefined && other !== undefined && Buffer.compare(one, other) === 0

export function decodeOutline(bytes: Uint8Array): Outline {
  const { numbers, text } = columnsOf(bytes)
  const names = namesIn(bytes)
  const texts = text.toString('utf8', numbers[5]! + 1).split(SEPARATOR)
  const [declarations = 0, imports = 0, exports = 0, problems = 0, marks = 0] = numbers
  const importLines = HEADER + declarations * PER_DECLARATION
  const exportLines = importLines + imports
  const problemPlaces = exportLines + exports
  const importTexts = declarations + 1
  const exportTexts = importTexts + imports * 3
  const problemTexts = exportTexts + exports * 3
  return {
    language: texts[0]!,
    declarations: times(declarations, index => {
      const at = HEADER + index * PER_DECLARATION
      const flags = numbers[at]!
      const decorators = texts[1 + index]!
      return {
        kind: declarationKinds[flags & 0xff]!,
        name: names[index]!,
        parent: numbers[at + 1]!,
        line: numbers[at + 2]!,
        endLine: numbers[at + 3]!,
        hasBody: (flags & BODY) !== 0,
        isStub: (flags & STUB) !== 0,
        isExported: (flags & EXPORTED) !== 0,
        isTest: (flags & TEST) !== 0,
        decorators: decorators.split(',').slice(0, -1),
      }
    }),
    imports: times(imports, index => ({
      module: texts[importTexts + index * 3]!,
      name: texts[importTexts + index * 3 + 1]!,
      alias: texts[importTexts + index * 3 + 2]!,
      line: numbers[importLines + index]!,
    })),
    exports: times(exports, index => ({
      name: texts[exportTexts + index * 3]!,
      local: texts[exportTexts + index * 3 + 1]!,
      module: texts[exportTexts + index * 3 + 2]!,
      line: numbers[exportLines + index]!,
    })),
    problems: times(problems, index => ({
      line: numbers[problemPlaces + index * 2]!,
      column: numbers[problemPlaces + index * 2 + 1]!,
      message: texts[problemTexts + index]!,
    })),
    isSuspect: (marks & SUSPECT) !== 0,
    ...((marks & UNREACHED) !== 0 && { mayBeUnreached: true }),
  }
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
