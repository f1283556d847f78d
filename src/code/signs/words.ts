// The words of a file, as a small set of numbers: whether it may hold a name is told without its text. Two words may have the same
// number, which is rare: whoever needs to be sure looks at the file itself. Pure.

import { isAscii } from 'node:buffer'
import type { Sign } from './sign.ts'
import { utf8Of } from './sign.ts'

/** Numbers of words, in order, and of what somebody who knows plain letters alone takes for a word in one. Ruby asks with one mark and warns with another: a word that ends in one stands with it and without. */
export type Words = Uint32Array

/** Of files that something reads. */
export const words: Sign<Words> = {
  name: 'words',
  read: file =>
    file.outline === undefined
      ? new Uint32Array()
      : isAscii(file.bytes)
        ? asciiWords(file.bytes)
        : unicodeWords(utf8Of(file)),
  encode: ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  decode: record =>
    new Uint32Array(
      record.byteOffset % 4 === 0
        ? record.buffer
        : record.buffer.slice(record.byteOffset, record.byteOffset + record.byteLength),
      record.byteOffset % 4 === 0 ? record.byteOffset : 0,
      record.byteLength >> 2,
    ),
}

/** The number of a word. */
export function wordNumber(word: string): number {
  let number = START
  for (let at = 0; at < word.length; at++) number = stepped(number, word.charCodeAt(at))
  return number >>> 0
}

/** Which of some words a file holds, by their numbers. */
export function wordsAmong(wanted: Iterable<string>): (held: Words) => readonly string[] {
  const byNumber = Map.groupBy(wanted, wordNumber)
  // Most words are nobody's: a small table spares the look into the large one.
  const may = new Uint8Array(1 << 16)
  for (const number of byNumber.keys()) may[number & 0xffff] = 1
  return held => {
    const found: string[] = []
    for (const number of held)
      if (may[number & 0xffff] === 1) found.push(...(byNumber.get(number) ?? []))
    return found
  }
}

const START = 0x811c9dc5
const stepped = (number: number, code: number) => Math.imul(number ^ code, 0x01000193)

const DOLLAR = 0x24

const isMark = (code: number) => code === 0x21 || code === 0x3f

/** 1 for what a word may begin with, 2 for what it may go on with. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return /[A-Za-z_$]/.test(letter) ? 1 : /[0-9]/.test(letter) ? 2 : 0
})

function asciiWords(bytes: Uint8Array): Words {
  const numbers = new Set<number>()
  for (let at = 0; at < bytes.length; ) {
    if (kinds[bytes[at]!] !== 1) {
      at++
      continue
    }
    let number = START
    for (let start = at; at < bytes.length && kinds[bytes[at]!] !== 0; at++) {
      if (bytes[at] === DOLLAR && at > start) numbers.add(number >>> 0)
      number = stepped(number, bytes[at]!)
    }
    numbers.add(number >>> 0)
    if (at < bytes.length && isMark(bytes[at]!)) numbers.add(stepped(number, bytes[at]!) >>> 0)
  }
  return Uint32Array.from(numbers).sort()
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*[?!]?/gu
const plainPart = /[A-Za-z_$]\w*/g

function unicodeWords(text: string): Words {
  const found = new Set<string>()
  for (const [each] of text.matchAll(word)) found.add(each)
  const numbers = new Set<number>()
  for (const each of found) {
    numbers.add(wordNumber(each))
    if (/[?!]$/.test(each)) numbers.add(wordNumber(each.slice(0, -1)))
    if (!/^\w*$/.test(each))
      for (const [part] of each.matchAll(plainPart)) numbers.add(wordNumber(part))
  }
  return Uint32Array.from(numbers).sort()
}
