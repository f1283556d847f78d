// Routers of Rust that a binding holds and nothing takes from it: `let _lost = Router::new().route("/lost", get(lost));`. Told by the text
// behind the statement, up to the end of the function; whatever may be a use is one.

import type { Call } from '../calls/calls.ts'
import type { Routers } from './routers.ts'

/** What only adds to a router; anything else may serve it, or give it to who does. */
const building =
  /^(new|route|nest|merge|layer|with_state|fallback|route_layer|nest_service|route_service|fallback_service|method_not_allowed_fallback)$/

export function isDropped(call: Call, { calls, file }: Routers): boolean {
  const { assigned, start } = call
  if (!/^\w+$/.test(assigned)) return false
  const { source } = file
  const binding = new RegExp(String.raw`\blet\s+(?:mut\s+)?${assigned}\s*(?::[^=;]{0,200})?=\s*$`)
  if (!binding.test(source.slice(Math.max(0, start - 300), start))) return false
  const chain = calls.filter(each => each.start === start)
  const [whole = call] = chain.toSorted((a, b) => b.end - a.end)
  const isBuilt = chain
    .flatMap(each => each.links)
    .every(({ name }) => building.test(name.split('::').at(-1)!))
  const [within] = file.functionsAround(call)
  if (!isBuilt || within === undefined || !/^\s*;/.test(source.slice(whole.end, whole.end + 80)))
    return false
  const lines = source.slice(whole.end).split('\n', file.endLineOf(within) - whole.endLine + 1)
  return !new RegExp(String.raw`\b${assigned}\b`).test(lines.map(withoutComment).join('\n'))
}

/** `https://` in a text begins none. */
const withoutComment = (line: string) => line.replace(/(?<!:)\/\/.*$/, '')
