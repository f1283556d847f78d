import { describe, expect, it } from 'vitest'
import { addressText, readAddress } from './address.ts'

const kinds = (word: string) => readAddress(word).map(each => each.kind)

describe('an address', () => {
  it.each([
    ['feature.auth_login', ['resource', 'path']],
    ['endpoint.api/users', ['resource', 'path']],
    ['módulo.año', ['resource', 'path']],
    ['FEAT-2026-0001/T01', ['unit', 'path']],
    ['INIT-2026-0001/F02/T03', ['unit', 'path']],
    ['T01', ['unit', 'path']],
    ['run:20261121-a', ['run', 'path']],
    ['gate:2', ['gate', 'path']],
    ['gate:two', ['path']],
    ['ticket:41', ['ticket', 'path']],
    ['./feature.x', ['path']],
    ['feature.{id}', ['path']],
    ['', []],
  ])('%s reads as %j, in the order of resolution', (word, expected) => {
    expect(kinds(word)).toEqual(expected)
  })

  it.each(['feature.login', 'FEAT-2026-0001/T01', 'T01', 'run:x', 'gate:3', 'ticket:9', 'src/a'])(
    '%s is written as it was typed',
    word => {
      expect(addressText(readAddress(word)[0]!)).toBe(word)
    },
  )
})
