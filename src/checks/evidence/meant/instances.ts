// Of which type an instance is that a file makes once, by the look of the one assignment of its name.

import type { Codebase } from '../../../code/codebase.ts'
import { codeOf } from '../code-of.ts'

/** How each language makes one. */
const makings: readonly { readonly files: RegExp; readonly made: RegExp }[] = [
  { files: /\.pyi?$/, made: /^\s*((?:\w+\.)*[A-Z]\w*)\(/ },
  { files: /\.(swift|kts?)$/, made: /^\s*([A-Z]\w*)\(/ },
  { files: /\.([cm]?[jt]sx?|cs|java)$/, made: /^\s*new\s+([\w$.]+)\s*[(<;\n]/ },
]

/** Of `items`, or `this.items`: `Items`, or `web`, `Items`. */
export function typeOfInstance(
  instance: readonly string[],
  file: string,
  codebase: Codebase,
): readonly string[] | undefined {
  const isField = /^(this|self)$/.test(instance[0] ?? '')
  const [name, ...more] = isField ? instance.slice(1) : instance
  if (name === undefined || more.length > 0) return undefined
  const code = codeOf(file, codebase)
  const own =
    (isField ? String.raw`(?:(?:this|self)\.)?` : '') + name.replaceAll('$', String.raw`\$`)
  const set = [
    ...code.matchAll(new RegExp(String.raw`(?<![\w$.])${own}\s*(?::[^=\n]*)?=(?![=>])`, 'g')),
  ]
  const made = makings.find(each => each.files.test(file))?.made
  if (set.length > 1 || !made) return undefined
  if (set.length === 0) return typeSaid(own, file, code)
  const rest = code.slice(set[0]!.index + set[0]![0].length)
  return made.exec(rest)?.[1]?.split('.')
}

/** `items: Items` of a parameter or a field, where no other type is said of the name. */
function typeSaid(own: string, file: string, code: string): readonly string[] | undefined {
  if (!/\.([cm]?tsx?|pyi?|swift|kts?)$/.test(file)) return undefined
  const said = code.matchAll(new RegExp(String.raw`(?<![\w$.])${own}\s*[?!]?:\s*([\w$.<[]+)`, 'g'))
  const [type, ...others] = new Set([...said].map(each => each[1]!))
  return type !== undefined && others.length === 0 && /^[\w$]+(\.[\w$]+)*$/.test(type)
    ? type.split('.')
    : undefined
}
