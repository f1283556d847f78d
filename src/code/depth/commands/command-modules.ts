// Commands that a module of yargs is: it exports their name and what handles them, and somebody who has yargs takes the module.

import type { Command } from '../../model.ts'

const name = String.raw`\[?\s*['"\`](?<name>[\w:-]+)`
const exported = new RegExp(
  String.raw`^(?:export\s+const\s+command|(?:module\.)?exports\.command)\s*=\s*${name}`,
  'm',
)
const asObject = new RegExp(
  String.raw`^(?:export\s+default|module\.exports\s*=)\s*\{[^{}]*?\bcommand:\s*${name}`,
  'm',
)
const handles =
  /^(?:export\s+(?:const|(?:async\s+)?function)\s+handler\b|(?:module\.)?exports\.handler\b)|\bhandler\s*[:(,}]/m

export function moduleCommands(source: string, language: string): readonly Command[] {
  if (!/^(typescript|tsx|javascript)$/.test(language)) return []
  const match = exported.exec(source) ?? asObject.exec(source)
  if (!match || !handles.test(source)) return []
  const line = source.slice(0, match.index).split('\n').length
  return [{ name: match.groups!.name!, line, handler: 'handler', isStub: false, carriers: ['./'] }]
}
