// What the reader of a Python file remembers between one line and the next.

import type { Substance } from '../../bodies/substance.ts'
import { type Findings, noFindings, type Row } from '../rows.ts'
import { stopsOf } from '../survey/survey.ts'

/** A definition whose body is being read. */
export interface Block {
  readonly row: Row
  readonly index: number
  /** A class: what is assigned in it is declared. */
  readonly isClass: boolean
  readonly indent: number
  readonly hasBases: boolean
  readonly isProtocol: boolean
  substance: Substance
  /** All that it does is to give a function that refuses. */
  givesRefusal: boolean
  /** It refuses somewhere: whether on every way through it is asked at its end. */
  mayRefuse: boolean
}

/** The logical line that was read last. Written over for every line, because there are so many. */
interface LogicalLine {
  /** Offset of the newline that ends it, or of the end of the text. */
  end: number
  /** Offset after the code, before a comment. */
  codeEnd: number
  /** Offset of the colon that ends a header, or -1. */
  colon: number
}

export interface Reading extends Findings {
  /** Says whether the names of an import are offered on. */
  readonly isPackage: boolean
  /** Its bodies are empty because it is a `.pyi`. */
  readonly isInterfaceFile: boolean
  readonly blocks: Block[]
  /** The innermost of them. */
  block: Block | undefined
  /** Widths of the open indentations around the innermost, outermost first. */
  readonly indents: number[]
  /** Width of the innermost open indentation. */
  indent: number
  /** Width before the innermost definition, or -1: a line that is no deeper ends its body. */
  blockIndent: number
  /** Of the definition that is about to come. */
  decorators: string[]
  /** The names of `__all__`, once it is seen. */
  publicNames: { readonly names: string[]; readonly offset: number } | undefined
  /** The simple statement that declared something and has not ended yet. */
  simple: Row | undefined
  readonly line: LogicalLine
  /** Index of the stop that the reader has come to. */
  stop: number
  expectsIndent: boolean
  /** Width before the last line, where it was a `return` or a `raise`; else -1. */
  jumped: number
  mayBeUnreached: boolean
  /** Where the last logical line ended. */
  lastEnd: number
}

/** What decides where a logical line ends, and what stands in it. */
const stops = stopsOf('\n()[]{}"\'#\\:;')

export function begin(path: string, text: string): Reading {
  return {
    ...noFindings(path, text, stops),
    isPackage: /(^|\/)__init__\.pyi?$/.test(path),
    isInterfaceFile: path.endsWith('.pyi'),
    blocks: [],
    block: undefined,
    indents: [],
    indent: 0,
    blockIndent: -1,
    decorators: [],
    publicNames: undefined,
    simple: undefined,
    stop: 0,
    line: { end: 0, codeEnd: 0, colon: -1 },
    expectsIndent: false,
    jumped: -1,
    mayBeUnreached: false,
    lastEnd: 0,
  }
}
