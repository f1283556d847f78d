import { expect, it } from 'vitest'
import { outlineOf as treeOutline } from '../../../test/tree.ts'
import { hasScanner, outlineOf } from '../outline.ts'

const stubsOf = (path: string, text: string) => {
  const outline = hasScanner(path) ? outlineOf(path, Buffer.from(text)) : treeOutline(path, text)
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

const empty: Readonly<Record<string, (heir: string, body: string) => string>> = {
  'a.py': (heir, body) =>
    `class Event:\n    """All of them."""\n\n\nclass Begun(${heir}):\n    ${body || 'pass'}\n`,
  'a.ts': (heir, body) => `export class Event {}\nexport class Begun extends ${heir} { ${body} }\n`,
  'A.java': (heir, body) => `class Event { }\nclass Begun extends ${heir} { ${body} }\n`,
  'a.cpp': (heir, body) => `class Event { };\nclass Begun : public ${heir} { ${body} };\n`,
  'a.rb': (heir, body) => `class Event\nend\nclass Begun < ${heir}\n${body}\nend\n`,
}
const members: Readonly<Record<string, string>> = {
  'a.py': 'at = 1',
  'a.ts': 'at = 1',
  'A.java': 'int at() { return find(1); }',
  'a.cpp': 'int at() { return find(1); }',
  'a.rb': 'def at = find(1)',
}

it.each(Object.keys(empty))(
  'an empty class of %s is no stub where an heir beside it has something of its own',
  path => {
    const source = empty[path]!
    const own = members[path]!
    expect(stubsOf(path, source('Event', own))).toEqual([])
    expect(stubsOf(path, source('Other', own))).toEqual([1])
    expect(stubsOf(path, source('Event', ''))).toContain(1)
    const note = /\.(py|rb)$/.test(path)
      ? '# TODO: all that they have'
      : '// TODO: all that they have'
    expect(stubsOf(path, `${note}\n${source('Event', own)}`)).toEqual([2])
  },
)

it.each([
  ['a.ts', 'class Event {}\nclass Begun extends Map<string, Event> { at = 1 }\n'],
  ['a.ts', 'class Event {}\nclass Begun extends Map<string, Set<Event>> { at = 1 }\n'],
  ['a.py', 'class Event:\n    pass\n\n\nclass Begun(List[Event]):\n    at = 1\n'],
  ['a.py', 'class Event:\n    pass\n\n\nclass Begun(type=Event):\n    at = 1\n'],
  ['a.kt', 'class Event { }\nclass Begun(val of: Event) { fun at() = find(1) }\n'],
  ['A.cs', 'class Event { }\nclass Begun(Event of) { int At() => Find(of); }\n'],
])('in %s a class that the header of another only speaks of is a stub: %j', (path, text) => {
  expect(stubsOf(path, text)).toEqual([1])
})

it.each([
  ['a.ts', 'class Event<T> {}\nclass Begun<T> extends Event<T> { at = 1 }\n'],
  ['a.kt', 'open class Event { }\nclass Begun(val of: Int) : Event() { fun at() = find(1) }\n'],
  ['A.cs', 'class Event { }\nclass Begun(int of) : Event { int At() => Find(of); }\n'],
  [
    'a.py',
    'class Event:\n    pass\n\n\nclass Begun(lib.Base, Event, metaclass=Kept):\n    at = 1\n',
  ],
])('in %s it is none where the other comes from it: %j', (path, text) => {
  expect(stubsOf(path, text)).toEqual([])
})
