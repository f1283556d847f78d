// Requests that a test makes: a path in a string, and the method from the call around it. Any client of any language counts;
// a path in a comment, or in a string that no call takes, does not.

import type { Request } from '../model.ts'
import type { Tree } from '../tree/grammar.ts'
import { blankRanges, withoutComments } from './blank.ts'
import type { Ranges } from './skipped-tests.ts'

/** A call is read back to its beginning this far, and forward to an option that names the method. */
const lookAround = 200

export function readRequests(
  root: Tree,
  source: string,
  comments: readonly string[],
  notRun: Ranges,
): readonly Request[] {
  const text = blankRanges(withoutComments(root, source, comments), notRun)
  let line = 1
  let counted = 0
  return [...text.matchAll(/(["'`])((?:\\.|(?!\1)[^\\\n])*\/(?:\\.|(?!\1)[^\\\n])*)\1/g)].flatMap(
    ({ 0: whole, 2: content, index }) => {
      const end = index + whole.length
      const path = pathOf(content!, text.slice(end, end + lookAround))
      const method = path && methodOf(text.slice(Math.max(0, index - lookAround), index), text, end)
      if (!path || !method) return []
      line += text.slice(counted, index).split('\n').length - 1
      counted = index
      return [{ method, path, line }]
    },
  )
}

/** From the first slash behind the host, without query; what is filled in at run time is a parameter. */
function pathOf(content: string, behind: string): string | undefined {
  const whole = content
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/\$\{[^{}]*\}|#\{[^{}]*\}|\{[^{}]*\}|%[ds]/g, '{}')
    .replace(/^\{\}(?=\/)/, '')
    .replace(/[?#].*$/, '')
  if (!whole.startsWith('/') || /\s/.test(whole)) return undefined
  return whole.endsWith('/') && /^\s*[+.]\s*\$?\w/.test(behind) ? `${whole}{}` : whole
}

const verb = /^(get|post|put|patch|delete|head|options)(?:$|[A-Z_]|json$)/
const clients =
  /^(fetch|request|new Request|Request|NewRequest|NewRequestWithContext|open|inject|call|json|exchange|axios|ajax|create|builder)$/
const named =
  /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b|\bMethod\.?(Get|Post|Put|Patch|Delete|Head)\b|\bmethod\s*[:=]\s*["'](\w+)/

function methodOf(before: string, text: string, end: number): string | undefined {
  const bare = /\b(get|post|put|patch|delete|head|options)\s+$/.exec(before)?.[1]
  if (bare) return bare.toUpperCase()
  const open = openCall(before)
  const callee = open === undefined ? undefined : before.slice(0, open)
  const name = /(?:\bnew\s+)?[A-Za-z_]\w*$/.exec((callee ?? '').replace(/<[^<>]*>$/, ''))?.[0]
  if (callee === undefined || name === undefined) return methodInRow(before, name, text)
  const own = verb.exec(name.charAt(0).toLowerCase() + name.slice(1))?.[1]
  if (own) return own.toUpperCase()
  const chained = /\.(get|post|put|patch|delete|head|options)\(\s*\)\s*\.uri$/.exec(callee)?.[1]
  if (chained) return chained.toUpperCase()
  if (!clients.test(name)) return methodInRow(before, name, text)
  const around =
    before.slice(open) + text.slice(end, end + closing(text.slice(end, end + lookAround)))
  const word = named.exec(around)
  return (word?.[1] ?? word?.[2] ?? word?.[3] ?? 'GET').toUpperCase()
}

const verbs = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS'
const inFront = new RegExp(
  String.raw`[([{,]\s*(?:(["'\x60])(${verbs})\1|\w+(?:\.|::)(?:Method)?(${verbs}))\s*,\s*$`,
  'i',
)
const sending =
  /\b(?:NewRequest\w*|request|inject|fetch|exchange|open|oneshot|perform|send|dispatch|handle)\(/i
const comparing = /^(?:assert|expect|to[A-Z]|contain|should|require)|equal/i

/** `{http.MethodPost, "/tickets"}`, `["POST", "/tickets"]`: a row of what some call of the file sends, and nothing that is compared. */
function methodInRow(before: string, name: string | undefined, text: string): string | undefined {
  const row = inFront.exec(before)
  if (!row || (name !== undefined && comparing.test(name)) || !sending.test(text)) return undefined
  return (row[2] ?? row[3])!.toUpperCase()
}

/** Where the call that takes the text behind `before` opens. */
function openCall(before: string): number | undefined {
  let depth = 0
  for (let at = before.length - 1; at >= 0; at--) {
    if (')]}'.includes(before[at]!)) depth++
    else if ('([{'.includes(before[at]!) && depth-- === 0)
      return before[at] === '(' ? at : openCall(before.slice(0, at))
  }
  return undefined
}

/** Where that call closes. */
function closing(behind: string): number {
  let depth = 0
  for (let at = 0; at < behind.length; at++) {
    if ('([{'.includes(behind[at]!)) depth++
    else if (')]}'.includes(behind[at]!) && depth-- === 0) return at
  }
  return behind.length
}
