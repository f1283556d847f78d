// What one import directive of Solidity brings: `"a.sol"`, `"a.sol" as A`, `* as A from "a.sol"`, `{ A as B, C } from "a.sol"`.

import type { Import } from '../../model.ts'
import type { Placed } from '../rows.ts'

export function importsOfDirective(directive: string, offset: number): Placed<Import>[] {
  const plain = directive.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ').trim()
  const module = /(["'])(.*?)\1/.exec(plain)?.[2]
  if (module === undefined) return []
  const braced = /^\{([\s\S]*?)\}/.exec(plain)?.[1]
  if (braced === undefined) {
    const alias = /\bas\s+([\w$]+)/.exec(plain)?.[1] ?? '*'
    return [{ module, name: '*', alias, offset }]
  }
  return braced
    .split(',')
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(each => {
      const [name = '', alias = ''] = each.split(/\s+as\s+/)
      return { module, name, alias, offset }
    })
}
