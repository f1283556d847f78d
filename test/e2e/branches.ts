// A repository with branches that others made, and a check that keeps a record of every tree it was asked about.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { agentConfig, repository, type TestRepository } from './repository.ts'

export const env = { PATH: process.env.PATH, HOME: process.env.HOME }

/** A file `bad…` is red alone; `half-one` and `half-two` are red together. */
const usual = `if ls | grep '^bad'; then echo "a bad file"; exit 1; fi
if [ -e half-one ] && [ -e half-two ]; then echo "the halves do not fit"; exit 1; fi`

export interface Branches extends TestRepository {
  /** The trees that were proved, in order: what their top folders held, and their ids. */
  readonly proofs: () => readonly { readonly tree: string; readonly files: string }[]
  readonly call: (words: string | readonly string[]) => ReturnType<TestRepository['fixpoint']>
  /** A branch with these files, made by Bo and without touching the checkout. */
  readonly branch: (name: string, files: Files, from?: string, author?: string) => void
  readonly treeOf: (name: string) => string
}

type Files = Readonly<Record<string, string>>

/** \`$ROOT\` is the repository, for a check that does something to it; \`$PROOFS\` is the record. */
export function branches(check = usual, files: Files = {}, agents = ''): Branches {
  const record = `echo "$(git rev-parse 'HEAD^{tree}') $(ls | tr '\\n' ' ')" >> "$PROOFS"`
  const script = JSON.stringify(`${record}\n${check}`)
  const config = agentConfig(
    `${agents}checks:\n  unit:\n    command: ${script}\n    environment: [PROOFS, ROOT]\n`,
  )
  const made = repository({ '.fixpoint/config.yaml': config, ...files })
  const log = made.path('../proofs')
  return {
    ...made,
    proofs: () =>
      linesOf(log).map(each => ({ tree: each.slice(0, 40), files: each.slice(41).trim() })),
    call: words => made.fixpoint(words, { env: { ...env, PROOFS: log, ROOT: made.root } }),
    branch: (name, contents, from = 'main', author = 'Bo') =>
      commitOn(made, name, contents, from, author),
    treeOf: name => made.git('rev-parse', `${name}^{tree}`).trim(),
  }
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}

function commitOn(
  at: TestRepository,
  name: string,
  files: Files,
  from: string,
  author: string,
): void {
  const exists = at.git('branch', '--list', name) !== ''
  at.git(
    'worktree',
    'add',
    '--quiet',
    ...(exists ? ['../made', name] : ['-b', name, '../made', from]),
  )
  for (const [file, text] of Object.entries(files)) at.write(`../made/${file}`, text)
  const cwd = at.path('../made')
  const people = {
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: `${author.toLowerCase()}@example.org`,
  }
  const run = (...words: string[]) =>
    execFileSync('git', words, { cwd, env: { ...env, ...people }, stdio: 'pipe' })
  run('add', '-A')
  run('commit', '--quiet', '-m', `Make ${Object.keys(files).join(' and ')}`)
  at.git('worktree', 'remove', '--force', '../made')
}

/** Work of every kind in progress: tracked, staged, untracked and stashed. */
export function leaveWork(at: TestRepository, file = 'src/a.txt'): void {
  at.write(file, 'stashed\n')
  at.git('stash', 'push', '--quiet')
  at.write(file, 'dirty\n')
  at.write('src/staged.txt', 'staged\n')
  at.git('add', 'src/staged.txt')
  at.write('src/untracked.txt', 'mine\n')
}

/** As a shell does it to a branch that nobody has checked out: one commit more, with a file more. */
export const pushTo = (branch: string, file: string, text: string) =>
  `(cd "$ROOT" && export GIT_INDEX_FILE="$PROOFS.index" GIT_AUTHOR_NAME=Cy GIT_AUTHOR_EMAIL=cy@example.org GIT_COMMITTER_NAME=Cy GIT_COMMITTER_EMAIL=cy@example.org &&
git read-tree ${branch} && git update-index --add --cacheinfo "100644,$(echo ${text} | git hash-object -w --stdin),${file}" &&
git update-ref refs/heads/${branch} "$(git commit-tree "$(git write-tree)" -p ${branch} -m "Cy was faster")")`
