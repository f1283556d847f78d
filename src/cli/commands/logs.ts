// `fixpoint logs`: what an attempt was told and what it said, as it was stored: bounded, and without secrets.

import { readState } from '../../engine/history.ts'
import { attemptId } from '../../engine/house.ts'
import { journalFolder } from '../../engine/journal-place.ts'
import { openTranscripts, type StoredChunk } from '../../journal/transcripts.ts'
import type { Unit } from '../../kernel/model.ts'
import { isTerminal } from '../../kernel/unit.ts'
import { command } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { readAttempt } from '../runs/attempt.ts'
import { findUnit } from '../runs/find.ts'
import { refuseSilent } from '../runs/gone.ts'
import { programName } from '../version.ts'
import { uncoloured } from '../visible.ts'
import type { World } from '../world.ts'

interface Options {
  readonly word: string
  readonly attempt: number | undefined
  readonly follows: boolean
  readonly isJson: boolean
}

interface Log {
  readonly unit: string
  readonly attempt: number
  readonly chunks: readonly StoredChunk[]
}

export const logs = command<Options, Log>({
  name: 'logs',
  summary: 'show what an attempt was told and what it said',
  usage: 'UNIT',
  positionals: { min: 1, max: 1 },
  options: {
    attempt: { type: 'string', value: 'N', help: 'which attempt (the last)' },
    follow: { type: 'boolean', short: 'f', help: 'go on until the attempt has ended' },
  },
  details: [
    'Control characters are shown and not obeyed (\\u001b), and colours left out; --json has every character.',
    'With -f and --json each part is one line of JSON, and the last line says that it is over.',
  ],
  examples: ['fixpoint logs T01', 'fixpoint logs r1/T01 --attempt 1', 'fixpoint logs T01 -f'],
  read: args => ({
    word: args.positionals[0]!,
    attempt: readAttempt(args.text('attempt')),
    follows: args.flag('follow'),
    isJson: args.flag('json'),
  }),
  run: readLog,
  view: ({ unit, attempt, chunks }, { follows, isJson }) => ({
    text: follows ? lastLine(unit, attempt, isJson) : chunks.map(chunkText).join('').trimEnd(),
    json: { unit, attempt, chunks },
    isDocument: follows,
  }),
})

/** What was followed is told already; a program also wants to know that this was all. */
const lastLine = (unit: string, attempt: number, isJson: boolean) =>
  isJson ? JSON.stringify({ version: '1', command: 'logs', unit, attempt }) : ''

const chunkLine = (chunk: StoredChunk) => `${JSON.stringify({ version: '1', ...chunk })}\n`

async function readLog(
  { word, attempt: asked, follows, isJson }: Options,
  world: World,
): Promise<Log> {
  const root = findRoot(world.cwd)
  const unit = findUnit(await readState(root, { program: programName }), word)
  const attempt = asked ?? unit.attempt
  const transcripts = openTranscripts(journalFolder(root))
  try {
    const chunks: StoredChunk[] = []
    const read = async () => {
      const from = (chunks.at(-1)?.part ?? 0) + 1
      for await (const page of transcripts.read(attemptId(unit.id, attempt), from)) {
        chunks.push(...page)
        if (follows)
          for (const each of page)
            await world.stdout.write(isJson ? chunkLine(each) : chunkText(each))
      }
    }
    await read()
    while (follows && (await isGoingOn(root, unit, attempt))) {
      await new Promise(resolve => setTimeout(resolve, LOOK_MS))
      await read()
    }
    if (chunks.length === 0) await refuseSilent(root, unit, attempt)
    return { unit: unit.id, attempt, chunks }
  } finally {
    await transcripts.close()
  }
}

const LOOK_MS = 200

async function isGoingOn(root: string, { id }: Unit, attempt: number): Promise<boolean> {
  const unit = findUnit(await readState(root, { program: programName }), id)
  const isBefore = unit.status === 'preparing' || unit.status === 'working'
  return !isTerminal(unit) && unit.attempt === attempt && isBefore
}

/** What the agent said stands as it is, without its colours, which could hide words; what was said to it, and by us, is marked. */
function chunkText({ channel, text: said }: StoredChunk): string {
  const text = uncoloured(said)
  if (channel === 'stdout' || channel === 'stderr') return text
  return text.replace(/^(?=[^\n])/gm, `${channel}> `)
}
