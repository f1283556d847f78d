import { describe, expect, it } from 'vitest'
import type { ChangedPath } from './model.ts'
import { judgeScope } from './scope.ts'

const none = { create: [], edit: [], delete: [], read: [] }

function problems(changes: readonly ChangedPath[], more: object = {}): readonly string[] {
  const facts = {
    changes,
    claims: none,
    extended: [],
    doNotTouch: [],
    reserved: ['.fixpoint'],
    rewritten: [],
    ...more,
  }
  return judgeScope(facts).map(each => each.summary)
}

describe('scope', () => {
  it('allows what was claimed for what was done', () => {
    const claims = { ...none, create: ['src'], edit: ['lib/**/*.ts'], delete: ['old.ts#gone'] }
    const changes: ChangedPath[] = [
      { path: 'src/a.ts', kind: 'added' },
      { path: 'src/b.ts', kind: 'modified' },
      { path: 'lib/x/y.ts', kind: 'type-changed' },
      { path: 'old.ts', kind: 'deleted' },
    ]
    expect(problems(changes, { claims })).toEqual([])
  })

  it('takes a rename for what it is: one path deleted, one created', () => {
    const claims = { ...none, create: ['new.ts'], edit: ['old.ts'] }
    const rename: ChangedPath = { path: 'new.ts', oldPath: 'old.ts', kind: 'renamed' }
    expect(problems([rename], { claims })).toEqual([
      'a change outside the claims: old.ts: was deleted without a claim for that',
    ])
  })

  it('keeps what must not be touched, whatever the claims say', () => {
    const claims = { ...none, edit: ['.'] }
    expect(
      problems([{ path: 'a/b', kind: 'modified' }], { claims, doNotTouch: ['a'] }),
    ).toHaveLength(1)
  })

  it('grants a reserved path only to a claim that names it', () => {
    const change: ChangedPath = { path: '.fixpoint/config.yaml', kind: 'modified' }
    expect(problems([change], { claims: { ...none, edit: ['.'] } })).toHaveLength(1)
    expect(problems([change], { claims: { ...none, edit: ['**'] } })).toHaveLength(1)
    expect(problems([change], { claims: { ...none, edit: ['.fixpoint/config.yaml'] } })).toEqual([])
  })

  it('keeps a reserved path under any case: on some platforms that is the same file', () => {
    const changes: ChangedPath[] = [{ path: '.Fixpoint/Config.yaml', kind: 'added' }]
    const claiming = (create: string) =>
      problems(changes, { claims: { ...none, create: [create] } })
    expect(claiming('.')).toEqual([
      'a change outside the claims: .Fixpoint/Config.yaml: was created; it decides about the work, and no claim names it',
    ])
    expect(claiming('.Fixpoint')).toEqual([])
    expect(claiming('.fixpoint')).toHaveLength(1)
  })

  it('grants what a check runs only to a claim that names it', () => {
    const change: ChangedPath = { path: 'tools/check.sh', kind: 'modified' }
    const rewritten = [{ check: 'unit', path: 'tools/check.sh', scripts: [] }]
    const claiming = (...edit: string[]) =>
      problems([change], { claims: { ...none, edit }, rewritten })
    expect(claiming('tools')).toEqual([
      'a change outside the claims: tools/check.sh: was changed; check unit runs tools/check.sh, and no claim names it',
    ])
    expect(claiming('**')).toHaveLength(1)
    expect(claiming('tools', 'tools/check.sh')).toEqual([])
  })

  it('counts what was granted while the attempt was at work', () => {
    expect(problems([{ path: 'x', kind: 'added' }], { extended: ['x'] })).toEqual([])
  })
})
