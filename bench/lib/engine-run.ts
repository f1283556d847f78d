// Runs of many equal units on one engine in this process: when each landed, and how long its agent took.

import { join } from 'node:path'
import type { AgentRecipe, Order } from '../../src/contract/order.ts'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { inspect } from '../../src/engine/house.ts'
import { startRun } from '../../src/engine/start.ts'
import type { CompiledUnit } from '../../src/work/compile.ts'
import { environment } from './repository.ts'

export interface Work {
  readonly units: number
  readonly workers: number
  /** What each agent does, as a shell line in which $1 is the number of its unit. */
  readonly line: string
  /** One after the other on the same engine; 1 when absent. */
  readonly runs?: number
  /** Between two runs, while the engine has nothing to do. */
  readonly pause?: () => Promise<void>
}

export interface Played {
  /** Of each run. */
  readonly landedMs: readonly (readonly number[])[]
  readonly sessionMs: readonly number[]
  readonly wallMs: number
}

const done = "printf '```result\\nstatus: done\\nsummary: did it\\n```\\n'"

export async function playUnits(home: string, root: string, work: Work): Promise<Played> {
  const cache = join(home, 'cache')
  const now = () => new Date().toISOString()
  const notify = { kinds: [], isDesktop: false, webhooks: [], command: undefined, environment: [] }
  const voice = { say: () => undefined }
  const options = { root, cache, environment, now, judges: 8, notify, voice }
  const { facts } = await inspect(root, options)
  const engine = await openEngine({ ...options, facts, program: 'bench', writer: 'bench' })
  try {
    return await play(engine, facts.head!, work)
  } finally {
    await engine.close()
  }
}

async function play({ ledger, house, drive }: Engine, base: string, work: Work): Promise<Played> {
  const limits = { prepare: work.workers, work: work.workers }
  await ledger.send({ type: 'configure', by: 'bench', reason: 'bench', limits })
  const landedMs: number[][] = []
  ledger.onChange(events => {
    for (const { type } of events)
      if (type === 'unit.landed') landedMs.at(-1)!.push(performance.now())
  })
  const startMs = performance.now()
  for (let run = 0; run < (work.runs ?? 1); run++) {
    await work.pause?.()
    landedMs.push([])
    const units = Array.from({ length: work.units }, (_, at) =>
      unitOf(work.line, run * work.units + at),
    )
    await startRun(
      { ledger, house, voice: { say: text => console.error(text) } },
      { base, units, policy: {} },
    )
    await drive(state => state.openRuns.length === 0, new AbortController().signal)
    const landed = landedMs.at(-1)!.length
    if (landed !== work.units) throw new Error(`${landed} of ${work.units} units landed`)
  }
  const wallMs = performance.now() - startMs
  return { landedMs, sessionMs: await sessionsOf(house.transcripts), wallMs }
}

/** The last thing that a transcript says is how long the session took. */
async function sessionsOf(transcripts: Engine['house']['transcripts']): Promise<number[]> {
  const sessions: number[] = []
  for (const { attempt } of await transcripts.list())
    for await (const chunks of transcripts.read(attempt)) {
      const [, ms] = / after (\d+) ms/.exec(chunks.at(-1)!.text) ?? []
      if (ms !== undefined) sessions.push(Number(ms))
    }
  return sessions
}

function unitOf(line: string, at: number): CompiledUnit {
  const path = `src/part0/made${at}.ts`
  const script = `echo 'export const made = ${at}' > ${path}; ${line}\n${done}`
  const agent: AgentRecipe = {
    name: 'instant',
    command: script,
    environment: [],
    timeoutMs: 600_000,
    silenceMs: undefined,
  }
  const name = `T${at + 1}`
  const order: Order = {
    version: 1,
    name,
    title: `Unit ${name}`,
    brief: 'Make it.\n',
    claims: { create: [path], edit: [], delete: [], read: [] },
    doNotTouch: [],
    produces: [],
    reserved: [],
    checks: [],
    agents: [agent],
    setup: undefined,
    environment: [],
    carry: [],
    ports: undefined,
  }
  return {
    order,
    plan: {
      name,
      after: [],
      write: [path],
      read: [],
      agents: ['instant'],
      review: 'none',
      budget: {},
      converge: false,
      escalate: false,
    },
  }
}
