// With --json, stdout is one JSON document or lines of JSON, whatever happens, and the exit code tells the endings apart: one table.

import { expect, it } from 'vitest'
import { answer, lands as landsAll, started } from '../kernel/project.ts'
import type { Circumstances } from './cli.ts'
import { writeJournal } from './journal.ts'
import { done, repository, type TestRepository, unitFile } from './repository.ts'

const env = { PATH: process.env.PATH, HOME: process.env.HOME }
const asks = `printf '\`\`\`result\\nstatus: blocked\\nquestion: which?\\n\`\`\`\\n'`
const lands = (id: string) => unitFile({ id, script: `echo ${id} > src/${id}\n${done}` })
const fails = unitFile({ id: 'T09', script: 'exit 3', front: 'attempts: 1\n' })

/** The state of a project before the command. */
const before = {
  fresh: async () => {
    const here = repository()
    for (const id of ['T01', 'T02']) here.write(`ok/${id}.md`, lands(id))
    here.write('bad/T09.md', fails)
    here.write('mixed/T09.md', fails)
    here.write('mixed/T01.md', lands('T01'))
    here.write('ask/T01.md', unitFile({ id: 'T01', script: asks }))
    return here
  },
  landed: async () => after('run ok'),
  waiting: async () => after('run ask'),
  paused: async () => {
    const here = await after('run ok')
    await here.fixpoint('pause', { env })
    return here
  },
  stopped: async () => after('run ok', { isInterrupted: true }),
  degraded: async () => {
    const here = repository()
    await writeJournal(here.root, degradedRun())
    return here
  },
} as const

function degradedRun() {
  const game = started(['a'], { policy: { evaluate: true } })
  landsAll(game, 'a')
  answer(game, 'r', 'evaluate', { ok: true, isDegraded: true })
  return game.events
}

async function after(line: string, more: Partial<Circumstances> = {}): Promise<TestRepository> {
  const here = await before.fresh()
  await here.fixpoint(line, { env, ...more })
  return here
}

type Row = readonly [
  keyof typeof before,
  line: string,
  code: number,
  form: 'one' | 'lines',
  interrupted?: true,
]

const rows: readonly Row[] = [
  ['fresh', 'run ok', 0, 'one'],
  ['fresh', 'run bad', 1, 'one'],
  ['fresh', 'run mixed', 3, 'one'],
  ['fresh', 'run ask', 5, 'one'],
  ['fresh', 'run ok', 130, 'one', true],
  ['fresh', 'run nowhere', 1, 'one'],
  ['fresh', 'run', 64, 'one'],
  ['fresh', 'run ok --max-workers few', 64, 'one'],
  ['fresh', 'run ok --dry-run', 0, 'one'],
  ['fresh', 'fix ""', 1, 'one'],
  ['fresh', 'fix', 64, 'one'],
  ['fresh', 'watch', 1, 'one'],
  ['fresh', 'status', 0, 'one'],
  ['fresh', 'runs', 0, 'one'],
  ['fresh', 'logs T01', 1, 'one'],
  ['fresh', 'diff T01', 1, 'one'],
  ['fresh', 'wach', 64, 'one'],
  ['landed', 'watch', 0, 'lines'],
  ['landed', 'status', 0, 'one'],
  ['landed', 'runs', 0, 'one'],
  ['landed', 'show T01', 0, 'one'],
  ['landed', 'show run:r1', 0, 'one'],
  ['landed', 'show T01 --diff', 0, 'one'],
  ['landed', 'diff T01', 0, 'one'],
  ['landed', 'diff run:r1 --stat', 0, 'one'],
  ['landed', 'diff T01 --attempt 9', 1, 'one'],
  ['landed', 'diff T01 --attempt none', 64, 'one'],
  ['landed', 'logs T01', 0, 'one'],
  ['landed', 'logs T01 -f', 0, 'lines'],
  ['landed', 'replay r1', 0, 'one'],
  ['landed', 'replay r1 --until soon', 64, 'one'],
  ['landed', 'replay r9', 1, 'one'],
  ['landed', 'logs T09 -f', 1, 'lines'],
  ['landed', 'watch r9', 1, 'lines'],
  ['landed', 'watch --nope', 64, 'lines'],
  ['landed', 'show T09', 1, 'one'],
  ['landed', 'runs --nope', 64, 'one'],
  ['landed', 'status --nope', 64, 'one'],
  ['landed', 'gc --dry-run', 0, 'one'],
  ['landed', 'gc', 0, 'one'],
  ['landed', 'gc --nope', 64, 'one'],
  ['landed', 'prune', 0, 'one'],
  ['landed', 'retry T01', 1, 'one'],
  ['landed', 'pause', 0, 'one'],
  ['landed', 'pause nobody', 1, 'one'],
  ['waiting', 'watch', 5, 'lines'],
  ['waiting', 'answer T01 this', 0, 'one'],
  ['waiting', 'accept T01', 1, 'one'],
  ['waiting', 'skip T01', 0, 'one'],
  ['waiting', 'cancel run:r1', 0, 'one'],
  ['waiting', 'resume', 1, 'one'],
  ['paused', 'resume', 0, 'one'],
  ['waiting', 'resume nobody', 1, 'one'],
  ['waiting', 'override run:r1 --time 1h', 0, 'one'],
  ['waiting', 'override run:r9 --time 1h', 1, 'one'],
  ['waiting', 'override run:r1', 64, 'one'],
  ['waiting', 'answer T01', 64, 'one'],
  ['waiting', 'skip', 64, 'one'],
  ['waiting', 'cancel run:r9', 1, 'one'],
  ['waiting', 'reject T01 no', 1, 'one'],
  ['waiting', 'reject T01', 64, 'one'],
  ['waiting', 'run', 5, 'one'],
  ['stopped', 'watch', 130, 'lines', true],
  ['stopped', 'run', 0, 'one'],
  ['degraded', 'watch', 4, 'lines'],
]

const titled = rows.map(row => ({ row, title: `${row[0]}: ${row[1]}${row[4] ? ' ^C' : ''}` }))

it.each(titled)('$title', async ({ row }) => {
  const [state, line, code, form, isInterrupted = false] = row
  const here = await before[state]()
  const { exitCode, stdout } = await here.fixpoint(`${line} --json`, { env, isInterrupted })
  const documents = form === 'one' ? [stdout] : stdout.trimEnd().split('\n')
  const read = documents.map(each => JSON.parse(each) as Record<string, unknown>)
  for (const each of read) expect(each.version).toBe('1')
  const last = read.at(-1)!
  const isRefusal = 'error' in last
  expect(isRefusal ? 'diagnostics' in last : last.command).toBe(isRefusal || line.split(' ')[0])
  expect(exitCode).toBe(code)
})

it.each([
  ['lands', `echo b > src/b\n${done}`, 0],
  ['fails', done, 1],
  ['asks', asks, 5],
] as const)('fix that %s is one document', async (_, script, code) => {
  const words = ['fix', `\`\`\`sh\n${script}\n\`\`\``, '--json']
  const { exitCode, stdout } = await repository().fixpoint(words, { env })
  expect(JSON.parse(stdout)).toMatchObject({ version: '1', command: 'fix' })
  expect(exitCode).toBe(code)
})
