// What the header of a Solidity function does by itself, so that its body may be empty: it takes ether, or a modifier works for it.

import type { Reading } from './reading.ts'

/** Behind the parameters. */
export const takesEther = (header: string): boolean => /\bpayable\b/.test(wordsOf(header))

/** `function initialize() public initializer {}`. One that only turns callers away leaves the work to the body. */
export function hasWorkingModifier(header: string, reading: Reading): boolean {
  return (wordsOf(header).match(/[\w$]+/g) ?? []).some(
    word => !plainWords.has(word) && !guardName.test(word) && mayWork(word, reading),
  )
}

/** All behind the parameters, without comments, what stands in parentheses, and what is given back. */
function wordsOf(header: string): string {
  let words = header.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, ' ')
  for (let depth = 0; depth < DEEPEST && words.includes('('); depth++)
    words = words.replace(/(?:\breturns\s*)?\([^()]*\)/g, ';')
  return words.slice(words.indexOf(';') + 1)
}

const DEEPEST = 4

const plainWords = new Set(
  'public external internal private view pure payable virtual override constant returns'.split(' '),
)

const guardName =
  /^_?(?:only|when|while|if|is|has|non?|not|requires?|valid|checks?|must|ensures?|lock|auth|guard)(?:[A-Z_\d]\w*|ed)?$/

/** It stands in another file, or its own body does more than to turn away. */
function mayWork(name: string, reading: Reading): boolean {
  reading.modifiers ??= new Map(
    Array.from(reading.text.matchAll(declared), each => [each[1]!, each[2]!]),
  )
  const body = reading.modifiers.get(name)
  return body === undefined || /\w/.test(body.replace(turningAway, ''))
}

const declared = /\bmodifier\s+([\w$]+)[^{};]*\{((?:[^{}]|\{[^{}]*\}){0,2000})\}/g

const turningAway =
  /\/\/.*|\/\*[\s\S]*?\*\/|\brequire\s*\([^;]*;|\bif\s*\([^;{}]*\)\s*\{?\s*revert\b[^;]*;|\b_\s*;/g
