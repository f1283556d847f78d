// The word of one check for all that ask for it in one reading: a check is run once for a tree, and never said to have passed for one
// resource where it is known to have failed for another. Reads and keeps results; what they are worth is weighed elsewhere.

import type { CheckResult } from '../../../contract/check-result.ts'
import type { AskedNow, CheckRequest, Checks } from '../../checks.ts'
import type { Inputs } from '../../key.ts'

export interface Spoken {
  readonly result: CheckResult
  /** What moved since, where the result is stale. */
  readonly moved: string | false
}

export interface WordSources {
  readonly checks: Checks
  readonly runs: boolean
  readonly onRun?: ((name: string) => void) | undefined
}

interface Known {
  readonly request: CheckRequest
  readonly asked: AskedNow
  /** Found on the very content that is there now. */
  readonly fresh: CheckResult | undefined
  readonly latest: CheckResult | undefined
}

/** By scope; nothing where nobody has run it. */
export async function wordsOfCheck(
  requests: readonly CheckRequest[],
  sources: WordSources,
): Promise<ReadonlyMap<string, Spoken>> {
  const known = await Promise.all(requests.map(each => knownOf(each, sources.checks)))
  return sources.runs ? runOnce(known, sources) : lastWords(known)
}

async function knownOf(request: CheckRequest, checks: Checks): Promise<Known> {
  const asked = await checks.question(request)
  const latest = checks.latest(request.recipe.name, request.scope)
  const fresh = latest?.key === asked.key ? latest : checks.answerTo(asked.key)
  if (fresh && fresh !== latest) checks.standAgain(request.scope, fresh)
  return { request, asked, fresh, latest }
}

function lastWords(known: readonly Known[]): ReadonlyMap<string, Spoken> {
  const failed = known.find(each => each.fresh?.outcome === 'failed')?.fresh
  const words = known.flatMap(({ request, asked, fresh, latest }): [string, Spoken][] => {
    const result = fresh ?? latest
    if (!result) return []
    if (failed && result.outcome === 'passed')
      return [[request.scope, { result: failed, moved: false }]]
    return [[request.scope, { result, moved: fresh ? false : movedSince(result, asked.inputs) }]]
  })
  return new Map(words)
}

/** A failure may have come from outside and is asked again; a pass is not. */
async function runOnce(
  known: readonly Known[],
  { checks, onRun }: WordSources,
): Promise<ReadonlyMap<string, Spoken>> {
  const isOpen = ({ fresh }: Known) => fresh?.outcome !== 'passed'
  const first = known.find(isOpen)
  if (!first) return new Map(known.map(each => [each.request.scope, said(each.fresh!)]))
  onRun?.(first.request.recipe.name)
  const isForced = known.some(each => isOpen(each) && each.latest?.outcome === 'failed')
  const { result } = await checks.run({ ...first.request, isForced })
  const words = await Promise.all(
    known.map(async (each): Promise<[string, Spoken]> => {
      const { request, fresh } = each
      if (each === first) return [request.scope, said(result)]
      if (isOpen(each)) return [request.scope, said(await checks.adopt(request, result))]
      // It passed on the same content: what made it fail now lies elsewhere, and is not held against that content.
      return [request.scope, said(result.outcome === 'failed' ? result : fresh!)]
    }),
  )
  return new Map(words)
}

const said = (result: CheckResult): Spoken => ({ result, moved: false })

const SHOWN = 2

/** "a.ts changed", "a.ts, b.ts and 3 more changed", or what else there is that may have. */
function movedSince({ inputs }: CheckResult, now: Inputs): string {
  if (!inputs) return 'its files changed'
  const paths = new Set([...Object.keys(inputs), ...now.keys()])
  const moved = [...paths].filter(each => inputs[each] !== now.get(each)).sort()
  if (moved.length === 0) return 'its recipe or its environment changed'
  const more = moved.length - SHOWN
  return `${moved.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''} changed`
}
