// Of which type an instance is that a file makes once, by the look of the one assignment of its name.

import type { Codebase } from '../../../code/codebase.ts'
import { codeOf } from '../code-of.ts'

/** How each language makes one. */
const makings: readonly { readonly files: RegExp; readonly made: RegExp }[] = [
  { files: /\.pyi?$/, made: /^\s*((?:\w+\.)*[A-Z]\w*)\(/ },
  { files: /\.(swift|kts?)$/, made: /^\s*([A-Z]\w*)\(/ },
  { files: /\.([cm]?[jt]sx?|cs|java)$/, made: /^\s*new\s+([\w$.]+)\s*[(<;\n]/ },
]

/** `Items`, or `web`, `Items`. */
export function typeOfInstance(
  instance: string,
  file: string,
  codebase: Codebase,
): readonly string[] | undefined {
  const code = codeOf(file, codebase)
  const own = instance.replaceAll('$', String.raw`\$`)
  const set = [
    ...code.matchAll(new RegExp(String.raw`(?<![\w$.])${own}\s*(?::[^=\n]*)?=(?![=>])`, 'g')),
  ]
  const made = makings.find(each => each.files.test(file))?.made
  if (set.length !== 1 || !made) return undefined
  const rest = code.slice(set[0]!.index + set[0]![0].length)
  return made.exec(rest)?.[1]?.split('.')
}
