// Whether a file may hold code that never runs: a look at its bytes, which spares nearly every file a parse.

/** Where scanners are fast, only what people really write is looked for. */
const written = {
  script: ['if (false', 'if(false', 'if (0)'],
  others: ['if (false', 'if(false', 'if false', 'if (0)', 'if(0)', 'if 0', 'if (!1', 'unless true'],
}

export function mayHoldDeadCode(path: string, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isPython.test(path))
    return holdsDeadIf(text, 'False', 'if '.length) || holdsDeadIf(text, 'if 0', 0)
  return written[isScript.test(path) ? 'script' : 'others'].some(each => text.includes(each))
}

const isPython = /\.pyi?$/
const isScript = /\.([cm]?[jt]s|[jt]sx)$/

/** At the head of a line and with nothing but the constant, in Python: prose says `if False` too. */
const deadIf = /^[ \t\f]*(?:el)?if (?:False|0)[ \t]*:/

/**
 * `sought`: what all such lines hold, `ifBefore` bytes behind the `if`. It is found the faster the rarer its first letter is: `False`
 * in a fifth of the time of `if False`.
 */
function holdsDeadIf(text: Buffer, sought: string, ifBefore: number): boolean {
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    if (text[at - ifBefore] !== LETTER_I) continue
    const lineStart = text.lastIndexOf(10, at) + 1
    if (deadIf.test(text.toString('latin1', lineStart, at + sought.length + 10))) return true
  }
  return false
}

const LETTER_I = 105
