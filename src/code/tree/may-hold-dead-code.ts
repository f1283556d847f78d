// Whether a file may hold code that never runs: a look at its bytes, which spares nearly every file a parse. What is looked for is what
// people really write, by the part of it that is found fastest: a search is the faster the rarer its first letter is, and `if` begins
// with a common one.

export function mayHoldDeadCode(path: string, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isPython.test(path)) return ['False', '0:', '0 :'].some(each => holds(text, each, deadLine))
  if (isScript.test(path)) return ['(false', '(0)'].some(each => holds(text, each, isBehindIf))
  return others.some(each => text.includes(each))
}

const isPython = /\.pyi?$/
const isScript = /\.([cm]?[jt]s|[jt]sx)$/
const others = [
  'if (false',
  'if(false',
  'if false',
  'if (0)',
  'if(0)',
  'if 0',
  'if (!1',
  'unless true',
  'while (false',
  'while false',
  '#if 1',
]

type Test = (text: Buffer, at: number) => boolean

function holds(text: Buffer, sought: string, isDead: Test): boolean {
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1))
    if (isDead(text, at)) return true
  return false
}

/** At the head of a line and with nothing but the constant, in Python: prose says `if False` too. */
function deadLine(text: Buffer, at: number): boolean {
  if (text[at - 1] !== SPACE || (text[at - 3] !== LETTER_I && text[at - 3] !== LETTER_L))
    return false
  const lineStart = text.lastIndexOf(10, at) + 1
  return deadIf.test(text.toString('latin1', lineStart, at + 20))
}

const deadIf = /^[ \t\f]*(?:(?:el)?if|while) (?:False|0)[ \t]*:/

function isBehindIf(text: Buffer, at: number): boolean {
  const end = text[at - 1] === SPACE ? at - 1 : at
  if (text[end - 1] === LETTER_E) return text[end - 2] === LETTER_L && text[end - 3] === LETTER_I
  return text[end - 1] === LETTER_F && text[end - 2] === LETTER_I
}

const SPACE = 32
const LETTER_E = 101
const LETTER_F = 102
const LETTER_I = 105
const LETTER_L = 108
