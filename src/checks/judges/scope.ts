// Whether every changed path was claimed for what was done to it, and none of them decides about the work itself or is run by its checks. Paths only;
// `symbols.ts` judges the lines of files of which only symbols were claimed.

import { type Claim, claimCovers, parseClaim } from '../../base/claims.ts'
import { compareText } from '../../base/order.ts'
import { foldCase } from '../../base/paths.ts'
import type { ClaimOrder } from '../../contract/order.ts'
import { type Rewritten, rewrittenPart } from '../program/rewritten.ts'
import type { ChangedPath, Veto } from './model.ts'

export interface ScopeFacts {
  readonly changes: readonly ChangedPath[]
  readonly claims: ClaimOrder
  /** Granted while the attempt was at work. */
  readonly extended: readonly string[]
  readonly doNotTouch: readonly string[]
  readonly reserved: readonly string[]
  /** What the changes make of the checks themselves. */
  readonly rewritten: readonly Rewritten[]
}

type Act = 'create' | 'edit' | 'delete'

interface Deed {
  readonly act: Act
  readonly path: string
}

export function judgeScope(facts: ScopeFacts): readonly Veto[] {
  const found = facts.changes
    .flatMap(deedsOf)
    .map(deed => ({ deed, problem: problemOf(deed, facts) }))
    .filter(each => each.problem !== undefined)
    .sort((a, b) => compareText(a.deed.path, b.deed.path))
  if (found.length === 0) return []
  const lines = found.map(({ deed, problem }) => `${deed.path}: ${problem}`)
  return [
    {
      class: 'scope',
      summary: `${found.length === 1 ? 'a change' : `${found.length} changes`} outside the claims: ${lines.slice(0, 3).join('; ')}`,
      signature: `scope ${lines.join(' ')}`,
      evidence: [`${lines.join('\n')}\n\nclaimed:\n${claimLines(facts)}`],
    },
  ]
}

/** A rename takes one path away and brings another. */
function deedsOf({ kind, path, oldPath }: ChangedPath): readonly Deed[] {
  if (kind === 'added') return [{ act: 'create', path }]
  if (kind === 'deleted') return [{ act: 'delete', path }]
  if (kind !== 'renamed') return [{ act: 'edit', path }]
  return [
    { act: 'delete', path: oldPath! },
    { act: 'create', path },
  ]
}

/** A file that was changed, of which nothing but these symbols was claimed for that. */
export interface SymbolScope {
  readonly path: string
  readonly symbols: readonly string[]
}

export function symbolScopes(
  facts: Pick<ScopeFacts, 'changes' | 'claims' | 'extended'>,
): readonly SymbolScope[] {
  return facts.changes.flatMap(deedsOf).flatMap(({ act, path }) => {
    const covering = claimedFor(act, facts).filter(each => claimCovers(each, path))
    const symbols = covering.flatMap(each => each.symbol ?? [])
    return symbols.length > 0 && symbols.length === covering.length ? [{ path, symbols }] : []
  })
}

const claimedFor = (act: Act, { claims, extended }: Pick<ScopeFacts, 'claims' | 'extended'>) =>
  [...allowed(claims, act), ...extended].flatMap(read)

const participle = { create: 'created', edit: 'changed', delete: 'deleted' } as const

function problemOf({ act, path }: Deed, facts: ScopeFacts): string | undefined {
  if (path.startsWith('../')) return `was ${participle[act]}, and lies outside the project`
  const covering = claimedFor(act, facts).filter(each => claimCovers(each, path))
  if (facts.doNotTouch.flatMap(read).some(each => claimCovers(each, path)))
    return `was ${participle[act]}, and must stay as it is`
  const reserved = reservedAt(path, facts.reserved)
  if (reserved.length > 0 && !covering.some(claim => reserved.some(each => isGrant(claim, each))))
    return `was ${participle[act]}; it decides about the work, and no claim names it`
  const own = facts.rewritten.find(each => each.path === path)
  if (own && !covering.some(claim => claim.place.join('/') === path))
    return `was ${participle[act]}; check ${own.check} runs ${rewrittenPart(own)}, and no claim names it`
  return covering.length > 0 ? undefined : `was ${participle[act]} without a claim for that`
}

/** Who may make a file decides what stands in it. */
const allowed = (claims: ClaimOrder, act: Act) =>
  act === 'edit' ? [...claims.edit, ...claims.create] : claims[act]

/** On some platforms a path of another case is the very file, so case keeps nobody out. */
const reservedAt = (path: string, reserved: readonly string[]) =>
  reserved.flatMap(each => read(foldCase(each))).filter(each => claimCovers(each, foldCase(path)))

/** A claim on everything grants nothing; one that reaches into the reserved place was meant. */
const isGrant = ({ pattern, place }: Claim, reserved: Claim) =>
  pattern.length === 0 &&
  reserved.place.every((name, at) => place[at] !== undefined && foldCase(place[at]) === name)

function read(text: string): readonly Claim[] {
  const claims = parseClaim(text)
  return 'problem' in claims ? [] : claims
}

const claimLines = ({ claims, extended }: ScopeFacts) =>
  (['create', 'edit', 'delete'] as const)
    .map(act => `${act}: ${[...claims[act], ...extended].join(', ') || 'nothing'}`)
    .join('\n')
