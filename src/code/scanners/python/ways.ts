// Bodies of Python that refuse on every way through them: an `if` with `else`, and a `try` whose handlers do nothing about it.

import { IDLE, NOTHING, REFUSAL, type Substance, WORK } from '../../bodies/substance.ts'

/** A longer body does something. */
const LONGEST_BODY = 600

interface Way {
  readonly word: string
  readonly lines: string[]
}

/** `weighs` tells what a line amounts to. */
export function refusesOnEveryWay(body: string, weighs: (line: string) => Substance): boolean {
  const ways = body.length <= LONGEST_BODY ? waysThrough(body) : []
  const [first, ...others] = ways
  if (first === undefined || !refuses(first)) return false
  if (first.word === 'if') return ways.at(-1)!.word === 'else' && others.every(refuses)
  return first.word === 'try' && others.every(each => handlers.has(each.word) && isIdle(each))

  function refuses({ lines }: Way): boolean {
    const sum = lines.reduce<Substance>((all, each) => all | weighs(each), NOTHING)
    return (sum & REFUSAL) !== 0 && (sum & WORK) === 0
  }

  function isIdle({ lines }: Way): boolean {
    return lines.every(each => /^raise(?: \w+)?$/.test(each) || weighs(each) === IDLE)
  }
}

const handlers = new Set(['except', 'finally'])
const head = /^(if|elif|else|try|except|finally)\b[^\n]*?:(?: ?(raise\b.*|pass|\.\.\.))?$/
const docstring = /^\s*[rRuU]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')[ \t]*(?=\n)/

/** None where anything stands beside the one choice. */
function waysThrough(body: string): readonly Way[] {
  const lines = body
    .replace(docstring, '')
    .split('\n')
    .map(line => line.replace(/(?:^|\s)#.*$/, '').trimEnd())
    .filter(line => line !== '')
  const width = lines[0]?.search(/\S/) ?? 0
  const ways: Way[] = []
  for (const line of lines) {
    const code = line.trimStart()
    if (line.length - code.length > width) {
      ways.at(-1)?.lines.push(code)
      continue
    }
    const [, word, rest] = head.exec(code) ?? []
    if (word === undefined || begins.has(word) !== (ways.length === 0)) return []
    ways.push({ word, lines: rest === undefined ? [] : [rest] })
  }
  return ways
}

const begins = new Set(['if', 'try'])
