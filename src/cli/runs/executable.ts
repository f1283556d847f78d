// Programs of agents and checks that lie in the project and that git does not keep as programs, or not at all: whatever the checkout has, a
// workspace holds what is committed, and nothing starts there. Reads git, and whether the checkout has the file.

import { join } from 'node:path'
import { claimCovers, parseClaim } from '../../base/claims.ts'
import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { isFileAt } from '../../base/path-kind.ts'
import { normalisePath } from '../../base/paths.ts'
import { shellWord } from '../../base/shell-word.ts'
import { ownPrograms } from '../../checks/program/absent.ts'
import { readConfig } from '../../config/read.ts'
import type { Order } from '../../contract/order.ts'
import type { Kept, Look } from './kept-program.ts'

export type Starting = Pick<Order, 'agents' | 'checks' | 'setup' | 'claims' | 'carry'>

export interface NotExecutable {
  /** Nothing that comes before it will make it a program. */
  readonly lasting: readonly Diagnostic[]
  /** Setup may, or a unit that claims the file. */
  readonly mendable: readonly Diagnostic[]
}

export interface Base {
  readonly look: Look
  /** Whatever one of them holds, the workspace has. */
  readonly trees: readonly string[]
  /** Of a run that is there already: it stays with these, whatever is committed since. */
  readonly run?: string
  /** Of all that may bring a program before it is wanted; the orders themselves where nothing is said. */
  readonly menders?: readonly Starting[]
}

export async function notExecutable(
  root: string,
  base: Base,
  orders: readonly Starting[],
): Promise<NotExecutable> {
  const { placeOf } = await readConfig(root)
  const { run, look, menders = orders } = base
  const lasting: Diagnostic[] = []
  const mendable: Diagnostic[] = []
  for (const { kind, name, command } of programsOf(orders))
    for (const path of pathsOf(command)) {
      const problem = problemOf(root, path, keptIn(base, path), orders)
      if (problem === undefined) continue
      const mender = menderOf(path, menders)
      const { code, message } = problem
      const fix = mender === undefined ? problem.fix : `${problem.fix}, unless ${mender} does`
      const at = placeOf(`${kind}s.${name}.command`)
      const told = error(code, `${kind} ${name}: ${message}`, {
        fix: run === undefined ? fix : anew(look('HEAD', path) === 'program', fix!, run),
        at,
      })
      ;(mender === undefined ? lasting : mendable).push(told)
    }
  return { lasting, mendable }
}

/** What is committed now reaches new runs only. */
function anew(isMended: boolean, fix: string, run: string): string {
  const first = isMended ? 'HEAD has it by now' : fix
  return `${first}; ${run} stays with what it began with, so cancel what waits there and run the unit file anew`
}

/** The best of them. */
function keptIn({ trees, look }: Base, path: string): Kept {
  const found = trees.map(each => look(each, path))
  return ranks.find(each => found.includes(each)) ?? 'unknown'
}

const ranks: readonly Kept[] = ['program', 'unknown', 'plain', 'absent']

function programsOf(orders: readonly Starting[]) {
  const all = orders.flatMap(({ agents, checks }) => [
    ...agents.map(each => ({ kind: 'agent', ...each }) as const),
    ...checks.map(each => ({ kind: 'check', ...each }) as const),
  ])
  return new Map(all.map(each => [`${each.kind} ${each.name}`, each])).values()
}

/** Of what is started by its path in the project. */
const pathsOf = (command: string | readonly string[]): readonly string[] =>
  ownPrograms(command).flatMap(name => {
    const read = normalisePath(name)
    return 'path' in read ? [read.path] : []
  })

function problemOf(
  root: string,
  path: string,
  kept: Kept,
  orders: readonly Starting[],
): Diagnostic | undefined {
  const word = shellWord(path)
  if (kept === 'plain')
    return error(
      'process/not-executable',
      `${path} is not executable in what is committed, and a workspace holds it as it is there`,
      {
        fix: `chmod +x ${word} && git update-index --chmod=+x ${word} && git commit, or start it with an interpreter: sh ${word}`,
      },
    )
  if (kept !== 'absent') return undefined
  const isHere = isFileAt(join(root, path))
  if (isHere && isCarried(root, orders)) return undefined
  return error(
    'process/missing-program',
    `${path} is not in what is committed, and a workspace holds nothing else`,
    {
      fix: isHere
        ? `git add ${word} && git commit, or name it in workspace.carry of the config`
        : `write and commit ${word}, or name another program`,
    },
  )
}

/** Files that git does not keep may come along; which of them, only a workspace at work tells. */
const isCarried = (root: string, orders: readonly Starting[]) =>
  orders.some(each => each.carry.length > 0) || isFileAt(join(root, '.worktreeinclude'))

function menderOf(path: string, orders: readonly Starting[]): string | undefined {
  if (orders.some(each => each.setup !== undefined)) return 'setup'
  const texts = orders.flatMap(({ claims }) => [...claims.create, ...claims.edit])
  return texts.some(each => isCovered(each, path)) ? 'a unit' : undefined
}

function isCovered(text: string, path: string): boolean {
  const claims = parseClaim(text)
  return !('problem' in claims) && claims.some(each => claimCovers(each, path))
}
