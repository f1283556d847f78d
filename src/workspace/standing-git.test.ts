// A process that stays may end at any question: whoever waits is told, and the next question starts another one.

import { describe, expect, it } from 'vitest'
import { testRepository } from '../../test/git/fixture.ts'
import { listRefs, moveRefs, readRef } from './refs.ts'
import { StandingGit } from './standing-git.ts'

describe('a standing process', () => {
  it('that a question ends tells everybody who waits, and is started anew', async () => {
    const { refs } = await testRepository({ 'a.txt': 'a\n' }).open()
    const updates = new StandingGit(refs, ['update-ref', '--stdin'])
    const ask = (text: string) =>
      updates.ask(text, bytes =>
        bytes.includes('commit: ok\n')
          ? { value: true, lengthBytes: bytes.length }
          : { neededBytes: 0 },
      )
    const lost = await Promise.allSettled([ask('nonsense\n'), ask('start\ncommit\n')])
    expect(lost.map(each => each.status)).toEqual(['rejected', 'rejected'])
    expect(`${(lost[0] as PromiseRejectedResult).reason}`).toContain('git/ended')
    expect(await ask('start\ncommit\n')).toBe(true)
    updates.close()
  })
})

describe('refs that keep no record', () => {
  it('move by compare-and-swap, see what others did meanwhile, and tell a stale move', async () => {
    const repository = testRepository({ 'a.txt': 'a\n' })
    const opened = await repository.open()
    const [first, second] = [opened.facts.head!, repository.commit({ 'b.txt': 'b\n' })]
    const ref = 'refs/fixpoint/attempts/x'
    const move = (from: string | undefined, to: string) => moveRefs(opened, [{ ref, from, to }])
    expect(await move(undefined, first)).toBe('moved')
    expect(await move(undefined, first)).toBe('already')
    repository.git('update-ref', ref, second)
    expect(await readRef(opened, ref)).toBe(second)
    expect(await move(first, second)).toBe('already')
    repository.git('pack-refs', '--all')
    repository.git('update-ref', ref, first)
    expect(await move(second, second)).toBe('stale')
    expect(await move(first, second)).toBe('moved')
    expect(await listRefs(opened, 'refs/fixpoint')).toEqual([{ ref, id: second }])
  })
})
