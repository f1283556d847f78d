// What the engine costs for each unit beside its agent: against the bare git commands that any such tool runs, in turns with them so that
// what else the machine does falls on both, and against forty units that sleep, of which eight may at once. And its memory while agents print a gigabyte each.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gitLine, runGit } from '../src/workspace/git.ts'
import { bareUnit } from './lib/bare-unit.ts'
import { playUnits } from './lib/engine-run.ts'
import { holdRatio, median, shownMs } from './lib/measure.ts'
import { environment, makeRepository } from './lib/repository.ts'

interface Case {
  readonly files: number
  /** Engine and git take turns so often. */
  readonly turns: number
  /** Of one turn. */
  readonly units: number
  readonly bareRounds: number
  /** Of the bare commands' time. */
  readonly atMost: number
}

const cases: readonly Case[] = [
  { files: 50, turns: 5, units: 23, bareRounds: 5, atMost: 1.5 },
  { files: 2_000, turns: 3, units: 13, bareRounds: 3, atMost: 0.5 },
  { files: 20_000, turns: 2, units: 8, bareRounds: 2, atMost: 0.2 },
]

const FIXED_MS = 80
/** The first ones of a run make its workspace and warm what is cached. */
const WARMUP = 3
const IDEAL_MS = (40 / 8) * 3_000
const MOST_BYTES = 200_000_000

for (const each of cases) await inFolder(home => overhead(home, each))
await inFolder(manyAtOnce)
await inFolder(memory)

async function overhead(
  home: string,
  { files, turns, units, bareRounds, atMost }: Case,
): Promise<void> {
  const root = makeRepository(home, files)
  const git = { program: 'git', directory: join(root, '.git'), environment }
  const bareMs: number[] = []
  const resetMs: number[] = []
  const pause = async () => {
    for (let round = 0; round < bareRounds; round++) {
      bareMs.push(await bareUnit(git, home, bareMs.length))
      resetMs.push(await resetAndWrite(git, home, resetMs.length))
    }
  }
  const work = { runs: turns, units, workers: 1, line: 'true', pause }
  const { landedMs, sessionMs } = await playUnits(home, root, work)
  await pause()
  const between = landedMs.flatMap(run =>
    run
      .slice(1)
      .map((ms, at) => ms - run[at]!)
      .slice(WARMUP),
  )
  const ownMs = median(between) - median(sessionMs)
  const [bare, reset] = [median(bareMs), median(resetMs)]
  console.log(
    `${files} files: a unit${shownMs(ownMs)} beside its agent (${shownMs(median(sessionMs)).trim()}), bare git${shownMs(bare)}, reset and write-tree${shownMs(reset)}`,
  )
  holdRatio(
    `${files} files, against ${FIXED_MS} ms + 2 × reset and write-tree`,
    ownMs / (FIXED_MS + 2 * reset),
    1,
  )
  holdRatio(`${files} files, against bare git`, ownMs / bare, atMost)
}

/** Of a worktree in which one file was edited. */
async function resetAndWrite(git: Parameters<typeof runGit>[0], home: string, round: number) {
  const folder = join(home, 'reset')
  if (round === 0) await runGit(git, ['worktree', 'add', '--quiet', '--detach', folder, 'main'])
  const inside = { ...git, directory: join(git.directory, 'worktrees/reset'), workTree: folder }
  writeFileSync(join(folder, 'src/part0/file0.ts'), `// ${round}\n`)
  const startMs = performance.now()
  await runGit(inside, ['reset', '--quiet', '--hard'])
  await runGit(inside, ['clean', '-fdxq'])
  await gitLine(inside, ['write-tree'])
  return performance.now() - startMs
}

async function manyAtOnce(home: string): Promise<void> {
  const root = makeRepository(home, 50)
  const { wallMs } = await playUnits(home, root, { units: 40, workers: 8, line: 'sleep 3' })
  console.log(`40 units of 3 s, 8 at once:${shownMs(wallMs)}, ideal${shownMs(IDEAL_MS)}`)
  holdRatio('40 units of 3 s, 8 at once, against the ideal', wallMs / IDEAL_MS, 1.25)
}

/** The built program, as it is used. */
function memory(home: string): void {
  const root = makeRepository(home, 50)
  const line = `echo x > src/made; yes 'a line of an agent that never stops talking' | head -c 1000000000; ${"printf '\\n```result\\nstatus: done\\nsummary: did it\\n```\\n'"}`
  mkdirSync(join(root, '.fixpoint'))
  writeFileSync(
    join(root, '.fixpoint/config.yaml'),
    `agents:\n  loud:\n    command: ${JSON.stringify(line)}\n`,
  )
  writeFileSync(join(root, 'T01.md'), '---\nid: T01\nclaims: { create: [src/made] }\n---\nTalk.\n')
  const peak = join(home, 'peak')
  const words = [
    '--import',
    join(import.meta.dirname, 'lib/peak-memory.js'),
    join(import.meta.dirname, '../bin/fixpoint.js'),
  ]
  const { status, stderr } = spawnSync(
    process.execPath,
    [...words, 'run', 'T01.md', '--oracle', 'working'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...environment, FIXPOINT_CACHE_DIR: join(home, 'cache'), PEAK_MEMORY: peak },
    },
  )
  if (status !== 0) throw new Error(`the run ended with ${status}: ${stderr}`)
  const bytes = Number(readFileSync(peak, 'utf8')) * 1024
  console.log(`peak of memory beside an agent that printed 1 GB: ${Math.round(bytes / 1e6)} MB`)
  holdRatio('memory, against 200 MB', bytes / MOST_BYTES, 1)
}

async function inFolder(work: (home: string) => Promise<void> | void): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'fixpoint-bench-'))
  try {
    await work(home)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
