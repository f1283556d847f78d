// Programs of agents and checks that lie in the project and that git does not keep as programs: whatever the checkout says of such a file, a
// workspace holds it with the mode that is committed, and nothing starts it there. Reads git only.

import { claimCovers, parseClaim } from '../../base/claims.ts'
import { type Diagnostic, error } from '../../base/diagnostic.ts'
import { askGit } from '../../base/git.ts'
import { normalisePath } from '../../base/paths.ts'
import { shellWord } from '../../base/shell-word.ts'
import { programNamed } from '../../checks/program/absent.ts'
import { readConfig } from '../../config/read.ts'
import type { Order } from '../../contract/order.ts'

export type Starting = Pick<Order, 'agents' | 'checks' | 'setup' | 'claims'>

export interface NotExecutable {
  /** Nothing that comes before it will make it a program. */
  readonly lasting: readonly Diagnostic[]
  /** Setup may, or a unit that claims the file. */
  readonly mendable: readonly Diagnostic[]
}

/** `tree` is what workspaces begin with; before the first commit that is the index. */
export async function notExecutable(
  root: string,
  tree: string,
  orders: readonly Starting[],
): Promise<NotExecutable> {
  const { placeOf } = await readConfig(root)
  const lasting: Diagnostic[] = []
  const mendable: Diagnostic[] = []
  for (const { kind, name, command } of programsOf(orders)) {
    const path = pathOf(command)
    if (path === undefined || modeIn(root, tree, path) !== PLAIN) continue
    const mender = menderOf(path, orders)
    const at = placeOf(`${kind}s.${name}.command`)
    const problem = problemOf(`${kind} ${name}`, path, mender)
    ;(mender === undefined ? lasting : mendable).push({ ...problem, at })
  }
  return { lasting, mendable }
}

function programsOf(orders: readonly Starting[]) {
  const all = orders.flatMap(({ agents, checks }) => [
    ...agents.map(each => ({ kind: 'agent', ...each }) as const),
    ...checks.map(each => ({ kind: 'check', ...each }) as const),
  ])
  return new Map(all.map(each => [`${each.kind} ${each.name}`, each])).values()
}

/** Of what is started by its path in the project. */
function pathOf(command: string | readonly string[]): string | undefined {
  const name = programNamed(command)
  const read = name?.includes('/') ? normalisePath(name) : undefined
  return read !== undefined && 'path' in read ? read.path : undefined
}

const PLAIN = '100644'

function modeIn(root: string, tree: string, path: string): string | undefined {
  const ask = (...words: readonly string[]) =>
    askGit(root, '--literal-pathspecs', ...words, '--', path)
  const inTree = ask('ls-tree', tree)
  const found = inTree?.isOk ? inTree : ask('ls-files', '--stage')
  return found?.text.split(' ', 1)[0]
}

function problemOf(whose: string, path: string, mender: string | undefined): Diagnostic {
  const word = shellWord(path)
  const fix = `chmod +x ${word} && git update-index --chmod=+x ${word} && git commit, or start it with an interpreter: sh ${word}`
  return error(
    'process/not-executable',
    `${whose}: ${path} is not executable in what is committed, and a workspace holds it as it is there`,
    { fix: mender === undefined ? fix : `${fix}, unless ${mender} does` },
  )
}

function menderOf(path: string, orders: readonly Starting[]): string | undefined {
  if (orders.some(each => each.setup !== undefined)) return 'setup'
  const texts = orders.flatMap(({ claims }) => [...claims.create, ...claims.edit])
  return texts.some(each => isCovered(each, path)) ? 'a unit' : undefined
}

function isCovered(text: string, path: string): boolean {
  const claims = parseClaim(text)
  return !('problem' in claims) && claims.some(each => claimCovers(each, path))
}
