// What can be known of a landing before anything is spent: every branch is there, new, related and free of what decides about the work, and
// there are checks to prove it by. All problems are said at once; what is fine becomes units of a run.

import { join } from 'node:path'
import { type Diagnostic, DiagnosticError, error } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { Rewritten } from '../../checks/program/rewritten.ts'
import type { CheckOrder } from '../../contract/order.ts'
import type { Oracle } from '../../engine/oracle.ts'
import { fromProject, fromTop } from '../../engine/project-folder.ts'
import { compileBranch, ungranted } from '../../work/branch.ts'
import type { CompiledUnit, Offer } from '../../work/compile.ts'
import {
  type BranchContent,
  branchContent,
  branchesHolding,
  holds,
  landedAs,
  type NamedBranch,
} from '../../workspace/branches.ts'
import { type Git, runGit } from '../../workspace/git.ts'
import type { Project } from '../project.ts'
import { readIfAny } from '../runs/base.ts'
import { readOffer } from '../runs/offer.ts'
import { judgingFiles, readOracle } from '../runs/oracle.ts'
import { refuseUnstartable } from '../runs/startable.ts'
import type { World } from '../world.ts'
import type { Place, Target } from './place.ts'
import { localNames } from './place.ts'
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
  /** What it makes of the checks that prove it, and somebody granted. */
  readonly rewritten: readonly Rewritten[]
}

export interface LandingPlan {
  readonly target: Target
  readonly checks: readonly CheckOrder[]
  readonly units: readonly LandingUnit[]
  /** Where there is a spec, by which what landed is evaluated. */
  readonly oracle: Oracle | undefined
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
  if (!wishes.acceptsWorking)
    problems.push(...(await oracleProblems(project, place, judgingFiles(project, oracle))))
  const checks = chosenChecks(offer, wishes.checks, problems)
  const units: LandingUnit[] = []
  for (const name of new Set(wishes.branches)) {
    const taken = new Set(units.map(each => each.plan.name))
    const unit = await branchUnit(
      place,
      name,
      { offer, checks, taken, grants: wishes.grants },
      problems,
    )
    if (unit) units.push(unit)
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
  await refuseUnstartable(project.root, units, world)
  return { target: place.target, checks, units, oracle }
}

interface Terms {
  readonly offer: Offer
  readonly checks: readonly CheckOrder[]
  readonly taken: ReadonlySet<string>
  readonly grants: readonly string[]
}

async function branchUnit(
  place: Place,
  name: string,
  terms: Terms,
  problems: Diagnostic[],
): Promise<LandingUnit | undefined> {
  const { git, branches, target } = place
  const found = branches.get(name)
  if (!found) {
    problems.push(unknownBranch(name, localNames(branches)))
    return undefined
  }
  const content = await branchContent(git, target.tip, found.tip)
  const problem =
    name === target.name
      ? land('target', `${name} is where the branches land`, 'name another one, or another --into')
      : content === undefined
        ? land(
            'unrelated',
            `${name} and ${target.name} have no commit in common`,
            'in a shallow clone, git fetch --unshallow first',
          )
        : await oldNews(git, name, found, target, content.mergeBase)
  if (problem) {
    problems.push(problem)
    return undefined
  }
  const { commits } = content!
  const paths = content!.paths.map(each => fromProject(place, each))
  const outside = outsideProject(name, place, content!.paths)
  if (outside) problems.push(outside)
  problems.push(
    ...ungranted(paths, terms.offer.reserved, terms.grants).map(path =>
      land(
        'reserved',
        `${name} changes ${path}, which decides what counts`,
        `look at it, then add --grant ${path}`,
      ),
    ),
  )
  const rewritten = await rewrittenOn(
    place,
    terms.offer.checks,
    content!.mergeBase,
    found.tip,
    paths,
  )
  problems.push(...rewritingProblems(name, rewritten, terms.grants))
  const compiled = compileBranch({ branch: name, tip: found.tip, commits, paths }, terms)
  return {
    ...compiled,
    branch: name,
    ...found,
    commits: commits.length,
    paths: paths.length,
    rewritten,
  }
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

async function oldNews(
  git: Git,
  name: string,
  { tip }: NamedBranch,
  target: Target,
  mergeBase: string,
): Promise<Diagnostic | undefined> {
  if (await holds(git, target.tip, tip))
    return land('nothing-new', `everything in ${name} is in ${target.name} already`, undefined)
  const landing = await landedAs(git, { mergeBase, target: target.tip, tip })
  if (landing === undefined) return undefined
  const short = landing.slice(0, 10)
  if (await holds(git, target.tip, landing))
    return land(
      'landed',
      `${name} landed on ${target.name} already, as ${short}`,
      `git branch -D ${shellWord(name)} if it is done with`,
    )
  const lines = await branchesHolding(git, landing)
  // It was brought to another branch: this one may have it too.
  if (lines.some(each => !each.startsWith('fixpoint/'))) return undefined
  return land(
    'landed',
    `${name} landed already, as ${short} on ${lines[0]}, which was not brought to ${target.name}`,
    `fixpoint land ${lines[0]} --into ${shellWord(target.name)}`,
  )
}

/** Named ones, or all. Nothing lands here without a proof. */
function chosenChecks(
  { checks }: Offer,
  names: readonly string[],
  problems: Diagnostic[],
): readonly CheckOrder[] {
  const known = checks.map(each => each.name)
  if (known.length === 0) {
    const message =
      'no checks are configured, so nothing would prove that the branches work together'
    problems.push(
      land(
        'no-checks',
        message,
        'add checks: to .fixpoint/config.yaml and commit it; without a proof, git merge does the same',
      ),
    )
  } else
    for (const name of names)
      if (!known.includes(name))
        problems.push(
          land(
            'check',
            `there is no check ${name}`,
            didYouMean(name, known) ?? `one of ${known.join(', ')}`,
          ),
        )
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
