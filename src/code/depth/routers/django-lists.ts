// Lists of paths in Django that are no `urlpatterns`: they serve below the paths that include them, and nowhere else. One that is
// used in any other way (`urlpatterns += more`) belongs to its file as a whole.

import { codeText } from '../../routes/words.ts'
import type { Argument, Call } from '../calls/calls.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { chainName, isListOf } from './router-names.ts'
import type { FileFacts } from './routers.ts'

/** Each list of paths under the name by which it is included, and all others without one. */
export function namePatterns(
  all: readonly Call[],
  believed: readonly RouteRule[],
  file: FileFacts,
): readonly Call[] {
  const rule = believed.find(isOfPatterns)
  if (!rule) return all
  const code = codeText(file.path, file.source)
  return all.map(call =>
    isListOf(call.links[0]!, rule) ? { ...call, assigned: nameOf(call, file, code) } : call,
  )
}

export const isOfPatterns = ({ isWholeFile, entries }: RouteRule) =>
  isWholeFile === true && entries !== undefined

function nameOf(call: Call, { source, functionsAround }: FileFacts, code: string): string {
  const before = source.slice(Math.max(0, call.start - longest), call.start)
  if (/\binclude\(\s*\(?\s*$/.test(before)) return chainName(call.start)
  const name = /(?:^|\n)[ \t]*(\w+)[ \t]*(?::[^=\n]*)?\+?=[ \t]*\(?\s*$/.exec(before)?.[1]
  const isOfFile = functionsAround(call).length === 0
  return name !== undefined && isOfFile && isOnlyIncluded(name, code) ? name : ''
}

const longest = 200

function isOnlyIncluded(name: string, code: string): boolean {
  if (name === 'urlpatterns') return false
  const uses = code.match(new RegExp(String.raw`(?<![\w.])${name}\b`, 'g'))?.length ?? 0
  const known = new RegExp(
    String.raw`^[ \t]*${name}[ \t]*(?::[^=\n]*)?\+?=(?!=)|\binclude\(\s*\(?\s*${name}\b`,
    'gm',
  )
  return uses === (code.match(known)?.length ?? 0)
}

/** What `include(…)` names that is no text: a list, a router of the REST framework, a module. */
export function includedName(include: Argument, calls: readonly Call[]): string | undefined {
  const named = /^include\(\s*\(?\s*([A-Za-z_][\w.]*)\s*[,)]/.exec(include.value)?.[1]
  if (named !== undefined) return named.replace(/\.urls$/, '')
  if (!/^include\(\s*\(?\s*\[/.test(include.value)) return undefined
  const lists = calls.filter(
    each => include.start < each.start && each.end < include.end && each.assigned.startsWith('#'),
  )
  return lists.length > 0 ? chainName(Math.min(...lists.map(each => each.start))) : undefined
}
