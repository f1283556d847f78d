// Which import of a file binds the first of some names, and what is asked of it. Reads outlines alone.

import type { Import, Outline } from '../../../code/model.ts'

export interface Bringing {
  readonly each: Import
  readonly rest: readonly string[]
}

/** The import that binds the first of the names, and what is asked of it; of several dotted modules the longest. */
export function importOf({ imports }: Outline, names: readonly string[]): Bringing | undefined {
  const [first, ...rest] = names
  const plain = imports.find(each => (each.alias || (each.name === '*' ? '' : each.name)) === first)
  if (plain) return { each: plain, rest }
  const modules = imports
    .filter(each => each.name === '*' && each.alias === '')
    .map(each => ({ each, parts: partsOf(each.module) }))
    .filter(({ parts }) => names.slice(0, parts.length).join('.') === parts.join('.'))
    .toSorted((one, other) => other.parts.length - one.parts.length)
  const [longest] = modules
  return longest && { each: longest.each, rest: names.slice(longest.parts.length) }
}

/** `shop.views` is used so; `example.org/shop/users/v2` as `users`. */
const partsOf = (module: string) =>
  module.includes('/')
    ? [
        module
          .replace(/\/v\d+$/, '')
          .split('/')
          .at(-1)!,
      ]
    : module.split('.')

/** `from . import views` brings in views.py. */
export const isModuleNamed = (path: string, name: string) =>
  /\.pyi?$/.test(path) &&
  path
    .replace(/(\/__init__)?\.pyi?$/, '')
    .split('/')
    .at(-1) === name
