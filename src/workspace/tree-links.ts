// The symbolic links and submodules of the commit that is checked out, which every workspace will hold as they are. Reads only, in two
// questions to git however many there are.

import { byteNames, type Environment, readable, runGitAsUser } from './git.ts'

export interface HeadLinks {
  /** The top of the repository. */
  readonly top: string
  /** By path from the top: what each symbolic link says. */
  readonly links: ReadonlyMap<string, string>
  readonly submodules: ReadonlySet<string>
}

const SUBMODULE = '160000'
const LINK = '120000'

/** Undefined where there is no checkout. Before the first commit there is the index, which the first workspace will hold. */
export async function readHeadLinks(
  root: string,
  environment: Environment,
): Promise<HeadLinks | undefined> {
  const ask = async (words: readonly string[], input = '') => {
    const accepts = [0, 1, 128]
    const found = await runGitAsUser('git', root, environment, words, { accepts, input })
    return found.code === 0 ? found.stdout : undefined
  }
  const top = (await ask(['rev-parse', '--show-toplevel']))?.toString().replace(/\n$/, '')
  if (top === undefined) return undefined
  const listed =
    (await ask(['ls-tree', '-r', '-z', '--full-tree', 'HEAD'])) ??
    (await ask(['ls-files', '-z', '--stage', '--full-name', ':/']))
  const rows = byteNames(listed ?? Buffer.alloc(0)).flatMap(readRow)
  const links = rows.filter(each => each.mode === LINK)
  const texts =
    links.length === 0
      ? undefined
      : await ask(['cat-file', '--batch'], links.map(each => `${each.id}\n`).join(''))
  const targets = texts === undefined ? [] : contentsOf(texts)
  return {
    top,
    links: new Map(links.map(({ path }, at) => [path, targets[at] ?? ''])),
    submodules: new Set(rows.filter(each => each.mode === SUBMODULE).map(each => each.path)),
  }
}

/** The tree and the index are listed nearly alike. */
const rowForm = /^(120000|160000) (?:\w+ )?([0-9a-f]{40,64})[^\t]*\t(.*)$/s

function readRow(row: string) {
  const [, mode, id, path] = rowForm.exec(row) ?? []
  return mode === undefined ? [] : [{ mode, id: id!, path: readable(path!) }]
}

/** `<id> blob <size>`, the content, and a line end, for each. */
function contentsOf(answer: Buffer): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at)
    const sizeBytes = Number(answer.subarray(at, end).toString().split(' ')[2])
    found.push(answer.subarray(end + 1, end + 1 + sizeBytes).toString())
    at = end + sizeBytes + 2
  }
  return found
}
