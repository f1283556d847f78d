// Methods that override what no type of the repository has: whoever has it calls them. Told where the method says so itself, by a word
// or an annotation, and in Rust by the `impl` of a trait of others that it stands in.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration } from '../../../code/model.ts'
import { ownName } from '../../../evidence/facts.ts'

interface Around {
  readonly codebase: Codebase
  /** What the type of the method names in its header. */
  readonly bases: () => readonly string[]
}

/** By whom it is called; undefined where it overrides nothing of others. */
export function overrides(
  method: Declaration,
  path: string,
  lines: () => readonly string[],
  { codebase, bases }: Around,
): string | undefined {
  const isForeign = (type: string) => codebase.declaring(type).length === 0
  if (path.endsWith('.rs')) {
    const trait = traitOf(method, lines())
    return trait !== undefined && isForeign(trait) ? `called by who knows ${trait}` : undefined
  }
  if (!isMarked(method, lines()) || !bases().some(isForeign)) return undefined
  const isOfOwnBase = bases().some(each => declares(each, ownName(method), codebase))
  return isOfOwnBase ? undefined : 'called by what it overrides'
}

const isMarked = (method: Declaration, lines: readonly string[]) =>
  method.decorators.some(each => /\b[oO]verride\b/.test(each)) ||
  /\boverride\b/.test(signatureOf(method, lines))

/** Lines that annotations and modifiers may take. */
const LONGEST_MARKS = 5

/** What stands around its name, from the end of what was before to the body; also where it shares a line with others. */
function signatureOf(method: Declaration, lines: readonly string[]): string {
  const text = lines.slice(method.line - 1, method.line + LONGEST_MARKS).join('\n')
  const plain = ownName(method).replace(/[^\w]/g, String.raw`\$&`)
  const at = text.search(new RegExp(String.raw`(?<![\w$])${plain}(?![\w$])`))
  const before = text.slice(0, Math.max(0, at))
  const after = at < 0 ? '' : text.slice(at)
  return before.slice(before.search(/[^{};]*$/)) + after.slice(0, after.search(/[{;=]|$/))
}

/** `Display` of `impl fmt::Display for Pond {`, which the method stands in. */
function traitOf({ line }: Declaration, lines: readonly string[]): string | undefined {
  for (let at = line - 1; at >= 0; at--)
    if (/^\s*(?:unsafe\s+)?impl\b/.test(lines[at]!)) {
      const header = lines.slice(at, line).join(' ').split('{')[0]!
      const trait = /^\s*(?:unsafe\s+)?impl\b\s*(?:<.*?>(?=\s))?\s*([\w:]+).*\bfor\b/.exec(header)
      return trait ? trait[1]!.split('::').at(-1) : undefined
    }
  return undefined
}

function declares(type: string, method: string, codebase: Codebase): boolean {
  return codebase.declaring(type).some(path => {
    const { declarations = [] } = codebase.outline(path) ?? {}
    return declarations.some(
      each => ownName(each) === method && declarations[each.parent]?.name === type,
    )
  })
}
