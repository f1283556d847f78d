// Whether a file may hold code that never runs: a look at its bytes, which spares nearly every file a parse.

/** Where scanners are fast, only what people really write is looked for. */
const written = {
  python: ['if False', 'if 0'],
  script: ['if (false', 'if(false', 'if (0)'],
  others: ['if (false', 'if(false', 'if false', 'if (0)', 'if(0)', 'if 0', 'if (!1', 'unless true'],
}

export function mayHoldDeadCode(path: string, bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const family = familyOf(path)
  const holds = family === 'python' ? holdsDeadIf : includes
  return written[family].some(each => holds(text, each))
}

const includes = (text: Buffer, words: string) => text.includes(words)

/** At the head of a line and with nothing but the constant, in Python: prose says `if False` too. */
const deadIf = /^[ \t\f]*(?:el)?if (?:False|0)[ \t]*:/m

function holdsDeadIf(text: Buffer, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const line = text.toString('latin1', text.lastIndexOf(10, at) + 1, at + words.length + 10)
    if (deadIf.test(line)) return true
  }
  return false
}

function familyOf(path: string): keyof typeof written {
  if (/\.pyi?$/.test(path)) return 'python'
  return /\.([cm]?[jt]s|[jt]sx)$/.test(path) ? 'script' : 'others'
}
