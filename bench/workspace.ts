// What a workspace costs for each unit, from the second on, against the bare git commands that any such tool runs. Both do the
// same work in turns in one run: a folder at a base, one edit, its tree, a commit, a ref, the folder given back.

import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepAttempt } from '../src/workspace/attempt-ref.ts'
import { buildCandidate } from '../src/workspace/candidate.ts'
import { takeChangeSet } from '../src/workspace/change-set.ts'
import { probeFileSystem } from '../src/workspace/file-system.ts'
import { runGit } from '../src/workspace/git.ts'
import { land } from '../src/workspace/mirror-log.ts'
import { closeRepository, openRepository, type Repository } from '../src/workspace/open.ts'
import { acquireWorkspace, releaseWorkspace } from '../src/workspace/pool.ts'
import { readRef } from '../src/workspace/refs.ts'
import { inspectRepository } from '../src/workspace/repository.ts'
import { bareUnit } from './lib/bare-unit.ts'
import { environment, makeRepository } from './lib/repository.ts'

interface Case {
  readonly files: number
  readonly rounds: number
  /** Of the bare commands' time. */
  readonly atMost: number
}

const cases: readonly Case[] = [
  { files: 50, rounds: 21, atMost: 1.5 },
  { files: 2_000, rounds: 7, atMost: 0.5 },
  { files: 20_000, rounds: 3, atMost: 0.2 },
]

const LINE = 'refs/heads/fixpoint/bench'
const person = { name: 'Bench', email: 'bench@example.org' }

let failures = 0
for (const each of cases) failures += (await measure(each)) ? 0 : 1
process.exitCode = failures > 0 ? 1 : 0

async function measure({ files, rounds, atMost }: Case): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'fixpoint-bench-'))
  try {
    const repository = await openBenchRepository(home, files)
    const start = repository.facts.head!
    await repositoryLine(repository, start)
    let base = await unit(repository, 0, start, () => undefined)
    const steps = new Map<string, number[]>()
    const bare: number[] = []
    const own: number[] = []
    const landed: number[] = []
    for (let round = 1; round <= rounds; round++) {
      bare.push(await bareUnit(repository.refs, home, round, base))
      const noted = new Map<string, number>()
      const wholeMs = await timed(async () => {
        base = await unit(repository, round, base, (name, ms) => noted.set(name, ms))
      })
      for (const [name, ms] of noted) steps.set(name, [...(steps.get(name) ?? []), ms])
      landed.push(wholeMs)
      own.push(wholeMs - noted.get('candidate and landing')!)
    }
    closeRepository(repository)
    return report({ files, atMost, bare, own, landed, steps })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function openBenchRepository(home: string, files: number): Promise<Repository> {
  const root = makeRepository(home, files)
  const cache = join(home, 'cache')
  const fileSystem = probeFileSystem(cache)
  const { facts } = await inspectRepository(root, { environment, fileSystem })
  return openRepository(facts!, { cache, environment })
}

async function repositoryLine({ refs }: Repository, start: string): Promise<void> {
  await runGit(refs, ['update-ref', LINE, start])
}

type Note = (step: string, ms: number) => void

/** A unit from workspace to landing; answers the landed commit, on which the next one starts. */
async function unit(repository: Repository, round: number, base: string, note: Note) {
  const step = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const startMs = performance.now()
    const result = await work()
    note(name, performance.now() - startMs)
    return result
  }
  const attempt = `unit-${round}`
  const workspace = await step('acquire', () =>
    acquireWorkspace(repository, { attempt, base, identity: person }),
  )
  appendFileSync(join(workspace.path, 'src/part0/file0.ts'), `// ${round}\n`)
  const set = await step('change set', () => takeChangeSet(repository, workspace))
  const author = { author: person, atSeconds: round }
  const kept = await step('keep', () => keepAttempt(repository, set, { attempt, ...author }))
  await step('release', () => releaseWorkspace(workspace))
  return step('candidate and landing', () => landOne(repository, base, kept, round))
}

async function landOne(repository: Repository, onto: string, attempt: string, atSeconds: number) {
  const words = { message: 'Land\n', author: person, committer: person, atSeconds }
  const merged = await buildCandidate(repository, { onto, attempt, ...words })
  if (merged.kind !== 'candidate') throw new Error(`expected a candidate, not ${merged.kind}`)
  const { commit } = merged.candidate
  const after = await readRef(repository, 'refs/fixpoint/log')
  const entries = [{ type: 'landed', commit }]
  const answer = await land(repository, {
    ref: LINE,
    from: onto,
    to: commit,
    entries,
    after,
    atSeconds,
  })
  if (answer !== 'moved') throw new Error(`the landing is ${answer}`)
  return commit
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

interface Figures {
  readonly files: number
  readonly atMost: number
  readonly bare: readonly number[]
  readonly own: readonly number[]
  readonly landed: readonly number[]
  readonly steps: ReadonlyMap<string, readonly number[]>
}

function report({ files, atMost, bare, own, landed, steps }: Figures): boolean {
  const ratio = median(own) / median(bare)
  const isFine = ratio <= atMost
  const parts = [...steps].map(([name, times]) => `${name} ${shown(times)}`).join(', ')
  console.log(
    `${files} files: bare git ${shown(bare)}, workspace ${shown(own)} (${parts}), with landing ${shown(landed)}`,
  )
  console.log(`  ${isFine ? 'ok' : 'NOT OK'}: ratio ${ratio.toFixed(2)}, at most ${atMost}`)
  return isFine
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(1)} ms`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
