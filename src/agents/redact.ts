// Takes secrets out of what is about to be stored: the values that the agent was given, and text that looks like a key. Works on
// whole lines, so that a secret cut in two by a pipe is still found.

/** What keys of well-known services look like. */
const patterns: readonly RegExp[] = [
  /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{16,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g,
  /(?<=\bBearer )[\w.~+/-]{16,}=*/gi,
  /(?<=:\/\/[^\s:@/]{1,100}:)[^\s@/]{3,}(?=@)/g,
]

/** Shorter values are words that occur by chance. */
const SHORTEST_SECRET = 6
const REPLACEMENT = '[redacted]'

export type Redact = (text: string) => string

export function redactor(secrets: readonly string[]): Redact {
  const known = [...new Set(secrets)]
    .filter(each => each.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length)
  return text => {
    const without = known.reduce((rest, secret) => rest.replaceAll(secret, REPLACEMENT), text)
    return patterns.reduce((rest, pattern) => rest.replace(pattern, REPLACEMENT), without)
  }
}

/** A line longer than this is given out in pieces. */
const MOST_HELD = 64 * 1024

/** Holds what follows the last line end until the line is whole. */
export class LineRedactor {
  readonly #redact: Redact
  readonly #decoder = new TextDecoder()
  #held = ''

  constructor(redact: Redact) {
    this.#redact = redact
  }

  take(bytes: Uint8Array): string {
    this.#held += this.#decoder.decode(bytes, { stream: true })
    const end = this.#held.lastIndexOf('\n') + 1
    if (end === 0 && this.#held.length < MOST_HELD) return ''
    const whole = this.#held.slice(0, end || this.#held.length)
    this.#held = this.#held.slice(whole.length)
    return this.#redact(whole)
  }

  end(): string {
    const rest = this.#held + this.#decoder.decode()
    this.#held = ''
    return this.#redact(rest)
  }
}
