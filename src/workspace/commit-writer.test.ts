// A commit written by the process that stays is the very commit that `commit-tree` makes, and what git must think about twice is left to it.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testRepository } from '../../test/git/fixture.ts'
import { type CommitRequest, writeCommit } from './commit.ts'
import { gitLine } from './git.ts'

const person = { name: 'Åsa Ö. Larsson', email: 'asa@example.org' }

async function requestIn() {
  const repository = await testRepository({ 'a.txt': 'a\n' }).open()
  const parent = repository.facts.head!
  const tree = await repository.objects.treeOf(parent)
  const words = { message: 'Title\n\nWhy: ünï\n', author: person, committer: person }
  const request: CommitRequest = { tree, parents: [parent], ...words, atSeconds: 1_700_000_000 }
  return { repository, request }
}

const byGit = async (
  { git }: Awaited<ReturnType<typeof requestIn>>['repository'],
  { tree, parents, message, author, committer, atSeconds }: CommitRequest,
) =>
  gitLine(git, ['commit-tree', tree, ...parents.flatMap(each => ['-p', each])], {
    input: message,
    variables: {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: `@${atSeconds} +0000`,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: `@${atSeconds} +0000`,
    },
  })

describe('a commit', () => {
  it('is the one that git makes, also when many are written at once', async () => {
    const { repository, request } = await requestIn()
    const requests = Array.from({ length: 5 }, (_, at) => ({ ...request, message: `${at}\n` }))
    const own = await Promise.all(
      [request, ...requests].map(each => repository.commits.write(repository, each)),
    )
    const theirs = await Promise.all([request, ...requests].map(each => byGit(repository, each)))
    expect(own).toEqual(theirs)
    expect(readdirSync(join(repository.folder, 'trash'))).toEqual([])
  })

  it('in a name that git cleans up is the one that git makes of it', async () => {
    const { repository, request } = await requestIn()
    for (const name of ['J. R.', '"Bob" <b>', ' spaced ']) {
      const author = { ...person, name }
      expect(await repository.commits.write(repository, { ...request, author })).toBeUndefined()
      const commit = await writeCommit(repository, { ...request, author })
      expect(commit).toBe(await byGit(repository, { ...request, author }))
    }
  })

  it('of a tree that is not there is refused by git', async () => {
    const { repository, request } = await requestIn()
    const tree = '0123456789'.repeat(4)
    await expect(writeCommit(repository, { ...request, tree })).rejects.toThrow(tree)
  })
})
