// Whether a file may hold code that never runs: a look at its bytes, which spares nearly every file a parse. What is looked for is what
// people really write, by the part of it that is found fastest: a search is the faster the rarer its first letter is, and `if` begins
// with a common one. What stands behind a `return` of Python its scanner tells on the way.

import { mayFollowJump } from './may-follow-jump.ts'

export function mayHoldDeadCode(path: string, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isPython.test(path))
    return ['False', '0:', '0 :', '0 and', 'True', '1:', '1 :'].some(each =>
      holds(text, each, deadLine),
    )
  if (isScript.test(path))
    return (
      ['(false', '(0)', '(0 &&', '(true)', '(1)'].some(each => holds(text, each, isBehindIf)) ||
      holds(text, 'false &&', isLineHead) ||
      mayFollowJump(text, 'javascript')
    )
  return (
    others.some(each => text.includes(each)) ||
    mayFollowJump(text, jumping[path.slice(path.lastIndexOf('.'))] ?? '')
  )
}

/** Languages with a word of their own for it. */
const jumping: Readonly<Record<string, string>> = { '.rb': 'ruby', '.sol': 'solidity' }

const isPython = /\.pyi?$/
const isScript = /\.([cm]?[jt]s|[jt]sx)$/
const others = [
  'if (false',
  'if(false',
  'if false',
  'if (0',
  'if(0',
  'if (1)',
  'if(1)',
  'while (0)',
  'while(0)',
  'if 0',
  'if (!1',
  'unless true',
  'while (false',
  'while false',
  '#if 1',
  'if (true',
  'if(true',
  'if true',
  'unless false',
  'false &&',
  'cfg(any())',
  '//go:build ignore',
  '// +build ignore',
]

type Test = (text: Buffer, at: number) => boolean

function holds(text: Buffer, sought: string, isDead: Test): boolean {
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1))
    if (isDead(text, at)) return true
  return false
}

/** At the head of a line and with nothing but the constant, in Python: prose says `if False` too. */
function deadLine(text: Buffer, at: number): boolean {
  const before = text[at - 1]
  const isBehindWord = before === SPACE && (text[at - 3] === LETTER_I || text[at - 3] === LETTER_L)
  if (!isBehindWord && !(text[at + 6] === LETTER_A && isLineHead(text, at))) return false
  const lineStart = text.lastIndexOf(10, at) + 1
  return deadIf.test(text.toString('latin1', lineStart, at + 20))
}

const deadIf =
  /^[ \t\f]*(?:(?:(?:el)?if|while) (?:False|0)(?:[ \t]*:| and\b)|(?:el)?if (?:True|1)[ \t]*:|False and\b)/

/** Nothing but blanks stands before it. */
function isLineHead(text: Buffer, at: number): boolean {
  let start = at
  while (start > 0 && (text[start - 1] === SPACE || text[start - 1] === TAB)) start--
  return start === 0 || text[start - 1] === LINE
}

function isBehindIf(text: Buffer, at: number): boolean {
  const end = text[at - 1] === SPACE ? at - 1 : at
  if (text[end - 1] === LETTER_E) return text[end - 2] === LETTER_L && text[end - 3] === LETTER_I
  return text[end - 1] === LETTER_F && text[end - 2] === LETTER_I
}

const LINE = 10
const TAB = 9
const SPACE = 32
const LETTER_A = 97
const LETTER_E = 101
const LETTER_F = 102
const LETTER_I = 105
const LETTER_L = 108
