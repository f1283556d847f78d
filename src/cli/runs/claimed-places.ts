// Refuses claims on places where no work of an agent could land, before one starts: inside a submodule, beyond a symbolic link, or a file that
// git rewrites before it stores it. Reads the commit that is checked out, which is what a workspace will hold; writes nothing.

import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { type Claim, claimCovers, parseClaim } from '../../base/claims.ts'
import { type Diagnostic, DiagnosticError, error } from '../../base/diagnostic.ts'
import { fromProject, fromTop } from '../../engine/project-folder.ts'
import type { CompiledUnit } from '../../work/compile.ts'
import { leadOf, type TreeLinks } from '../../work/tree-path.ts'
import { filtersOf } from '../../workspace/filters.ts'
import { byteName, runGitAsUser } from '../../workspace/git.ts'
import { readHeadLinks } from '../../workspace/tree-links.ts'
import type { World } from '../world.ts'

type Act = 'create' | 'edit' | 'delete' | 'read'

interface Claimed {
  readonly unit: string
  /** Where the unit is written down. */
  readonly file: string
  readonly act: Act
  readonly claim: Claim
  /** All that the unit claims for the same act. */
  readonly beside: readonly Claim[]
}

/** `files`: where units are written down, by their names. */
export async function refuseUnreachable(
  root: string,
  units: readonly CompiledUnit[],
  files: ReadonlyMap<string, string>,
  { environment }: World,
): Promise<void> {
  const tree = await readHeadLinks(root, environment)
  if (tree === undefined) return
  const folder = relative(tree.top, realpathSync(root)).replaceAll('\\', '/')
  const claimed = units.flatMap(each => claimsOf(each, files.get(each.plan.name)!))
  const beyond = new Map(
    claimed.flatMap(each => {
      const problem = beyondReach(each, folder, tree)
      return problem === undefined ? [] : [[each, problem] as const]
    }),
  )
  const reached = claimed.filter(each => !beyond.has(each))
  const problems = [...beyond.values(), ...(await rewrittenByGit(root, reached, environment))]
  const once = new Map(problems.map(each => [`${each.at?.file} ${each.message}`, each]))
  if (once.size > 0) throw new DiagnosticError([...once.values()])
}

function claimsOf({ order, plan }: CompiledUnit, file: string): readonly Claimed[] {
  const acts = ['create', 'edit', 'delete', 'read'] as const
  return acts.flatMap(act => {
    const beside = order.claims[act].flatMap(readClaims)
    return beside.map(claim => ({ unit: plan.name, file, act, claim, beside }))
  })
}

function readClaims(text: string): readonly Claim[] {
  const claims = parseClaim(text)
  return 'problem' in claims ? [] : claims
}

function beyondReach(claimed: Claimed, folder: string, tree: TreeLinks): Diagnostic | undefined {
  const { act, claim, beside, unit } = claimed
  if (claim.place.length === 0) return undefined
  const place = claim.place.join('/')
  const path = fromTop({ folder }, place)
  // Taking a link away touches the link and not what it leads to.
  if (act === 'delete' && claim.pattern.length === 0 && tree.links.has(path)) return undefined
  const lead = leadOf(path, tree)
  const at = { file: claimed.file }
  const refused = (code: string, message: string, fix: string) =>
    error(`unit/${code}`, `${unit} claims ${claim.text}, ${message}`, { at, fix })
  const link = 'link' in lead && lead.link !== undefined ? fromProject({ folder }, lead.link) : ''
  switch (lead.kind) {
    case 'submodule': {
      if (act === 'read') return undefined
      const own = fromProject({ folder }, lead.path)
      return refused(
        'submodule',
        `and ${own} is a submodule: workspaces hold it empty, and no commit of this repository can hold what an agent does there`,
        `run fixpoint in ${own}, which is a repository of its own, and then commit here: git add ${own}`,
      )
    }
    case 'outside':
      return refused(
        'outside',
        `and ${link} is a symbolic link that leads out of the repository, where nothing can land`,
        'claim a file of the repository; what lies outside it is for people to change',
      )
    case 'circle':
      return refused(
        'link',
        `and ${link} is a symbolic link that leads to itself`,
        'repair it, and commit that',
      )
    case 'inside': {
      if (lead.link === undefined || act === 'read') return undefined
      const real = fromProject({ folder }, lead.path)
      if (real.startsWith('../'))
        return refused(
          'outside',
          `and ${link} is a symbolic link that leads out of the project, to ${real}`,
          'run fixpoint in a project that holds both',
        )
      if (beside.some(each => claimCovers(each, real))) return undefined
      return refused(
        'link',
        `and ${link} is a symbolic link: what is written there is a change of ${real}`,
        `claim ${claimed.claim.text.replace(place, real)}`,
      )
    }
  }
}

async function rewrittenByGit(
  root: string,
  claimed: readonly Claimed[],
  environment: World['environment'],
): Promise<readonly Diagnostic[]> {
  const files = claimed.filter(
    ({ act, claim }) => (act === 'create' || act === 'edit') && claim.pattern.length === 0,
  )
  const paths = files.map(({ claim }) => claim.place.join('/')).filter(each => each !== '')
  const filters = await filtersOf(
    (words, options) => runGitAsUser('git', root, environment, words, options),
    paths.map(byteName),
  )
  return files.flatMap(({ unit, file, claim }) => {
    const filter = filters.get(byteName(claim.place.join('/')))
    if (filter === undefined) return []
    const message = `${unit} claims ${claim.text}, which git stores through the filter ${filter}: workspaces run no filter, so an agent would see and write what is meant for git alone`
    const fix = 'let a person change it, or take the file out of the filter in .gitattributes'
    return error('unit/filtered', message, { at: { file }, fix })
  })
}
