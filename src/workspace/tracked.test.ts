// What is learned by following a difference is what reading the whole tree says.

import { expect, it } from 'vitest'
import { testRepository } from '../../test/git/fixture.ts'
import { TrackedFiles } from './tracked.ts'

it('a tree that follows another is known as if it had been read', async () => {
  const long = 'line of a file that is moved\n'.repeat(20)
  const repository = testRepository({ 'a/moved.txt': long, 'gone.txt': 'g\n', 'kept.txt': 'k\n' })
  const opened = await repository.open()
  const first = await opened.objects.treeOf(opened.facts.head!)
  repository.git('mv', 'a/moved.txt', 'new name.txt')
  repository.git('rm', '--quiet', 'gone.txt')
  const second = await opened.objects.treeOf(repository.commit({ 'kept.txt': 'other\n' }))
  await opened.tracked.of(first)
  const fresh = new TrackedFiles(opened.git, opened.differences)
  expect(await opened.tracked.of(second)).toEqual(await fresh.of(second))
})
