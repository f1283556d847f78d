// Commands that Go programs build as literals: cobra and urfave/cli, each with what it runs. What adds them to a program is looked
// for elsewhere.

import type { Command } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'
import { isHollowText } from '../hollow.ts'

interface LiteralRule {
  readonly tool: string
  readonly imports: RegExp
  /** The field that names it. */
  readonly name: RegExp
  readonly actions: RegExp
}

const rules: readonly LiteralRule[] = [
  {
    tool: 'cobra',
    imports: /spf13\/cobra/,
    name: /^Use:\s*["`](?<name>[\w:-]+)/,
    actions: /^RunE?$/,
  },
  {
    tool: 'urfave/cli',
    imports: /urfave\/cli/,
    name: /^Name:\s*["`](?<name>[\w:-]+)/,
    actions: /^Action$/,
  },
]

export function literalCommands(root: Tree, modules: readonly string[]): readonly Command[] {
  const rule = rules.find(each => modules.some(module => each.imports.test(module)))
  if (!rule) return []
  return root
    .findAll({ rule: { kind: 'keyed_element', regex: rule.name.source } })
    .flatMap(each => {
      const name = rule.name.exec(each.text())?.groups?.name
      const literal = each.parent()
      if (name === undefined || !literal || !isCommand(literal)) return []
      const action = fieldsOf(literal).find(([key]) => rule.actions.test(key))?.[1] ?? ''
      const isInPlace = action.startsWith('func')
      return [
        {
          name,
          line: each.range().start.line + 1,
          handler: /^[\w.]+$/.test(action) ? action : '',
          isStub: isInPlace && isHollowText(action, 'go'),
        },
      ]
    })
}

const fieldsOf = (literal: Tree): readonly (readonly [key: string, value: string])[] =>
  literal
    .children()
    .filter(each => each.kind() === 'keyed_element')
    .flatMap(each => {
      const [, key, value] = /^(\w+):\s*([\s\S]*)$/.exec(each.text()) ?? []
      return key === undefined ? [] : [[key, value!] as const]
    })

/** `cli.Command{…}`, or a literal without its type in a list or a map of commands. */
function isCommand(literal: Tree): boolean {
  let around = literal.parent()
  while (around && /^(literal_element|keyed_element|literal_value)$/.test(String(around.kind())))
    around = around.parent()
  return /(^|\W)Command$/.test(around?.field('type')?.text() ?? '')
}
