// How git keeps a program of the project, which is how every workspace has it, whatever the checkout has. Reads git only.

import { askGit } from '../../base/git.ts'

/** `unknown`: behind a link or in a submodule, where git's trees do not tell. */
export type Kept = 'program' | 'plain' | 'absent' | 'unknown'

/** Before the first commit, which `HEAD` would be, workspaces begin with the index. */
function keptAs(root: string, tree: string, path: string): Kept {
  const inTree = modesIn(root, ['ls-tree', '-z', tree], withFolders(path))
  const inIndex = () => modesIn(root, ['ls-files', '--stage', '-z'], withFolders(path))
  const modes = inTree ?? (tree === 'HEAD' ? inIndex() : undefined)
  const mode = modes?.get(path)
  if (mode !== undefined) return ofMode.get(mode) ?? 'unknown'
  const isElsewhere = withFolders(path).some(each => elsewhere.has(modes?.get(each) ?? ''))
  return modes === undefined || isElsewhere || ignoresCase(root) ? 'unknown' : 'absent'
}

export type Look = (tree: string, path: string) => Kept

/** Asks git once for each path of a tree. */
export function lookIn(root: string): Look {
  const seen = new Map<string, Kept>()
  return (tree, path) => {
    const key = `${tree} ${path}`
    const kept = seen.get(key) ?? keptAs(root, tree, path)
    seen.set(key, kept)
    return kept
  }
}

const ofMode: ReadonlyMap<string, Kept> = new Map([
  ['100755', 'program'],
  ['100644', 'plain'],
])

const elsewhere: ReadonlySet<string> = new Set(['120000', '160000'])

/** Another name may be the same file there. */
const ignoresCase = (root: string) =>
  askGit(root, 'config', '--type=bool', 'core.ignoreCase')?.text.trim() === 'true'

/** `a/b/c` with `a` and `a/b`. */
const withFolders = (path: string): readonly string[] =>
  path.split('/').map((_, at, names) => names.slice(0, at + 1).join('/'))

function modesIn(
  root: string,
  words: readonly string[],
  paths: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const found = askGit(root, '--literal-pathspecs', ...words, '--', ...paths)
  if (!found?.isOk) return undefined
  const rows = found.text.split('\0').flatMap(row => {
    const [facts, path] = row.split('\t')
    return path === undefined ? [] : [[path, facts!.split(' ', 1)[0]!] as const]
  })
  return new Map(rows)
}
