// One unit from workspace to landing, as a process that may be killed at any moment and started again: it continues where the dead one stopped.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepAttempt } from '../../src/workspace/attempt-ref.ts'
import { buildCandidate } from '../../src/workspace/candidate.ts'
import { takeChangeSet } from '../../src/workspace/change-set.ts'
import { probeFileSystem } from '../../src/workspace/file-system.ts'
import { land, readLog } from '../../src/workspace/mirror-log.ts'
import { closeRepository, openRepository } from '../../src/workspace/open.ts'
import { acquireWorkspace, adoptWorkspace, releaseWorkspace } from '../../src/workspace/pool.ts'
import { readRef } from '../../src/workspace/refs.ts'
import { inspectRepository } from '../../src/workspace/repository.ts'

const [root = '', cache = '', program = 'git'] = process.argv.slice(2)
const environment = process.env
const { facts } = await inspectRepository(root, { environment, fileSystem: probeFileSystem(cache) })
if (!facts?.head) throw new Error(`${root} cannot be used`)
const repository = openRepository(facts, { cache, environment, program })
const person = { name: 'An Agent', email: 'agent@example.org' }
const [attempt, line, base] = ['unit-1', 'refs/heads/fixpoint/run', facts.head]

const workspace =
  (await adoptWorkspace(repository, attempt)) ??
  (await acquireWorkspace(repository, { attempt, base, identity: person }))
writeFileSync(join(workspace.path, 'made.txt'), 'made by the unit\n')
const set = await takeChangeSet(repository, workspace)
const kept = await keepAttempt(repository, set, { attempt, author: person, atSeconds: 1 })
const words = { message: 'Land\n', author: person, committer: person, atSeconds: 1 }
const merged = await buildCandidate(repository, { onto: base, attempt: kept, ...words })
if (merged.kind !== 'candidate') throw new Error(`expected a candidate, not ${merged.kind}`)
const { commit } = merged.candidate
if ((await readRef(repository, line)) !== commit) {
  const after = (await readLog(repository)).tip
  const entries = [{ type: 'landed', unit: attempt }]
  await land(repository, { ref: line, from: undefined, to: commit, entries, after, atSeconds: 1 })
}
releaseWorkspace(workspace)
closeRepository(repository)
