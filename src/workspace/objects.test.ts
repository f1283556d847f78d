// One process answers many questions in order, whatever their size; what git cannot do is said with its command.

import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testRepository } from '../../test/git/fixture.ts'
import { runGit } from './git.ts'

describe('reading objects', () => {
  it('answers many at once, large and small, present and absent', async () => {
    const repository = testRepository({ 'small.txt': 'small\n', 'empty.txt': '' })
    const large = randomBytes(5_000_000)
    writeFileSync(join(repository.root, 'large.bin'), large)
    const base = repository.commit({})
    const { objects } = await repository.open()
    const names = ['small.txt', 'large.bin', 'absent.txt', 'empty.txt', 'large.bin', 'small.txt']
    const found = await Promise.all(names.map(name => objects.content(`${base}:${name}`)))
    expect(found.map(each => each?.length)).toEqual([6, 5_000_000, undefined, 0, 5_000_000, 6])
    expect(found[4]?.equals(large)).toBe(true)
    expect(await objects.info(`${base}:small.txt`)).toMatchObject({ type: 'blob', sizeBytes: 6 })
  })

  it('goes on after it was closed, and refuses a name that would be two questions', async () => {
    const repository = testRepository({ 'a.txt': 'a\n' })
    const { objects, facts } = await repository.open()
    const tree = await objects.treeOf(facts.head!)
    objects.close()
    expect(await objects.treeOf(facts.head!)).toBe(tree)
    expect(() => objects.info('a\nb')).toThrow('git cannot be asked for "a\\nb"')
  })
})

describe('a git command that fails', () => {
  it('is named with what git said', async () => {
    const { git } = await testRepository({ 'a.txt': 'a\n' }).open()
    await expect(runGit(git, ['read-tree', 'nowhere'])).rejects.toThrow(
      'git/failed git read-tree nowhere: it ended with 128: fatal: Not a valid object name nowhere',
    )
  })

  it('or prints more than is allowed, is stopped', async () => {
    const { git, facts } = await testRepository({ 'a.txt': 'a\n'.repeat(1000) }).open()
    await expect(
      runGit(git, ['cat-file', 'blob', `${facts.head}:a.txt`], { maxBytes: 100 }),
    ).rejects.toThrow('it printed more than the bound')
  })
})
