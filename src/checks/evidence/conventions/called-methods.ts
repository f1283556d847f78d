// Methods of a resource that the language or a framework calls: those of the rules, those that override what no type of the repository
// has, and those that an `impl` of Rust writes for a trait of others. They are as good as used where their type is.

import { basesIn } from '../../../code/bodies/overridden.ts'
import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration, Outline } from '../../../code/model.ts'
import { qualifiedNames } from '../../../code/names.ts'
import { ownName } from '../../../evidence/facts.ts'
import { isRegistering } from '../../../evidence/registering.ts'
import type { OfferedIn } from '../offered/offered.ts'
import { headerIn } from '../types/lineage.ts'
import type { MentionsOf } from '../use/mentions.ts'
import { callRules } from './call-rules.ts'

export interface CalledMethod {
  readonly path: string
  /** `A.run` */
  readonly qualified: string
  readonly owner: string
  /** Nobody has to name the type. */
  readonly isLookedFor: boolean
  /** `called by the language` */
  readonly by: string
}

export function calledMethods(
  paths: readonly string[],
  names: ReadonlySet<string>,
  codebase: Codebase,
): readonly CalledMethod[] {
  return paths.flatMap(path => {
    const outline = codebase.outline(path)
    if (!outline) return []
    const qualified = qualifiedNames(outline)
    const asked = outline.declarations.flatMap((method, index) =>
      method.kind === 'method' && names.has(ownName(method))
        ? [{ method, qualified: qualified[index]! }]
        : [],
    )
    if (asked.length === 0) return []
    const lines = Buffer.from(codebase.bytes(path) ?? [])
      .toString('utf8')
      .split('\n')
    return asked.flatMap(each => calledMethod(each, { path, outline, lines, codebase }) ?? [])
  })
}

interface File {
  readonly path: string
  readonly outline: Outline
  readonly lines: readonly string[]
  readonly codebase: Codebase
}

interface Asked {
  readonly method: Declaration
  readonly qualified: string
}

function calledMethod({ method, qualified }: Asked, file: File): CalledMethod | undefined {
  const { path, outline, lines, codebase } = file
  const type = outline.declarations[method.parent]
  const owner = type?.name ?? method.name.slice(0, Math.max(0, method.name.lastIndexOf('.')))
  if (owner === '' || type?.kind === 'module') return undefined
  const bases = type ? [...basesIn(headerIn(type, lines))] : []
  const foreign = bases.filter(each => codebase.declaring(each).length === 0)
  const name = ownName(method)
  const rule = callRules.find(
    ({ files, methods, base }) =>
      files.test(path) &&
      methods.test(name) &&
      (base === undefined || foreign.some(each => base.test(each))),
  )
  const by = rule
    ? `called by ${rule.base ? 'what its type comes from' : 'the language'}`
    : overridden(method, { ...file, bases, foreign })
  if (by === undefined) return undefined
  return { path, qualified, owner, isLookedFor: rule?.isLookedFor === true, by }
}

interface Overriding extends File {
  readonly bases: readonly string[]
  readonly foreign: readonly string[]
}

/** Lines that annotations and modifiers may take. */
const LONGEST_MARKS = 5

const marked = /\boverride\b/

function overridden(
  method: Declaration,
  { path, lines, codebase, bases, foreign }: Overriding,
): string | undefined {
  if (path.endsWith('.rs')) {
    const trait = traitOf(method, lines)
    const isForeign = trait !== undefined && codebase.declaring(trait).length === 0
    return isForeign ? `called by who knows ${trait}` : undefined
  }
  const isMarked =
    method.decorators.some(each => /\b[oO]verride\b/.test(each)) ||
    marked.test(inFront(method, lines))
  if (!isMarked || foreign.length === 0) return undefined
  const isOfOwnBase = bases.some(each => declares(each, ownName(method), codebase))
  return isOfOwnBase ? undefined : 'called by what it overrides'
}

/** What stands in front of its name, also where it shares a line with others. */
function inFront({ line, name }: Declaration, lines: readonly string[]): string {
  const text = lines.slice(line - 1, line + LONGEST_MARKS).join('\n')
  const plain = name.replace(/[^\w]/g, String.raw`\$&`)
  const at = text.search(new RegExp(String.raw`(?<![\w$])${plain}(?![\w$])`))
  const before = text.slice(0, Math.max(0, at))
  return before.slice(before.search(/[^{};]*$/))
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

export interface Using {
  readonly mentions: MentionsOf
  readonly entries: ReadonlySet<string>
  readonly offeredIn: OfferedIn | undefined
}

/** By `path#A.run`: by whom it is called. */
export function reallyCalled(
  methods: readonly CalledMethod[],
  using: Using,
  codebase: Codebase,
): ReadonlyMap<string, string> {
  return new Map(
    methods
      .filter(each => each.isLookedFor || isUsed(each, using, codebase))
      .map(each => [`${each.path}#${each.qualified}`, each.by]),
  )
}

function isUsed(
  { owner, path }: CalledMethod,
  { mentions, entries, offeredIn }: Using,
  codebase: Codebase,
): boolean {
  const homes = [...new Set([path, ...codebase.declaring(owner)])]
  const isMentioned = mentions(owner).some(
    each => !each.isTest && (!each.means || each.means.files.some(file => homes.includes(file))),
  )
  if (isMentioned) return true
  return homes.some(
    file =>
      entries.has(file) ||
      offeredIn?.([file]).has(`${file}#${owner}`) ||
      codebase
        .outline(file)
        ?.declarations.some(each => each.name === owner && each.decorators.some(isRegistering)),
  )
}
