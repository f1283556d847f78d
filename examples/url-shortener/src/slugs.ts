// Slugs: short, without letters that look alike, and hard to guess.

import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 7

export function makeSlug(): string {
  return Array.from({ length: LENGTH }, () => letters[randomInt(letters.length)]).join('')
}

export function isSlug(text: string): boolean {
  return text.length === LENGTH && [...text].every(each => letters.includes(each))
}
