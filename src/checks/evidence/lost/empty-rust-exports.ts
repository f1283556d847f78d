// Why a `pub use` of Rust passes on nothing: the module of the crate that it names is read to the end, and has no such name. What a
// macro makes, what is passed on as a whole and what comes from another crate may be anything.

import type { Codebase } from '../../../code/codebase.ts'
import type { Declaration, Export } from '../../../code/model.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { codeOf } from '../code-of.ts'
import { moduleFile } from '../offered/crates.ts'

const deepest = 8

export function whyEmptyInRust(path: string, each: Export, codebase: Codebase): string | undefined {
  const { name, module, line } = each
  return isGone(path, each, codebase, deepest)
    ? `${path}:${line} exports ${name} from ${module}, which has no such name`
    : undefined
}

function isGone(
  path: string,
  { module, local }: Export,
  codebase: Codebase,
  depth: number,
): boolean {
  if (depth === 0 || /^(?:self|\*)$/.test(local)) return false
  const place = placeOf(path, module.split('::'), codebase)
  if (!place || (place.path === path && !place.isInside)) return false
  const outline = codebase.outline(place.path)
  if (!outline || outline.problems.length > 0) return false
  const code = codeOf(place.path, codebase)
  if (outline.exports.some(each => each.name === '*') || mayMakeNames(code, place)) return false
  const passed = place.isInside ? [] : outline.exports.filter(each => each.name === local)
  if (passed.length > 0) return passed.every(each => isGone(place.path, each, codebase, depth - 1))
  return (
    !outline.declarations.some(each => isIn(place, each, local)) && !isBound(code, local, place)
  )
}

const isIn = ({ isInside }: Place, { name, parent }: Declaration, local: string) =>
  name === local && (isInside || parent < 0)

interface Place {
  readonly path: string
  /** A module that is written out in the file itself. */
  readonly isInside: boolean
}

/** Undefined where a part is no module that can be read: a crate, an enum, a name that was brought in. */
function placeOf(path: string, parts: readonly string[], codebase: Codebase): Place | undefined {
  const [first, ...rest] = parts
  if (first === 'self') return placeOf(path, rest, codebase)
  const root = first === 'crate' ? rootOf(path, codebase) : path
  let at: Place | undefined = root === undefined ? undefined : { path: root, isInside: false }
  for (const part of first === 'crate' ? rest : parts) at = at && stepInto(at, part, codebase)
  return at
}

function stepInto({ path, isInside }: Place, part: string, codebase: Codebase): Place | undefined {
  const declared = codebase
    .outline(path)
    ?.declarations.filter(each => each.kind === 'module' && each.name === part)
  const [only, ...more] = declared ?? []
  if (isInside || !only || only.parent >= 0 || more.length > 0) return undefined
  if (only.hasBody) return { path, isInside: true }
  if (/#\[path\b/.test(codeOf(path, codebase))) return undefined
  const file = moduleFile(path, part, codebase)
  return file === undefined ? undefined : { path: file, isInside: false }
}

function rootOf(path: string, codebase: Codebase): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = ['lib.rs', 'main.rs'].map(each => (folder === '' ? each : `${folder}/${each}`))
    const heads = found.filter(each => codebase.has(each))
    if (heads.length > 0 || folder === '') return heads.length === 1 ? heads[0] : undefined
  }
}

/** The name is given to something there, or passed on by more than the statement that is asked about. */
function isBound(code: string, name: string, { isInside }: Place): boolean {
  const kinds = 'fn|struct|enum|union|trait|type|const|static|mut|mod|as|crate|macro_rules!'
  if (new RegExp(`\\b(?:${kinds})\\s+${name}\\b`).test(code)) return true
  const passing = code.match(/\bpub(?:\s*\([^)]*\))?\s+use\b[^;]*;/g) ?? []
  const naming = passing.filter(each => new RegExp(`\\b${name}\\b`).test(each))
  return naming.length > (isInside ? 1 : 0)
}

/** Macros that stand where an item may, and attributes that write items of their own. */
function mayMakeNames(code: string, { isInside }: Place): boolean {
  if ((isInside ? anyMacro : topMacro).test(code)) return true
  const attributes = Array.from(code.matchAll(/#!?\[\s*([\w:]+)([^\]]*)/g))
  return attributes.some(([, name, rest]) =>
    name === 'derive'
      ? rest!.split(/[(),\s]+/).some(each => each !== '' && !derived.test(each))
      : !plain.test(name!),
  )
}

const topMacro = /^(?:::)?(?:\w+::)*\w+!/m
const anyMacro =
  /^[ \t]*(?:::)?(?:\w+::)*(?!(?:e?print(?:ln)?|panic|todo|unimplemented|unreachable|write(?:ln)?|format|vec|(?:debug_)?assert\w*|info|warn|error|debug|trace|bail|ensure)!)\w+!/m

const derived =
  /^(?:[\w:]+::)?(?:Debug|Clone|Copy|PartialEq|Eq|PartialOrd|Ord|Hash|Default|Serialize|Deserialize|Error|Parser|Subcommand|Args|ValueEnum|FromRow|JsonSchema|ToSchema|Zeroize)$/
const plain =
  /^(?:cfg|allow|warn|deny|forbid|expect|doc|inline|must_use|non_exhaustive|repr|test|tokio::test|derive|default|error|from|source|serde|async_trait|track_caller|cold|deprecated|ignore|should_panic|rustfmt::\w+|clippy::\w+)$/
