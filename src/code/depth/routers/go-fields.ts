// Routers that a struct of Go keeps: `s.router` is the same in all methods of a file, whatever the receiver is called there. A field
// that holds a group was made with a prefix that its file does not tell.

import type { Call } from '../calls/calls.ts'
import type { RouteRule } from '../routes/route-rule.ts'
import { unreadMark } from './mark.ts'

interface GoFile {
  readonly language: string
  readonly modules: readonly string[]
  readonly imported: Pick<ReadonlySet<string>, 'has'>
  readonly source: string
}

const field = /^([a-z]\w*)\.(\w+)$/

const packageName = (module: string) =>
  module
    .replace(/\/v\d+$/, '')
    .split('/')
    .at(-1)!

/** `this.router` for `s.router`; what hangs from a package stays as it is. */
export function fieldName(name: string, { language, modules, imported }: GoFile): string {
  const [, holder, own] = language === 'go' ? (field.exec(name) ?? []) : []
  if (holder === undefined || own === undefined || imported.has(holder)) return name
  return modules.some(each => packageName(each).replace(/^go-|-go$|\.go$/g, '') === holder)
    ? name
    : `this.${own}`
}

export const withFields = (calls: readonly Call[], file: GoFile): readonly Call[] =>
  file.language === 'go'
    ? calls.map(each => ({
        ...each,
        root: fieldName(each.root, file),
        assigned: fieldName(each.assigned, file),
      }))
    : calls

/**
 * A parameter or a field that the file declares with a type of the framework: `mux *http.ServeMux`, `IEndpointRouteBuilder e`,
 * `f: FastifyInstance`.
 */
export function isTyped(name: string, { types }: RouteRule, { source, language }: GoFile): boolean {
  if (types === undefined || !/^\w+$/.test(name)) return false
  const type = `(?:${types.source})`
  const declared =
    language === 'csharp'
      ? String.raw`\b${type}\s+${name}\b`
      : language === 'go'
        ? String.raw`\b${name}\s+${type}`
        : String.raw`\b${name}\??\s*:\s*${type}`
  return new RegExp(declared).test(source)
}

const groupTypes = /^\*?(gin\.(RouterGroup|IRouter|IRoutes)|echo\.Group|fiber\.Router)\b/

/** Of a field alone: what a function is given is followed to its callers. */
export function fieldPrefix(root: string, { source, language }: GoFile): string {
  if (language !== 'go' || !root.startsWith('this.')) return ''
  const name = root.slice('this.'.length)
  const type = new RegExp(String.raw`^[ \t]*${name}\s+(\*?[\w.]+)`, 'm').exec(source)?.[1] ?? ''
  return groupTypes.test(type) ? unreadMark : ''
}
