// What can be known of a landing before anything is spent: every branch is there, new, related and free of what decides about the work, and
// there are checks to prove it by. All problems are said at once; what is fine becomes units of a run.

import { join, relative } from 'node:path'
import { type Diagnostic, DiagnosticError, error } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { Rewritten } from '../../checks/program/rewritten.ts'
import type { CheckOrder } from '../../contract/order.ts'
import type { Oracle } from '../../engine/oracle.ts'
import { fromProject, fromTop } from '../../engine/project-folder.ts'
import { compileBranch } from '../../work/branch.ts'
import type { CompiledUnit, Offer } from '../../work/compile.ts'
import { type BranchContent, branchContent } from '../../workspace/branches.ts'
import { runGit } from '../../workspace/git.ts'
import { staysOut } from '../../workspace/taken-back.ts'
import type { Project } from '../project.ts'
import { readIfAny } from '../runs/base.ts'
import { readOffer } from '../runs/offer.ts'
import { judgingFiles, readOracle } from '../runs/oracle.ts'
import { refuseUnstartable } from '../runs/startable.ts'
import type { World } from '../world.ts'
import { alreadyOn, staysOutWarning, type There } from './already.ts'
import { comingBack, type ThrownOutOf, thrownOutOf } from './coming-back.ts'
import { idleGrants } from './idle-grants.ts'
import type { Place, Target } from './place.ts'
import { localNames } from './place.ts'
import { reservedAmong, reservedProblems } from './reserved.ts'
import { rewritingProblems, rewrittenOn } from './rewriting.ts'

export interface LandingWishes {
  readonly branches: readonly string[]
  /** Names of checks; all when empty. */
  readonly checks: readonly string[]
  /** Reserved paths that the branches may change. */
  readonly grants: readonly string[]
  readonly acceptsWorking: boolean
}

export interface LandingUnit extends CompiledUnit {
  readonly branch: string
  readonly ref: string
  readonly tip: string
  readonly commits: number
  readonly paths: number
  /** What it changes that decides about work, and somebody granted. */
  readonly granted: readonly string[]
  /** What it makes of the checks that prove it, and somebody granted. */
  readonly rewritten: readonly Rewritten[]
}

export interface LandingPlan {
  readonly target: Target
  readonly checks: readonly CheckOrder[]
  readonly units: readonly LandingUnit[]
  /** Branches that the target has already; they are left out. */
  readonly there: readonly There[]
  /** Where there is a spec, by which what landed is evaluated. */
  readonly oracle: Oracle | undefined
  /** Grants that grant nothing, and what comes back that a person took out. */
  readonly warnings: readonly Diagnostic[]
}

export async function planLanding(
  project: Project,
  place: Place,
  wishes: LandingWishes,
  world: World,
): Promise<LandingPlan> {
  const offer = await readOffer(project)
  const oracle = await readOracle(project, world, false)
  const problems: Diagnostic[] = []
  const checks = chosenChecks(offer, wishes.checks, problems)
  const names = new Set(wishes.branches)
  const outOf = thrownOutOf(project.root, place)
  const told: Diagnostic[] = []
  const units: LandingUnit[] = []
  const there: There[] = []
  for (const name of names) {
    const taken = new Set(units.map(each => each.plan.name))
    const terms = { offer, checks, taken, grants: wishes.grants, outOf, told }
    const found = await branchUnit(place, name, terms, problems)
    if (found?.kind === 'unit') units.push(found.unit)
    if (found?.kind === 'there') there.push(found.there)
  }
  // Of a branch that was not found nobody knows what it changes.
  const folder = relative(project.root, world.cwd).replaceAll('\\', '/')
  const idle =
    units.length + there.length < names.size ? [] : idleGrants(wishes.grants, units, folder)
  const warnings = [...idle, ...told, ...(await comingBack(outOf, units))]
  const plan = { target: place.target, checks, units, there, oracle, warnings }
  if (units.length === 0 && problems.length === 0) return plan
  if (offer.checks.length === 0) problems.unshift(nothingProves)
  if (!wishes.acceptsWorking)
    problems.unshift(...(await oracleProblems(project, place, judgingFiles(project, oracle))))
  if (problems.length > 0) throw new DiagnosticError([...problems, ...idle])
  await refuseUnstartable(project.root, units, world, place.target.tip)
  return plan
}

interface Terms {
  readonly offer: Offer
  readonly checks: readonly CheckOrder[]
  readonly taken: ReadonlySet<string>
  readonly grants: readonly string[]
  readonly outOf: ThrownOutOf
  /** Gets what whoever lands them should know. */
  readonly told: Diagnostic[]
}

type FoundBranch =
  | { readonly kind: 'unit'; readonly unit: LandingUnit }
  | { readonly kind: 'there'; readonly there: There }

async function branchUnit(
  place: Place,
  name: string,
  terms: Terms,
  problems: Diagnostic[],
): Promise<FoundBranch | undefined> {
  const { git, branches, target } = place
  const found = branches.get(name)
  if (!found) {
    problems.push(unknownBranch(name, localNames(branches)))
    return undefined
  }
  if (name === target.name) {
    const fix = 'name another one, or another --into'
    problems.push(land('target', `${name} is where the branches land`, fix))
    return undefined
  }
  const content = await branchContent(git, target.tip, found.tip)
  if (content === undefined) {
    const fix = 'in a shallow clone, git fetch --unshallow first'
    problems.push(land('unrelated', `${name} and ${target.name} have no commit in common`, fix))
    return undefined
  }
  const isThrownOut = async (line: string, commit: string) =>
    (await terms.outOf(line))?.commits.includes(commit) === true
  const known = { mergeBase: content.mergeBase, isThrownOut }
  const already = await alreadyOn(git, name, found, target, known)
  if (already.kind === 'there') return already
  if (already.kind === 'refused') {
    problems.push(already.problem)
    return undefined
  }
  const { commits, mergeBase } = content
  const out = await staysOut(git, { target: target.tip, tip: found.tip }, mergeBase)
  if (out.length > 0) terms.told.push(staysOutWarning(name, target, mergeBase, out))
  const paths = content.paths.map(each => fromProject(place, each))
  const outside = outsideProject(name, place, content.paths)
  if (outside) problems.push(outside)
  const granted = await reservedAmong(place, paths, terms.offer.reserved)
  problems.push(...reservedProblems(name, granted, terms.grants))
  const rewritten = await rewrittenOn(place, terms.offer.checks, mergeBase, found.tip, paths)
  problems.push(...rewritingProblems(name, rewritten, terms.grants))
  const compiled = compileBranch({ branch: name, tip: found.tip, commits, paths }, terms)
  const counts = { commits: commits.length, paths: paths.length }
  const unit = { ...compiled, branch: name, ...found, ...counts, granted, rewritten }
  return { kind: 'unit', unit }
}

/** The checks of a project below the top say nothing about the rest of the repository. */
function outsideProject(
  name: string,
  place: Place,
  paths: BranchContent['paths'],
): Diagnostic | undefined {
  const found = paths.filter(path => fromProject(place, path).startsWith('../'))
  if (found.length === 0) return undefined
  const more = found.length === 1 ? '' : `, and ${found.length - 1} more`
  return land(
    'outside',
    `${name} changes ${found[0]}${more}, outside the project in ${place.folder}`,
    'land it from a project that holds it all, or split the branch',
  )
}

const land = (code: string, message: string, fix: string | undefined) =>
  error(`land/${code}`, message, { fix })

const unknownBranch = (name: string, names: readonly string[]) =>
  land(
    'branch',
    `there is no branch ${name}`,
    didYouMean(name, names) ?? 'git branch --all lists them',
  )

/** Nothing lands here without a proof. */
const nothingProves = land(
  'no-checks',
  'no checks are configured, so nothing would prove that the branches work together',
  'add checks: to .fixpoint/config.yaml and commit it; without a proof, git merge does the same',
)

/** Named ones, or all. */
function chosenChecks(
  { checks }: Offer,
  names: readonly string[],
  problems: Diagnostic[],
): readonly CheckOrder[] {
  const known = checks.map(each => each.name)
  for (const name of names)
    if (known.length > 0 && !known.includes(name)) {
      const fix = didYouMean(name, known) ?? `one of ${known.join(', ')}`
      problems.push(land('check', `there is no check ${name}`, fix))
    }
  return names.length === 0 ? checks : checks.filter(each => names.includes(each.name))
}

/** What lands is judged by what the target says; where the files here say something else, nobody knows which is meant. */
async function oracleProblems(
  project: Project,
  { git, folder, target }: Place,
  files: readonly string[],
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = []
  for (const file of files) {
    const there = await runGit(
      git,
      ['cat-file', 'blob', `${target.tip}:${fromTop({ folder }, file)}`],
      {
        accepts: [0, 128],
      },
    )
    const here = readIfAny(join(project.root, file))
    if (here === undefined ? there.code !== 0 : there.code === 0 && there.stdout.equals(here))
      continue
    problems.push(
      error(
        'run/oracle',
        `${file} is not here as ${target.name} has it, and what lands is judged by what ${target.name} says`,
        {
          fix: `commit it on ${target.name}, or git switch ${shellWord(target.name)}, or --oracle working to judge by what is here`,
        },
      ),
    )
  }
  return problems
}
