// Files of the absorbed system are found and read unchanged.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const spec = `# terra4mice.spec.yaml
version: "1"

backend:
  type: local
  config:
    path: terra4mice.state.json

resources:
  feature:
    auth_login:
      attributes:
        description: "User login"
        endpoints: [POST /auth/login]
        bounty: 50
      depends_on: []

    auth_refresh:
      attributes:
        description: "Token refresh"
      depends_on:
        - feature.auth_login

  module:
    state_manager:
      attributes:
        class: StateManager
        functions: [load, save, list, mark_created]
      files:
        - src/state_manager.py

  endpoint:
    api_users:
      attributes:
        method: GET
        path: /api/users
      depends_on:
        - feature.auth_login
`

const state = {
  version: '1',
  serial: 3,
  last_updated: '2026-01-27T15:30:00',
  resources: [
    {
      type: 'feature',
      name: 'auth_login',
      status: 'partial',
      locked: false,
      source: 'auto',
      attributes: {
        inference_confidence: 0.5,
        partial_reason: 'Partial evidence (Medium confidence)',
      },
      depends_on: [],
      files: ['src/auth.py'],
      tests: [],
      created_at: '2026-01-27T14:00:00',
      updated_at: '2026-01-27T14:00:00',
    },
    {
      type: 'module',
      name: 'state_manager',
      status: 'implemented',
      locked: true,
      source: 'manual',
      attributes: {},
      depends_on: [],
      files: ['src/state_manager.py'],
      tests: [],
      created_at: null,
      updated_at: null,
      symbols: {
        StateManager: {
          name: 'StateManager',
          kind: 'class',
          status: 'implemented',
          parent: '',
          file: 'src/state_manager.py',
        },
      },
    },
  ],
}

const files = {
  'terra4mice.spec.yaml': spec,
  'terra4mice.state.json': `${JSON.stringify(state, null, 2)}\n`,
}

describe('spec and state of the absorbed system', () => {
  it('are found by their names and read unchanged', async () => {
    const here = project(files)
    const before = here.snapshot()
    expect(await here.fixpoint('plan')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `fixpoint will perform the following actions:

  + endpoint.api_users
      # Resource declared in spec but not in state
  + feature.auth_refresh
      # Resource declared in spec but not in state
  ~ feature.auth_login
      # Partial evidence (Medium confidence)

Plan: 2 to create, 1 to update.
Attested by people, not by evidence: 1
`,
    })
    for (const line of [
      'ci',
      'status',
      'state list -v',
      'state show module.state_manager',
      'validate',
    ])
      expect((await here.fixpoint(line)).exitCode).toBe(0)
    expect(here.snapshot()).toEqual(before)
  })

  it('are written on in their own file, and nothing that was in it is lost', async () => {
    const here = project(files)
    await here.fixpoint('mark feature.auth_refresh -s partial')
    const now = JSON.parse(here.read('terra4mice.state.json'))
    expect(here.files()).toEqual(['terra4mice.spec.yaml', 'terra4mice.state.json'])
    expect(now.serial).toBe(4)
    expect(now.resources.filter((each: { name: string }) => each.name !== 'auth_refresh')).toEqual(
      state.resources,
    )
  })

  it('give way to files of our own name', async () => {
    const here = project({ ...files, 'fixpoint.spec.yaml': 'resources: {feature: {ours: {}}}' })
    expect((await here.fixpoint('plan --spec fixpoint.spec.yaml --json')).stdout).toContain(
      'feature.ours',
    )
    expect((await here.fixpoint('plan --json')).stdout).toContain('feature.ours')
    expect((await here.fixpoint('plan --spec terra4mice.spec.yaml --json')).stdout).toContain(
      'feature.auth_refresh',
    )
  })
})
