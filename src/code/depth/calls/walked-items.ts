// What an expression in a loop says of one item of the list: the names that stand for the item, in the place of which its own text is put.
// Pure text.

import type { Item } from './walked-lists.ts'

/** With what stands for the item in the place of its names; in a text only texts do. */
export function spelled(expression: string, variable: string, item: Item): string {
  const whole = standsFor(expression, variable, item)
  if (whole !== undefined) return whole
  if (/^`[^`]*`$|^[fF](["'])[^"']*\1$/.test(expression))
    return expression
      .replace(/\$?\{\s*([\w$.]+)\s*\}/g, (hole, name: string) => {
        const value = standsFor(name, variable, item)
        return (value && /^(["'])([^"'`\\]*)\1$/.exec(value)?.[2]) ?? hole
      })
      .replace(/^[fF](?=(["'])[^{}]*\1$)/, '')
  if (!expression.includes('+')) return expression
  return expression
    .split(/(\s*\+\s*)/)
    .map(each => standsFor(each, variable, item) ?? each)
    .join('')
}

/** Of a name, or of a member of it. */
function standsFor(word: string, variable: string, item: Item): string | undefined {
  const names = wordsOf(variable)
  if ('parts' in item)
    return /^[\w$]+$/.test(variable)
      ? undefined
      : memberOf(word, item.parts[names.indexOf(first(word))])
  if ('whole' in item) return first(word) === variable ? memberOf(word, item.whole) : undefined
  if (variable.startsWith('{')) return item.members.get(taken(variable).get(word) ?? '')
  return word.startsWith(`${variable}.`)
    ? item.members.get(word.slice(variable.length + 1))
    : undefined
}

const first = (word: string) => /^[\w$]+(?=$|\.)/.exec(word)?.[0] ?? ''

/** `each.router` of `users` is `users.router`. */
function memberOf(word: string, value: string | undefined): string | undefined {
  if (value === undefined || first(word) === word) return value
  return /^[\w$.]+$/.test(value) ? value + word.slice(first(word).length) : undefined
}

const wordsOf = (text: string): readonly string[] => text.match(/[\w$]+/g) ?? []

/** `{ path, router: r }` takes `router` out as `r`. */
const taken = (braces: string): ReadonlyMap<string, string> =>
  new Map(
    [...braces.matchAll(/([\w$]+)\s*(?::\s*([\w$]+))?/g)].map(each => [
      each[2] ?? each[1]!,
      each[1]!,
    ]),
  )
