// The harness itself: both doors lead into the same house.

import { expect, it } from 'vitest'
import { wordsOf } from './cli.ts'
import { project } from './project.ts'

const spec = `version: "1"
resources:
  feature:
    login: {}
    logout:
      depends_on: [feature.login]
`

const printed = `
fixpoint will perform the following actions:

  + feature.login
      # Resource declared in spec but not in state
  + feature.logout
      # Resource declared in spec but not in state

Plan: 2 to create.
`

it('a plan reads the same in process and from the built program', async () => {
  const { fixpoint, program } = project({ 'fixpoint.spec.yaml': spec })
  const inside = await fixpoint('plan')
  expect(inside.stdout.trim()).toBe(printed.trim())
  expect(await program('plan')).toEqual(inside)
})

it('a documented line is split as a shell splits it', () => {
  expect(
    wordsOf(`mark feature.a --reason "Missing token rotation" -f 'a b.py' --agent=codex`),
  ).toEqual([
    'mark',
    'feature.a',
    '--reason',
    'Missing token rotation',
    '-f',
    'a b.py',
    '--agent=codex',
  ])
})
