// The verdicts of a tree by the oracle of a run: evidence read in a workspace of its own, weighed as `refresh` weighs the checkout, once
// for each tree. Check results count only where they were found on this very tree. Writes nothing outside the caches.

import { join } from 'node:path'
import { cacheFolder } from '../../base/cache-folder.ts'
import { sha256 } from '../../base/hash.ts'
import { canonicalJson } from '../../base/json.ts'
import { factOf, type Outcomes } from '../../checks/evidence/outcomes/outcomes.ts'
import { readEvidence } from '../../checks/evidence/read.ts'
import { readingsOf, rowsOf } from '../../checks/evidence/rows.ts'
import { keepFile, keptJson } from '../../checks/kept-files.ts'
import type { Languages } from '../../code/languages/all.ts'
import { openLanguages } from '../../code/languages/user-languages.ts'
import { openUnread } from '../../code/open.ts'
import { ANALYSER_VERSION } from '../../code/outline.ts'
import type { CheckResult } from '../../contract/check-result.ts'
import { levels } from '../../contract/level.ts'
import { type Verdicts, verdictsSchema } from '../../contract/verdicts.ts'
import { convergence } from '../../evidence/convergence.ts'
import type { CheckFact } from '../../evidence/facts.ts'
import type { Evidence } from '../../evidence/weigh.ts'
import type { ReportRow } from '../../plan/views/report-row.ts'
import { settleState } from '../../state/change.ts'
import { record } from '../../state/record.ts'
import type { House } from '../house.ts'
import { localFolder } from '../journal-place.ts'
import type { Oracle } from '../oracle.ts'
import { knownOn } from './checks.ts'

const MOST_KEPT = 64

export interface Weighing {
  readonly oracle: Oracle
  readonly commit: string
  /** A name for the workspace that this takes. */
  readonly purpose: string
}

export async function verdictsOf(house: House, weighing: Weighing): Promise<Verdicts> {
  const { oracle, commit } = weighing
  const tree = await house.repository.objects.treeOf(commit)
  const results = await resultsOn(house, oracle, tree)
  const languages = await openLanguages(house.root)
  const question = {
    tree,
    folder: house.folder,
    oracle,
    results: [...results.values()].map(each => each.key),
    analyser: ANALYSER_VERSION,
    languages: languages.packs.map(each => each.version ?? ''),
    program: house.program,
  }
  const path = join(localFolder(house.root), 'verdicts', `${sha256(canonicalJson(question))}.json`)
  const kept = verdictsSchema.safeParse(keptJson(path))
  if (kept.success) return kept.data
  const verdicts = await weighTree(house, weighing, results, languages)
  keepFile(path, canonicalJson(verdicts), MOST_KEPT)
  return verdicts
}

type Results = ReadonlyMap<string, CheckResult>

async function resultsOn(house: House, { spec, checks }: Oracle, tree: string): Promise<Results> {
  const asked = new Set(spec.resources.flatMap(each => each.checks))
  const results = new Map<string, CheckResult>()
  for (const check of checks) {
    const known = asked.has(check.name) ? await knownOn(house, check, tree) : undefined
    if (known) results.set(check.name, known)
  }
  return results
}

async function weighTree(
  house: House,
  { oracle, commit, purpose }: Weighing,
  results: Results,
  languages: Languages,
): Promise<Verdicts> {
  const workspace = await house.desks.open(purpose, commit)
  try {
    return await weighFolder(house, oracle, join(workspace.path, house.folder), results, languages)
  } finally {
    house.desks.close(purpose)
  }
}

async function weighFolder(
  { environment, now }: House,
  { spec, state: stored }: Oracle,
  root: string,
  results: Results,
  languages: Languages,
): Promise<Verdicts> {
  const { resources } = spec
  const codebase = await openUnread(root, {
    cacheFolder: cacheFolder(environment),
    languages,
    named: resources.flatMap(each => each.files),
  })
  await codebase.readAll()
  const evidence = await readEvidence(spec, resources, codebase, outcomesOf(results))
  codebase.keep()
  const state = settleState(stored, spec)
  const readings = readingsOf(resources, evidence, state, root)
  const recorded = record(state, readings, { now: now(), isForced: false, digest: sha256 })
  const rows = rowsOf(readings, recorded)
  return {
    version: 1,
    convergence: convergence(rows),
    resources: rows.map(row => ({
      address: row.evidence.address,
      status: row.status,
      level: row.evidence.level,
      holds: isHolding(row),
    })),
  }
}

/** Reports that lie about in a checkout speak for no other tree. */
const outcomesOf = (results: Results): Outcomes => ({
  checks: async ({ checks }) => checks.map(name => checkFact(name, results.get(name))),
  failedTests: () => [],
  coveredLines: new Map(),
})

const checkFact = (name: string, result: CheckResult | undefined): CheckFact =>
  result
    ? factOf(result, false, false)
    : { name, outcome: 'not run', isStale: false, detail: 'nobody has run it on this tree' }

/** A check that was run on one tree and not on the other tells nothing of what fell between them. */
const isHolding = ({ status, keptBy, evidence }: ReportRow) =>
  status === 'implemented' ||
  (status === 'partial' && keptBy === undefined && lacksOnlyChecks(evidence))

function lacksOnlyChecks({ rungs, required }: Evidence): boolean {
  const failing = rungs.filter(
    each => each.outcome === 'fails' && levels.indexOf(each.level) <= levels.indexOf(required),
  )
  return failing.length > 0 && failing.every(each => each.level === 'passing')
}
