// Which units landed in an earlier run, by the journal, and how that stands to the commit that a run would start from now. Only looks.

import type { Order } from '../contract/order.ts'
import { type Artifacts, openArtifacts } from '../journal/artifacts.ts'
import { layoutOf } from '../journal/layout.ts'
import type { State, Unit } from '../kernel/model.ts'
import { findRow, rowsOf } from '../kernel/structure/rows.ts'
import { isOrderOf } from '../work/asked.ts'
import type { UnitFile } from '../work/readers/unit-file.ts'
import { holds, tipOf } from '../workspace/branches.ts'
import { type Environment, findGit, type Git, runGitAsUser } from '../workspace/git.ts'
import { type History, hasContentOf, readHistoryOf } from '../workspace/history.ts'
import { type Carried, carriersOf, stands } from './carriers.ts'
import { readState } from './history.ts'
import { hasJournal, journalFolder } from './journal-place.ts'

/** `here`: in the base and asked for by the same words, so there is nothing left to do. `gone`: its file is not there. */
export type Stand = 'here' | 'edited' | 'gone' | 'taken back' | 'elsewhere'

export interface Landing {
  readonly unit: string
  readonly run: string
  readonly commit: string
  readonly stand: Stand
  /** What takes the line of its run into the base, where it is elsewhere and the line is still there. */
  readonly take: string | undefined
}

export interface Look {
  readonly root: string
  readonly program: string
  readonly environment: Environment
}

/** By the names of those that landed, what landed first before the others, whatever their file said then; `units` may be without a file now. */
export async function readLandings(
  look: Look,
  units: ReadonlyMap<string, UnitFile | undefined>,
): Promise<ReadonlyMap<string, Landing>> {
  if (units.size === 0 || !hasJournal(look.root)) return new Map()
  const state = await readState(look.root, look)
  const found = rowsOf(state.units).filter(each => isLanding(each) && units.has(each.spec.name))
  const base = found.length === 0 ? undefined : await baseOf(look)
  if (base === undefined) return new Map()
  const place = await placeOf(look, state, base, found)
  const landings = new Map<string, Landing>()
  for (const unit of found.toReversed()) {
    const { name } = unit.spec
    const known = landings.get(name)
    if (known && isInBase(known)) continue
    const landing = await landingOf(place, unit, units.get(name))
    if (!known || isInBase(landing)) landings.set(name, landing)
  }
  return new Map([...landings].toReversed())
}

/** The newest that the base holds decides; what is newer and not there says nothing of it. */
const isInBase = ({ stand }: Landing): boolean => stand !== 'elsewhere' && stand !== 'taken back'

const isLanding = ({ status, commit, spec }: Unit): boolean =>
  status === 'landed' && commit !== null && spec.kind === 'change' && spec.brief !== undefined

interface Base {
  readonly git: Git
  readonly tip: string
}

/** Nothing landed in what has no commit. */
async function baseOf({ root, environment }: Look): Promise<Base | undefined> {
  const git = await findGit(root, environment)
  const words = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']
  const { stdout } = await runGitAsUser('git', root, environment, words, { accepts: [0, 1, 128] })
  const tip = stdout.toString().trim()
  return git === undefined || tip === '' ? undefined : { tip, git }
}

type Place = Base & Carried

async function placeOf(
  { root }: Look,
  state: State,
  base: Base,
  found: readonly Unit[],
): Promise<Place> {
  // Nothing that was found is older than the base of the run that began first.
  const since = findRow(state.runs, found[0]!.run)!.base
  const history = await readHistoryOf({ ...base, since })
  const artifacts = openArtifacts(layoutOf(journalFolder(root)).artifacts, true)
  const lines = new Map<string, Promise<History>>()
  const lineOf = (tip: string) => {
    const known = lines.get(tip) ?? readHistoryOf({ git: base.git, tip, since })
    lines.set(tip, known)
    return known
  }
  return { ...base, state, artifacts, history, lineOf }
}

async function landingOf(place: Place, unit: Unit, file: UnitFile | undefined): Promise<Landing> {
  const stand = (await absenceOf(place, unit)) ?? textOf(place, unit, file)
  const take = stand === 'elsewhere' ? await takeOf(place, unit.run) : undefined
  return { unit: unit.id, run: unit.run, commit: unit.commit!, stand, take }
}

/** Undefined where the base holds it. */
async function absenceOf(place: Place, unit: Unit): Promise<Stand | undefined> {
  const { history } = place
  if (history.holds(unit.commit!))
    return history.isTakenBack(unit.commit!) ? 'taken back' : undefined
  const carriers = await carriersOf(place, unit)
  if (carriers.length === 0 && (await hasContent(place, unit))) return undefined
  if (carriers.length === 0) return isTakenBackThere(place, unit) ? 'taken back' : 'elsewhere'
  return carriers.some(each => stands(place, unit, each)) ? undefined : 'taken back'
}

/** On the line of its run, before anybody had it. */
const isTakenBackThere = ({ state }: Place, { revertedBy }: Unit): boolean =>
  findRow(state.units, revertedBy ?? '')?.status === 'landed'

/** Squashed or rebased by others: another commit, with the same content, by itself or together with what landed on top of it. */
async function hasContent({ state, git, tip }: Place, unit: Unit): Promise<boolean> {
  const commit = unit.commit!
  for (const as of [commit, findRow(state.runs, unit.run)!.tip])
    if (await hasContentOf({ git, commit, as, tip })) return true
  return false
}

function textOf({ artifacts }: Place, unit: Unit, file: UnitFile | undefined): Stand {
  if (file === undefined) return 'gone'
  return isOrderOf(file, orderOf(artifacts, unit), unit.spec.review) ? 'here' : 'edited'
}

const orderOf = (artifacts: Artifacts, { spec }: Unit): Order =>
  JSON.parse(artifacts.read(spec.brief!).toString('utf8')) as Order

/** Undefined where the line was cleared away. */
async function takeOf({ git, tip }: Place, run: string): Promise<string | undefined> {
  const line = await tipOf(git, `fixpoint/${run}`)
  if (line === undefined) return undefined
  const isAhead = await holds(git, line, tip)
  return `${isAhead ? 'git merge --ff-only' : 'fixpoint land'} fixpoint/${run}`
}
