// What starting costs: `--version` and `plan` against an empty Node, a plan of a deep chain, and whether validation is linear.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { decodeSpec } from '../src/spec/decode.ts'
import { mergeSpec } from '../src/spec/merge.ts'
import { holdRatio, measure, shownMs } from './lib/measure.ts'
import { chainSpec, layeredSpec } from './lib/specs.ts'

const program = join(import.meta.dirname, '../bin/fixpoint.js')
const home = mkdtempSync(join(tmpdir(), 'fixpoint-bench-'))

try {
  starts()
  chain()
  validation('layered graph', layeredSpec, 200, 300)
} finally {
  rmSync(home, { recursive: true, force: true })
}

function starts(): void {
  const changing = folderWith('changing', '')
  const unchanged = folderWith('unchanged', layeredSpec(200))
  const times = measure(
    [
      { name: 'node -e 0', run: () => start(['-e', '0'], home) },
      { name: 'fixpoint --version', run: () => start([program, '--version'], home) },
      {
        name: 'plan, 200 resources, new spec',
        run: round => {
          writeFileSync(join(changing, 'fixpoint.spec.yaml'), `# ${round}\n${layeredSpec(200)}`)
          start([program, 'plan'], changing)
        },
      },
      {
        name: 'plan, 200 resources, known spec',
        run: () => start([program, 'plan'], unchanged),
      },
    ],
    { rounds: 25 },
  )
  for (const [name, ms] of times) console.log(`${shownMs(ms)}  ${name}`)
  const [node, version, fresh, known] = [...times.values()] as [number, number, number, number]
  holdRatio('--version over node', version / node, 1.6)
  holdRatio('plan of a new spec over node', fresh / node, 3.5)
  holdRatio('plan of a known spec over node', known / node, 2.2)
}

/**
 * The whole way of a deep chain, from its text to its plan. Absolute figures are for the eye: what a machine of today with two
 * cores should show stands beside them. The ratio is of what is paid over an empty Node.
 */
function chain(): void {
  const small = folderWith('small-chain', chainSpec(2_500))
  const large = folderWith('large-chain', chainSpec(10_000))
  const peak = join(home, 'peak')
  const preload = pathToFileURL(join(import.meta.dirname, 'lib/peak-memory.js')).href
  const plan = (folder: string) => {
    rmSync(join(home, 'cache'), { recursive: true, force: true })
    start(['--import', preload, program, 'plan'], folder, { PEAK_MEMORY: peak })
  }
  const times = measure(
    [
      {
        name: 'node',
        run: () => start(['--import', preload, '-e', '0'], home, { PEAK_MEMORY: peak }),
      },
      { name: 'small', run: () => plan(small) },
      { name: 'large', run: () => plan(large) },
    ],
    { rounds: 7 },
  )
  const [nodeMs, smallMs, largeMs] = [...times.values()] as [number, number, number]
  const megabytes = Number(readFileSync(peak)) / 1024
  console.log(`${shownMs(smallMs)}  plan, chain of 2,500, new spec`)
  console.log(`${shownMs(largeMs)}  plan, chain of 10,000, new spec (wanted: under 1,500)`)
  console.log(`${megabytes.toFixed(1).padStart(8)} MB  its peak of memory (wanted: under 300)`)
  holdRatio('plan of four times the deep chain', (largeMs - nodeMs) / (smallMs - nodeMs), 4.6)
}

function validation(name: string, spec: (count: number) => string, count: number, rounds: number) {
  const parts = [count, 4 * count].map(each => decodeSpec(spec(each), 'spec.yaml').part!)
  const times = measure(
    parts.map((part, index) => ({ name: String(index), run: () => validate(part) })),
    { rounds, warmup: 10 },
  )
  const [small, large] = [...times.values()] as [number, number]
  console.log(`${shownMs(small)}  validation, ${name} of ${count}`)
  console.log(`${shownMs(large)}  validation, ${name} of ${4 * count}`)
  holdRatio(`validation of four times the ${name}`, large / small, 4.6)
}

function validate(part: Parameters<typeof mergeSpec>[0][0]): void {
  const { problems } = mergeSpec([part])
  if (problems.length > 0)
    throw new Error(`the spec of the benchmark is wrong: ${problems[0]!.message}`)
}

function folderWith(name: string, spec: string): string {
  const folder = join(home, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'fixpoint.spec.yaml'), spec)
  return folder
}

function start(words: readonly string[], cwd: string, env: Record<string, string> = {}): void {
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd,
    env: { PATH: process.env.PATH, HOME: home, FIXPOINT_CACHE_DIR: join(home, 'cache'), ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
}
