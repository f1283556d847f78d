// The engine as commands use it: opened on a project, asked to drive until something is over, closed. Joins ledger, house, runner and
// driver; decides nothing itself.

import { sweepOrphans } from '../base/orphans.ts'
import { openJournal } from '../journal/journal.ts'
import type { Journal } from '../journal/model.ts'
import type { Event } from '../kernel/event.ts'
import type { State } from '../kernel/model.ts'
import { ensureRepository } from '../workspace/open.ts'
import { clearTrash } from '../workspace/pool.ts'
import type { RepositoryFacts } from '../workspace/repository.ts'
import { keepTrouble } from './asides.ts'
import { drive } from './driver.ts'
import { forgetDeadDriver, partFromOriginal } from './driver-word.ts'
import { ownHolder } from './holder.ts'
import { closeHouse, type House, type HouseOptions, openHouse } from './house.ts'
import { firstProjectName, journalFolder, makeLocalFolder } from './journal-place.ts'
import { Ledger } from './ledger.ts'
import { channelsOf } from './notify/channels.ts'
import { noNotifier, openNotifier } from './notify/notifier.ts'
import type { NotifySettings } from './notify/settings.ts'
import { performersOf } from './performers.ts'
import { lineReader } from './recognise.ts'
import { Runner } from './runner.ts'

export interface EngineOptions extends Omit<HouseOptions, 'state' | 'tell'> {
  readonly facts: RepositoryFacts
  /** Unique to this process. */
  readonly writer: string
  readonly notify: NotifySettings
  readonly voice: Voice
}

/** Words for whoever looks at what this process does; a view that opens takes it over. */
export interface Voice {
  say: (text: string) => void
}

export interface Engine {
  readonly voice: Voice
  readonly ledger: Ledger
  readonly house: House
  /** Until it is over, or a person stops it. Where another process drives already, waits for it. */
  readonly drive: (
    isOver: (state: State) => boolean,
    stop: AbortSignal,
  ) => Promise<'over' | 'stopped'>
  readonly close: () => Promise<void>
}

const LEASE_MS = 60_000

export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { root, facts, writer, now, notify, voice } = options
  const journal = await openProjectJournal(root, options.program)
  forgetDeadDriver(root)
  const ledger = await Ledger.open({ journal, writer, now })
  await partFromOriginal(root, ledger)
  const tell = (text: string) => voice.say(text)
  const house = await openHouse({ ...options, tell, state: () => ledger.state }, facts)
  // Also what those left who only looked, and after whom nothing is due any more.
  await clearTrash(house.repository)
  const holder = ownHolder()
  const openRunner = () =>
    new Runner({
      ledger,
      holder,
      performers: performersOf(house),
      labels: [],
      leaseMs: LEASE_MS,
      ready: () => ensureRepository(house.repository),
      onTrouble: (effect, code, summary) => {
        if ('unit' in effect) keepTrouble(root, effect.unit, code, summary)
      },
    })
  const openOwnNotifier = () => {
    const channels = channelsOf(notify, root, options.environment)
    if (channels.length === 0) return noNotifier
    return openNotifier({ root, ledger, channels, kinds: notify.kinds, tell })
  }
  return {
    voice,
    ledger,
    house,
    drive: async (isOver, stop) => {
      // What a killed engine left running would work on beside us.
      await sweepOrphans()
      const clearAfterTheDead = () => house.desks.clearAfterTheDead()
      return drive({
        root,
        ledger,
        openRunner,
        openLineReader: () => lineReader(house, ledger),
        openNotifier: openOwnNotifier,
        clearAfterTheDead,
        holder,
        isOver,
        stop,
      })
    },
    close: async () => {
      house.desks.closeAll()
      await closeHouse(house)
      await journal.close()
    },
  }
}

export function openProjectJournal(root: string, program: string): Promise<Journal<Event>> {
  makeLocalFolder(root)
  const projectIfNew = firstProjectName(root)
  return openJournal<Event>(journalFolder(root), { projectIfNew, program })
}
