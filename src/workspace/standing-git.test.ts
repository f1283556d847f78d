// A process that stays may end at any question: whoever waits is told, and the next question starts another one.

import { describe, expect, it } from 'vitest'
import { testRepository } from '../../test/git/fixture.ts'
import type { DiagnosticError } from '../base/diagnostic.ts'
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
    for (const each of lost)
      expect(`${(each as PromiseRejectedResult).reason}`).toContain(
        'git/ended git update-ref ended before it answered: fatal: unknown command: nonsense (run it again)',
      )
    expect(await ask('start\ncommit\n')).toBe(true)
    updates.close()
  })
})

describe('what a standing process says before it ends', () => {
  const asked = async (script: string) => {
    const { refs } = await testRepository({ 'a.txt': 'a\n' }).open()
    const git = { ...refs, program: '/bin/sh' }
    const standing = new StandingGit(git, ['-c', script])
    const [lost] = await Promise.allSettled([
      standing.ask('anything\n', () => ({ neededBytes: 0 })),
    ])
    return ((lost as PromiseRejectedResult).reason as DiagnosticError).diagnostics[0]!
  }

  it('is told by its end alone, however much it was', async () => {
    const { message } = await asked(
      'i=0; while [ $i -lt 9999 ]; do echo "noise $i" >&2; i=$((i+1)); done; echo "fatal: the end" >&2; exit 1',
    )
    expect(message.length).toBeLessThan(3_000)
    expect(message).toMatch(/noise 9998\nfatal: the end$/)
  })

  it('of a configuration that is broken is told as that', async () => {
    const script = 'read line; echo "fatal: bad config line 1 in file x" >&2; exit 128'
    expect(await asked(script)).toMatchObject({ code: 'git/config' })
  })

  it('is nothing: then the end itself is told', async () => {
    const { message } = await asked('read line; exit 1')
    expect(message).toMatch(/ended before it answered$/)
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
