import { expect, it } from 'vitest'
import { outlineOf as treeOutline } from '../../../test/tree.ts'
import { outlineOf } from '../outline.ts'

const stubsOf = (path: string, text: string) => {
  const outline = path.endsWith('.rb')
    ? treeOutline(path, text)
    : outlineOf(path, Buffer.from(text))
  return outline.declarations.filter(each => each.isStub).map(each => each.line)
}

const ruby = (heir: string) =>
  `class Rule\n  def amount(c)\n    raise NotImplementedError\n  end\nend\nclass Flat < ${heir}\n  def amount(c) = c\nend\n`
const python = (heir: string) =>
  `class Rule:\n    def amount(self):\n        raise NotImplementedError\nclass Flat(${heir}):\n    def amount(self):\n        return 1\n`
const script = (heir: string) =>
  `class Rule { amount() { throw new Error('not implemented') } }\nclass Flat extends ${heir} { amount() { return 1 } }\n`

it.each([
  ['a.rb', ruby, 2],
  ['a.py', python, 2],
  ['a.ts', script, 1],
] as const)(
  'a refusal in a base class of %s is no stub where every heir overrides it',
  (path, source, line) => {
    expect(stubsOf(path, source('Rule'))).toEqual([])
    expect(stubsOf(path, source('Other'))).toContain(line)
  },
)

it('an heir that leaves it open leaves it a stub', () => {
  const lazy = `${python('Rule')}class Lazy(Rule):\n    pass\n`
  expect(stubsOf('a.py', lazy)).toEqual([2])
})
