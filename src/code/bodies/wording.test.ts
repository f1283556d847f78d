import { expect, it } from 'vitest'
import { saysIntended, saysUnfinished } from './wording.ts'

it.each([
  '// TODO ask the team',
  '# FIXME',
  '/* not implemented */',
  '// vouchers are not modelled yet',
  '// placeholder',
  '// returns nothing for now',
  '# todo: read it from the vault',
])('%s promises work', comment => {
  expect(saysUnfinished(comment)).toBe(true)
})

it.each([
  '// none where the todo is gone',
  '// the stubborn ones come first',
  '// not every row has a name',
  '// hacked accounts are locked',
])('%s promises none', comment => {
  expect(saysUnfinished(comment)).toBe(false)
})

it.each([
  '// no-op',
  '/** Nothing to do once the response is out. */',
  '# Doing nothing is its job.',
  '// intentionally left blank',
  '/** Subclasses may listen. */',
  '// hook for stages that hold something open',
])('%s wants nothing done', comment => {
  expect(saysIntended(comment)).toBe(true)
})

it.each([
  '/** Sorts by name by default. */',
  '// runs the webhooks',
  '/** Tells whether the queue is empty. */',
  '/** Ignores archived items. */',
])('%s describes work', comment => {
  expect(saysIntended(comment)).toBe(false)
})
