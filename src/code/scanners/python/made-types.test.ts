import { expect, it } from 'vitest'
import { outlineOf } from '../../outline.ts'

it('a type that a call makes is one, where it has the name that it is given', () => {
  const source = `Point = NamedTuple("Point", [("x", int)])
Color = enum.Enum('Color', "R G")
Row = collections.namedtuple("Row", "a b")
Other = namedtuple("Else", "a b")
total = sum("total")
`
  const { declarations } = outlineOf('a.py', Buffer.from(source))
  expect(declarations.map(each => `${each.kind} ${each.name} ${each.isStub}`)).toEqual([
    'class Point false',
    'class Color false',
    'class Row false',
    'constant Other false',
    'constant total false',
  ])
})
