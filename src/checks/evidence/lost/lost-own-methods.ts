// Why a method that a class registers of itself is not there: `self.router.add_api_route("/x", self.x)`, and the class has no `x`. Where
// something stands above the class, or names are made while it runs, nobody can tell.

import type { Codebase } from '../../../code/codebase.ts'
import { codeOf } from '../code-of.ts'

export function lostOwnMethod(
  file: string,
  names: readonly string[],
  line: number,
  codebase: Codebase,
): string | undefined {
  const [self, name] = names
  if (!/^(self|this)$/.test(self ?? '') || name === undefined || names.length > 2) return undefined
  const around = (codebase.outline(file)?.declarations ?? []).findLast(
    each => each.kind === 'class' && each.line <= line && line <= each.endLine,
  )
  if (!around) return undefined
  const lines = codeOf(file, codebase).split('\n')
  const header = headOf(lines.slice(around.line - 1, around.endLine).join('\n'))
  const code = lines.join('\n')
  if (hasBase.test(header) || computed.test(code)) return undefined
  const { routes, commands } = codebase.depth(file)
  const naming = [...routes, ...commands].filter(each => each.handler === `${self}.${name}`)
  const known = new Set([line, ...naming.map(each => each.line)]).size
  return occurrences(name, code) > known ? undefined : `${name} is not in ${around.name}`
}

const headOf = (code: string) => /^[^:{]*/.exec(code)![0]

const hasBase = /\bextends\b|\(\s*(?!object\s*\))[^)\s]/
const computed =
  /\b(setattr|__getattr__|__getattribute__|globals|Object\.(assign|defineProperty))\b/

const occurrences = (name: string, code: string) =>
  code.match(new RegExp(String.raw`(?<![\w$])${name.replaceAll('$', '\\$')}(?![\w$])`, 'g'))
    ?.length ?? 0
