// Records a game of the simulator as a journal of this version: `node test/replay/record.ts NAME SEED`. Refuses to write over one.

import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { behaviourVersion, kernelVersion } from '../../src/kernel/policy.ts'
import { simulate } from '../sim/simulate.ts'
import { folder, type Golden, hashes, stateAfter } from './recorded.ts'

const [journal, seed] = process.argv.slice(2)
if (journal === undefined || seed === undefined) throw new Error('name a journal and a seed')
const path = join(folder, `${journal}.jsonl`)
if (existsSync(path))
  throw new Error(`${path} is recorded already, and journals are never rewritten`)

const { events } = simulate(Number(seed))
const golden: Golden = {
  journal,
  kernel: kernelVersion,
  behaviour: behaviourVersion,
  events: events.length,
  ...hashes(stateAfter(events)),
}
writeFileSync(path, events.map(event => `${JSON.stringify(event)}\n`).join(''))
writeFileSync(join(folder, `${journal}.json`), `${JSON.stringify(golden, null, 2)}\n`)
