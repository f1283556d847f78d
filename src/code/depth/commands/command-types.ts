// Commands that are types: clikt in Kotlin, ArgumentParser in Swift. Where the file lists the commands of a program, a type that
// no list holds is none.

import type { Command } from '../../model.ts'
import type { Tree } from '../../tree/grammar.ts'

interface TypeRule {
  readonly tool: string
  readonly language: string
  readonly node: string
  readonly imports: RegExp
  /** The head of a type that is a command, with its name in the group `type`. */
  readonly head: RegExp
  /** The name that it says, with the group `name`; else it is called after the type. */
  readonly says: RegExp
  /** What the type is called where it says nothing. */
  readonly called: (type: string) => string
  /** Lists of commands, and the types in them. */
  readonly list: RegExp
  readonly listed: RegExp
}

const kebab = (type: string) => type.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()

const rules: readonly TypeRule[] = [
  {
    tool: 'clikt',
    language: 'kotlin',
    node: 'class_declaration',
    imports: /^com\.github\.ajalt\.clikt\b/,
    head: /^(?:\w+\s+)*class\s+(?<type>\w+)[^{]*:\s*[^{]*\b\w*CliktCommand\(/,
    says: /CliktCommand\(\s*(?:[^)"]*\bname\s*=\s*)?"(?<name>[\w-]+)"/,
    called: type => kebab(type.replace(/(.)Command$/, '$1')),
    list: /\.subcommands\(([^;\n]*(?:\n\s+[^\n]*)*)/g,
    listed: /\b([A-Z]\w*)\(/g,
  },
  {
    tool: 'ArgumentParser',
    language: 'swift',
    node: 'class_declaration',
    imports: /^ArgumentParser$/,
    head: /^(?:@?\w+\s+)*(?:struct|class)\s+(?<type>\w+)\s*:\s*[^{]*\b(?:Async)?ParsableCommand\b/,
    says: /\bcommandName:\s*"(?<name>[\w-]+)"/,
    called: kebab,
    list: /\bsubcommands:\s*\[([^\]]*)\]/g,
    listed: /\b(\w+)\.self\b/g,
  },
]

interface CommandType {
  readonly type: string
  readonly command: Command
  readonly text: string
}

/** `text` is the source without comments. */
export function typedCommands(
  root: Tree,
  text: string,
  language: string,
  modules: readonly string[],
): readonly Command[] {
  const rule = rules.find(
    each => each.language === language && modules.some(module => each.imports.test(module)),
  )
  if (!rule) return []
  const nodes = root.findAll({ rule: { kind: rule.node } })
  const types = nodes.flatMap(node => {
    const { start, end } = node.range()
    return readType(text.slice(start.index, end.index), start.line + 1, rule)
  })
  const lists = [...text.matchAll(rule.list)].map(each => each[1]!)
  const listed = new Set(
    lists.flatMap(list => [...list.matchAll(rule.listed)].map(each => each[1]!)),
  )
  const isRoot = (each: CommandType) => each.text.search(rule.list) >= 0
  const isRegistered = (each: CommandType) =>
    lists.length === 0 || listed.has(each.type) || isRoot(each)
  return types.filter(isRegistered).map(each => each.command)
}

function readType(text: string, line: number, rule: TypeRule): CommandType[] {
  const type = rule.head.exec(text)?.groups?.type
  if (type === undefined) return []
  const name = rule.says.exec(text)?.groups?.name ?? rule.called(type)
  return [{ type, text, command: { name, line, handler: `${type}.run`, isStub: false } }]
}
