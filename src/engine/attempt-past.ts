// What is known of an attempt whose words, tree or turn is looked for and not found: how it was made, and why what it left is not here.
// Only looks; what is not known is undefined, never guessed.

import { LEAN, RESTORED } from '../journal/restore.ts'
import {
  openTranscripts,
  type RemovedTranscript,
  type Transcripts,
} from '../journal/transcripts.ts'
import { readHistory } from './history.ts'
import { attemptId } from './house.ts'
import { journalFolder } from './journal-place.ts'
import { treeKey } from './keeping/outputs.ts'
import { turnId } from './turns.ts'

/** Of what was removed here, or of what the journal came here without. */
export type Absence = RemovedTranscript & { readonly isRemoved: boolean }

interface AttemptPast {
  /** Whether it came to that: a computed attempt has no agent. */
  readonly wasWorked: boolean
  readonly hadAgent: boolean
  /** Who made it by hand. */
  readonly by: string | undefined
  /** Why what it said is not here. */
  readonly words: Absence | undefined
  /** Why the tree that it left is not here. */
  readonly tree: Absence | undefined
}

interface Place {
  readonly root: string
  readonly program: string
}

export async function readAttemptPast(
  place: Place,
  unit: string,
  attempt: number,
): Promise<AttemptPast> {
  const way = (await waysOf(place, unit)).get(attempt)
  return withTranscripts(place, async transcripts => ({
    wasWorked: way?.agent !== undefined,
    hadAgent: typeof way?.agent === 'string',
    by: way?.by,
    words: await wordsOf(transcripts, attemptId(unit, attempt), way?.at),
    tree: await treeOf(transcripts, attemptId(unit, attempt), way?.at),
  }))
}

interface TurnPast {
  readonly attempt: number
  /** As its transcript says; undefined where an agent was sent to it and its transcript is not here. */
  readonly wasKept: boolean | undefined
  readonly hasTurns: boolean
  readonly words: Absence | undefined
  readonly tree: Absence | undefined
}

export async function readTurnPast(
  place: Place,
  unit: string,
  attempts: readonly number[],
  turn: number,
): Promise<readonly TurnPast[]> {
  const ways = await waysOf(place, unit)
  return withTranscripts(place, async transcripts => {
    const pasts: TurnPast[] = []
    for (const attempt of attempts) {
      const [name, way] = [attemptId(unit, attempt), ways.get(attempt)]
      const said = await turnsSaid(transcripts, name)
      const isLost = said === undefined && typeof way?.agent === 'string'
      pasts.push({
        attempt,
        wasKept: isLost ? undefined : (said ?? []).some(each => isKept(each, turn)),
        hasTurns: (said ?? []).length > 0,
        words: await wordsOf(transcripts, name, way?.at),
        tree: await treeOf(transcripts, turnId(name, turn), way?.at),
      })
    }
    return pasts
  })
}

async function withTranscripts<T>(
  { root }: Place,
  use: (transcripts: Transcripts) => Promise<T>,
): Promise<T> {
  const transcripts = openTranscripts(journalFolder(root))
  try {
    return await use(transcripts)
  } finally {
    await transcripts.close()
  }
}

interface Way {
  /** When the attempt began. */
  readonly at: string
  /** To which it was sent; null where it is computed. */
  readonly agent?: string | null
  readonly by?: string
}

async function waysOf({ root, program }: Place, id: string): Promise<ReadonlyMap<number, Way>> {
  const ways = new Map<number, Way>()
  let last = 0
  for (const { event } of (await readHistory(root, { program })).entries) {
    if (!('unit' in event) || event.unit !== id) continue
    if (event.type === 'unit.started' || event.type === 'unit.submitted') last = event.attempt
    if (event.type === 'unit.started') ways.set(last, { at: event.at })
    if (event.type === 'unit.submitted') ways.set(last, { at: event.at, by: event.by })
    if (event.type === 'unit.dispatched') ways.set(last, { ...ways.get(last)!, agent: event.agent })
  }
  return ways
}

const wordsOf = (transcripts: Transcripts, name: string, since: string | undefined) =>
  absenceOf(transcripts, transcripts.removal(name), LEAN, since)

const treeOf = (transcripts: Transcripts, name: string, since: string | undefined) =>
  absenceOf(transcripts, transcripts.absence(treeKey(name)), RESTORED, since)

/** Removed here; or not there when the journal came here, which holds only of what had begun by then. */
async function absenceOf(
  transcripts: Transcripts,
  removal: Promise<RemovedTranscript | undefined>,
  lacking: string,
  since: string | undefined,
): Promise<Absence | undefined> {
  const removed = await removal
  if (removed) return { ...removed, isRemoved: true }
  const came = await transcripts.absence(lacking)
  return came && since !== undefined && since <= came.at ? { ...came, isRemoved: false } : undefined
}

/** `undefined` where nothing of it is stored. */
async function turnsSaid(
  transcripts: Transcripts,
  name: string,
): Promise<readonly string[] | undefined> {
  let said: string[] | undefined
  for await (const page of transcripts.read(name)) {
    said ??= []
    said.push(...page.filter(each => each.channel === 'turn').map(each => each.text))
  }
  return said
}

const isKept = (text: string, turn: number) =>
  text.startsWith(`${turn} `) && text.endsWith('(kept)\n')
