// A contained process sees what it needs and what its recipe names; a key of ours never passes, whatever is named.

import { expect, it } from 'vitest'
import { allowedEnvironment } from './allowed-environment.ts'

const ours = {
  PATH: '/bin',
  LC_ALL: 'C.UTF-8',
  AWS_SECRET: 'secret',
  AWS_REGION: 'eu',
  AWSOME: 'x',
  FIXPOINT_TOKEN: 'secret',
  UNSET: undefined,
}

it('without names it is the short list', () => {
  expect(allowedEnvironment(ours)).toEqual({ LC_ALL: 'C.UTF-8', PATH: '/bin' })
})

it('with names it is those too, one by one or by how they begin', () => {
  expect(allowedEnvironment(ours, ['AWS_REGION', 'UNSET', 'ABSENT'])).toEqual({
    AWS_REGION: 'eu',
    LC_ALL: 'C.UTF-8',
    PATH: '/bin',
  })
  expect(Object.keys(allowedEnvironment(ours, ['AWS_*']))).toEqual([
    'AWS_REGION',
    'AWS_SECRET',
    'LC_ALL',
    'PATH',
  ])
})

it('no name and no beginning lets a key of ours through', () => {
  for (const name of ['FIXPOINT_TOKEN', 'FIXPOINT_*', 'F*', '*'])
    expect(allowedEnvironment(ours, [name])).not.toHaveProperty('FIXPOINT_TOKEN')
})
