// What a resource needs and another file of the repository holds.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'

async function verdict(files: Readonly<Record<string, string>>, resource: string) {
  const [evidence] = [...(await judge(files, `  feature:\n    x: ${resource}\n`)).values()]
  return [evidence!.status, evidence!.reason]
}

const base = {
  py: 'class Rule:\n    def amount(self):\n        raise NotImplementedError\n    def name(self):\n        return "rule"\n',
  ts: "export class Rule {\n  amount(): number { throw new Error('not implemented') }\n  name() { return 'rule' }\n}\n",
  rb: 'class Rule\n  def amount\n    raise NotImplementedError\n  end\nend\n',
}

describe('a method that its base class leaves open', () => {
  it.each([
    ['py', 'from rule import Rule\nclass Flat(Rule):\n    def amount(self):\n        return 1\n'],
    [
      'ts',
      "import { Rule } from './rule'\nexport class Flat extends Rule {\n  amount() { return 1 }\n}\n",
    ],
    ['rb', "require './rule'\nclass Flat < Rule\n  def amount\n    1\n  end\nend\n"],
  ] as const)('is no stub where an heir in another file of %s does the work', async (end, heir) => {
    const resource = `{files: [rule.${end}], attributes: {functions: [Rule.amount]}}`
    const alone = { [`rule.${end}`]: base[end] }
    expect((await verdict(alone, resource))[0]).toBe('partial')
    expect(await verdict({ ...alone, [`flat.${end}`]: heir }, resource)).toEqual([
      'implemented',
      undefined,
    ])
  })

  it('is no stub either where the heir of an heir does it', async () => {
    const resource = '{files: [rule.py], attributes: {functions: [Rule.amount]}}'
    const files = {
      'rule.py': base.py,
      'mid.py': 'from rule import Rule\nclass Mid(Rule):\n    x = 1\n',
      'flat.py': 'from mid import Mid\nclass Flat(Mid):\n    def amount(self):\n        return 1\n',
    }
    expect(await verdict(files, resource)).toEqual(['implemented', undefined])
  })

  it.each([
    ['of another class', 'class Flat(Other):\n    def amount(self):\n        return 1\n'],
    [
      'that leaves it open too',
      'class Flat(Rule):\n    def amount(self):\n        raise NotImplementedError\n',
    ],
  ])('stays a stub for the heir %s', async (_, heir) => {
    const files = { 'rule.py': base.py, 'flat.py': heir }
    const resource = '{files: [rule.py], attributes: {functions: [Rule.amount]}}'
    expect(await verdict(files, resource)).toEqual([
      'partial',
      'Rule.amount is a stub body (rule.py:2)',
    ])
  })
})

describe('a command', () => {
  const cli =
    "import { program } from 'commander'\nimport { sync } from './sync.js'\nprogram.command('sync').action(sync)\nprogram.parse()\n"
  const resource = '{files: [cli.js], attributes: {commands: [sync]}}'

  it('whose function another file leaves empty is a stub', async () => {
    const files = {
      'cli.js': cli,
      'sync.js': "export function sync() { throw new Error('not implemented') }\n",
    }
    expect(await verdict(files, resource)).toEqual(['partial', 'sync is a stub body (cli.js:3)'])
  })

  it('whose function another file holds is implemented', async () => {
    const files = { 'cli.js': cli, 'sync.js': 'export function sync() { return pull() }\n' }
    expect(await verdict(files, resource)).toEqual(['implemented', undefined])
  })
})

describe('an empty file', () => {
  const send = 'def send(x):\n    return x + 1\n'
  const markers = { 'src/__init__.py': '', 'src/py.typed': '', 'src/sub/.gitkeep': '' }
  const functions = 'attributes: {functions: [send]}'

  it('that only a pattern brings in is passed over, and named', async () => {
    const files = { ...markers, 'src/a.py': send }
    const resource = `  feature:\n    x: {files: ["src/**"], ${functions}}\n`
    const [evidence] = [...(await judge(files, resource)).values()]
    expect([evidence!.status, evidence!.files]).toEqual(['implemented', ['src/a.py']])
    expect(evidence!.rungs[0]!.facts.map(each => each.text)).toEqual([
      'src/__init__.py is empty and passed over: only a pattern names it',
      'src/a.py is there',
      'src/py.typed is empty and passed over: only a pattern names it',
      'src/sub/.gitkeep is empty and passed over: only a pattern names it',
    ])
  })

  it('is a veto where it is named, or where there is nothing else', async () => {
    const files = { ...markers, 'src/a.py': send }
    const named = `{files: ["src/*.py", src/__init__.py], ${functions}}`
    expect((await verdict(files, named))[0]).toBe('partial')
    expect((await verdict(files, `{files: [src/__init__.py, src/a.py], ${functions}}`))[0]).toBe(
      'partial',
    )
    const nothing = '{files: ["src/**"], require: present}'
    expect((await verdict(markers, nothing))[0]).not.toBe('implemented')
  })

  it('among the tests that a pattern brings in is passed over, too', async () => {
    const test = 'from src.a import send\ndef test_send():\n    assert send(1) == 2\n'
    const used = 'from src.a import send\nsend(1)\n'
    const own = { 'src/a.py': send, 'main.py': used }
    const files = { ...own, 'tests/__init__.py': '', 'tests/test_a.py': test }
    const globbed = `{files: [src/a.py], tests: ["tests/**"], ${functions}}`
    expect(await verdict(files, globbed)).toEqual(['implemented', undefined])
    const named = `{files: [src/a.py], tests: [tests/__init__.py, tests/test_a.py], ${functions}}`
    expect((await verdict(files, named))[0]).toBe('partial')
  })
})
