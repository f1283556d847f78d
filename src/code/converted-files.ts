// Which tracked files lie in the work tree as other bytes than git keeps: those that pass a filter or have an encoding of their own. Git may
// call such a file unchanged whatever was edited in it, so only its bytes tell. Asks git only where attributes speak of that at all.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type GitOutput, gitSettings, readGit } from '../base/git-output.ts'

const FILE = '.gitattributes'

/** What is neither filtered nor encoded, and what LFS keeps: that one tells every edit. */
const CONVERTED = [
  ...['ls-files', '-z', '--', '.'],
  ':(exclude,attr:!filter !working-tree-encoding)',
  ':(exclude,attr:filter=lfs !working-tree-encoding)',
]

export interface AttributePlaces {
  readonly root: string
  /** Where the root lies below the top of the repository: '' or with a slash at its end. */
  readonly prefix: string
  /** The folder that all worktrees share. */
  readonly repository: string
  /** The files of attributes for all repositories of this machine and this person; git reads them from the top of a repository. */
  readonly everywhere: readonly string[]
}

/** What git has to be asked before anybody knows those. */
export const GLOBAL_ATTRIBUTES = [
  ...['config', '--type=path', '--default', ''],
  ...['--get', 'core.attributesFile'],
]

/** Git reads its default where no file is set; both, where one is set, is once too often and never too little. */
export function attributesEverywhere(answer: GitOutput): readonly string[] {
  const set = 'bytes' in answer ? answer.bytes.toString().replace(/\n$/, '') : ''
  const usual = ['/etc/gitattributes', join(gitSettings(), 'attributes')]
  return set === '' ? usual : [...usual, set]
}

/** Among `paths` are the files of attributes below the root, told from there. Answers paths from there too. */
export async function convertedFiles(
  places: AttributePlaces,
  paths: Iterable<string>,
): Promise<GitOutput> {
  const { root } = places
  const own = [...paths].filter(isAttributes).map(path => join(root, path))
  if (![...own, ...outerFiles(places)].some(converts)) return { bytes: Buffer.alloc(0) }
  return readGit(root, CONVERTED)
}

const isAttributes = (path: string) => path === FILE || path.endsWith(`/${FILE}`)

/** What attributes outside of the root say, in short; '' where there are none. They can change without the index or the status below. */
export function outerAttributes(places: AttributePlaces): string {
  const texts = outerFiles(places).map(textOf)
  if (texts.every(each => each === undefined)) return ''
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

function outerFiles({ root, prefix, repository, everywhere }: AttributePlaces): readonly string[] {
  const above = prefix
    .split('/')
    .slice(1)
    .map((_, level) => join(root, '../'.repeat(level + 1)))
  const top = above.at(-1) ?? root
  return [
    ...everywhere.map(each => resolve(top, each)),
    join(repository, 'info/attributes'),
    ...above.map(each => join(each, FILE)),
  ]
}

const converts = (path: string) => /\b(filter|working-tree-encoding)\b/.test(textOf(path) ?? '')

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // Not there, or no file: git reads no attributes from it either.
  }
}
