// What a line for the shell starts: its simple commands, in order, as far as that can be told by reading. Expands nothing and runs nothing; a
// word that only a shell could know stands there as unknown.

/** Undefined where only a shell could tell what it says. */
export type Word = string | undefined

export type SimpleCommand = readonly Word[]

/** Substitutions inside of substitutions are read this deep. */
const MOST_DEPTH = 32

export const commandsIn = (text: string): readonly SimpleCommand[] => commandsAt(text, 0)

function commandsAt(text: string, depth: number): readonly SimpleCommand[] {
  if (depth > MOST_DEPTH) return []
  const reader = new LineReader(text, depth)
  reader.readAll()
  return reader.commands.filter(each => each.length > 0)
}

const separators = new Set([';', '&', '|', '(', ')', '\n'])

class LineReader {
  readonly commands: SimpleCommand[] = []
  readonly #text: string
  #at = 0
  #words: Word[] = []
  #word: string | undefined
  #isKnown = true
  #isTarget = false
  #endings: string[] = []

  readonly #depth: number

  constructor(text: string, depth: number) {
    this.#text = text
    this.#depth = depth
  }

  readAll(): void {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at]!)
    this.#endCommand()
  }

  #step(char: string): void {
    if (char === '\\') this.#escaped()
    else if (char === "'") this.#single()
    else if (char === '"') this.#double()
    else if (char === '`' || char === '$') this.#expansion(char)
    else if (char === '#' && this.#word === undefined) this.#at = this.#lineEnd()
    else if (char === '<' || char === '>') this.#redirection(char)
    else if (separators.has(char)) this.#separator(char)
    else if (char === ' ' || char === '\t' || char === '\r') this.#blank()
    else this.#plain(char)
  }

  #add(text: string): void {
    this.#word = (this.#word ?? '') + text
  }

  #plain(char: string): void {
    if (/[*?[]/.test(char)) this.#isKnown = false
    this.#add(char)
    this.#at++
  }

  #blank(): void {
    this.#endWord()
    this.#at++
  }

  #escaped(): void {
    const next = this.#text[this.#at + 1] ?? ''
    if (next !== '\n') this.#add(next)
    this.#at += 2
  }

  #single(): void {
    const end = this.#find("'", this.#at + 1)
    this.#add(this.#text.slice(this.#at + 1, end))
    this.#at = end + 1
  }

  #double(): void {
    this.#at++
    this.#add('')
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
      const char = this.#text[this.#at]!
      if (char === '\\') this.#escaped()
      else if (char === '`' || char === '$') this.#expansion(char)
      else {
        this.#add(char)
        this.#at++
      }
    }
    this.#at++
  }

  /** What stands inside of a substitution is started too. */
  #expansion(char: string): void {
    this.#isKnown = false
    this.#add(char)
    if (char === '`') this.#inside(this.#find('`', this.#at + 1), 1)
    else if (this.#text.startsWith('$(', this.#at)) this.#inside(this.#closing(this.#at + 2), 2)
    else this.#at++
  }

  #inside(end: number, opening: number): void {
    const text = this.#text.slice(this.#at + opening, end)
    for (const each of commandsAt(text, this.#depth + 1)) this.commands.push(each)
    this.#at = end + 1
  }

  #closing(from: number): number {
    let depth = 1
    for (let at = from; at < this.#text.length; at++) {
      if (this.#text[at] === '(') depth++
      if (this.#text[at] === ')') depth--
      if (depth === 0) return at
    }
    return this.#text.length
  }

  /** Where it reads from and writes to is not started. */
  #redirection(char: string): void {
    if (this.#word !== undefined && !/^\d+$/.test(this.#word)) this.#endWord()
    this.#word = undefined
    const [all] = /^(<<<|<<-?|>>|[<>]&|>\||<>|[<>])/.exec(this.#text.slice(this.#at)) ?? [char]
    this.#at += all.length
    const [, name] =
      (/^<<-?$/.test(all) && /^\s*['"]?([\w-]+)/.exec(this.#text.slice(this.#at))) || []
    if (name !== undefined) this.#endings.push(name)
    this.#isTarget = true
  }

  #separator(char: string): void {
    this.#endCommand()
    this.#at++
    if (char === '\n') this.#skipDocuments()
  }

  /** Lines that are handed to a command as its input. */
  #skipDocuments(): void {
    for (const name of this.#endings) {
      while (this.#at < this.#text.length) {
        const end = this.#lineEnd()
        const line = this.#text.slice(this.#at, end).trim()
        this.#at = end + 1
        if (line === name) break
      }
    }
    this.#endings = []
  }

  #endWord(): void {
    if (this.#word !== undefined && !this.#isTarget)
      this.#words.push(this.#isKnown ? this.#word : undefined)
    if (this.#word !== undefined) this.#isTarget = false
    this.#word = undefined
    this.#isKnown = true
  }

  #endCommand(): void {
    this.#endWord()
    this.#isTarget = false
    this.commands.push(this.#words)
    this.#words = []
  }

  #find(char: string, from: number): number {
    const found = this.#text.indexOf(char, from)
    return found < 0 ? this.#text.length : found
  }

  #lineEnd(): number {
    return this.#find('\n', this.#at)
  }
}
