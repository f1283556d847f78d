import { expect, it } from 'vitest'
import { turnsIn } from './turns.ts'

it('a turn is a line of its own, with or without words', () => {
  expect(turnsIn('fixpoint:turn\nfixpoint:turn wrote the test \r\n')).toEqual([
    '',
    'wrote the test',
  ])
  expect(turnsIn('say fixpoint:turn\n fixpoint:turn\nfixpoint:turns\nfixpoint:turn-1\n')).toEqual(
    [],
  )
})
