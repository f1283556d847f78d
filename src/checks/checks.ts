// Checks as the rest of the program asks for them: answered from the cache where the question is the same, computed once otherwise.

import { allowedEnvironment } from '../base/allowed-environment.ts'
import type { ContainedCommand } from '../base/containment.ts'
import type { CheckResult } from '../contract/check-result.ts'
import type { CheckOrder } from '../contract/order.ts'
import { loadLatest, loadResult, pointTo, storeResult } from './cache.ts'
import { checkKey, type Inputs } from './key.ts'
import { runCheck } from './run.ts'
import { SharedWork } from './shared-work.ts'
import { readVersions } from './versions.ts'

export interface ChecksOptions {
  /** Where results are kept. */
  readonly folder: string
  /** How many checks may run at once. */
  readonly concurrency: number
  /** Ours; the checks see only what is allowed. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => string
}

export interface CheckRequest extends Pick<ContainedCommand, 'signal' | 'onOutput'> {
  readonly recipe: CheckOrder
  /** The absolute folder of the tree to check. */
  readonly root: string
  /** What the result depends on, read anew each time it is called. */
  readonly inputs: () => Inputs | Promise<Inputs>
  /** For what it is run: the address of a resource, or `*`. */
  readonly scope: string
  /** Run even where the answer is known. */
  readonly isForced?: boolean
}

export interface Answer {
  readonly result: CheckResult
  readonly isFromCache: boolean
}

/** What a request asks at this moment. */
export interface AskedNow {
  readonly key: string
  readonly inputs: Inputs
}

export interface Checks {
  readonly run: (request: CheckRequest) => Promise<Answer>
  /** What a result must speak for to be fresh now. */
  readonly currentKey: (request: CheckRequest) => Promise<string>
  /** The same, with the contents behind it. */
  readonly question: (request: CheckRequest) => Promise<AskedNow>
  /** The answer that is kept for a key, whenever it was found. */
  readonly answerTo: (key: string) => CheckResult | undefined
  /** Lets a result of the same recipe and tree speak for another scope too. */
  readonly adopt: (request: CheckRequest, result: CheckResult) => Promise<CheckResult>
  /** Makes what was found on the content that is there again the last word: when that moves on, this is what was true. */
  readonly standAgain: (scope: string, result: CheckResult) => void
  /** The last result for a scope, fresh or stale. */
  readonly latest: (name: string, scope: string) => CheckResult | undefined
}

/** Only a yes or a no is an answer; trouble and lateness are asked again. */
const isAnswer = ({ outcome }: CheckResult) => outcome === 'passed' || outcome === 'failed'

export function openChecks({ folder, concurrency, environment, now }: ChecksOptions): Checks {
  const work = new SharedWork<CheckResult>(concurrency)

  async function question({ recipe, root, inputs: read }: CheckRequest): Promise<AskedNow> {
    const seen = allowedEnvironment(environment, recipe.environment)
    const versions = await readVersions(recipe.versions, root, seen)
    const platform = `${process.platform}-${process.arch}`
    const inputs = await read()
    return { key: checkKey({ recipe, environment: seen, platform, versions, inputs }), inputs }
  }

  const currentKey = async (request: CheckRequest) => (await question(request)).key

  function answerTo(key: string): CheckResult | undefined {
    const known = loadResult(folder, key)
    return known && isAnswer(known) ? known : undefined
  }

  async function run(request: CheckRequest): Promise<Answer> {
    const asked = await question(request)
    const known = request.isForced ? undefined : answerTo(asked.key)
    if (known) {
      pointTo(folder, request.scope, known)
      return { result: known, isFromCache: true }
    }
    const result = await work.run(asked.key, request.signal, signal =>
      compute(request, asked, signal),
    )
    if (result.problem?.code !== 'checks/cancelled') storeResult(folder, request.scope, result)
    return { result, isFromCache: false }
  }

  async function adopt(request: CheckRequest, result: CheckResult): Promise<CheckResult> {
    const adopted = speakingFor(await question(request), result)
    storeResult(folder, request.scope, adopted)
    return adopted
  }

  async function compute(
    request: CheckRequest,
    asked: AskedNow,
    signal: AbortSignal,
  ): Promise<CheckResult> {
    const { recipe, root, onOutput } = request
    const { key } = asked
    if (asked.inputs.size === 0) return withoutInputs(recipe, key, now())
    const ran = await runCheck(recipe, root, {
      key,
      environment: allowedEnvironment(environment, recipe.environment),
      now,
      signal,
      ...(onOutput && { onOutput }),
    })
    const result = speakingFor(asked, ran)
    return isAnswer(result) && (await currentKey(request)) !== key ? moved(result) : result
  }

  return {
    run,
    currentKey,
    question,
    answerTo,
    adopt,
    standAgain: (scope, result) => pointTo(folder, scope, result),
    latest: (name, scope) => loadLatest(folder, name, scope),
  }
}

const speakingFor = ({ key, inputs }: AskedNow, result: CheckResult): CheckResult => ({
  ...result,
  key,
  inputs: Object.fromEntries(inputs),
})

/** A result over contents that changed meanwhile speaks for neither the old ones nor the new. */
function moved(result: CheckResult): CheckResult {
  const problem = {
    code: 'checks/inputs-moved',
    message: 'the files that it depends on changed while it ran',
    fix: 'run it again; a check that writes into its own inputs needs other inputs:',
  }
  return { ...result, outcome: 'error', problem }
}

/** A result that depends on nothing would never be stale. */
function withoutInputs({ name }: CheckOrder, key: string, startedAt: string): CheckResult {
  const problem = {
    code: 'checks/no-inputs',
    message: 'no file is known that its result depends on',
    fix: 'name some with inputs: in the config; see that the globs match',
  }
  const nothing = { exitCode: null, failures: [], durationMs: 0, output: '' }
  return { name, outcome: 'error', problem, key, startedAt, ...nothing }
}
