// The methods that a function answers although it is registered for all: what its decorators let through, and what it does not
// refuse at its head. Reads the text of one function; undefined where nothing is said, so that all are answered.

const method = String.raw`(?:http\.Method(Get|Post|Put|Patch|Delete|Head|Options)|["'](GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)["'])`
const refused = String.raw`[\s\S]{0,120}?(?:NotAllowed|NOT_ALLOWED|\b405\b)`

const named: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^[ \t]*@require_GET\b/m, ['GET']],
  [/^[ \t]*@require_POST\b/m, ['POST']],
  [/^[ \t]*@require_safe\b/m, ['GET', 'HEAD']],
]

/** Lists of what is let through, and a guard against everything else. */
const listed: readonly RegExp[] = [
  /^[ \t]*@require_http_methods\(\s*([[(][^\])]*[\])])/m,
  /^[ \t]*@api_view\(\s*([[(][^\])]*[\])])/m,
  /\bHttpResponseNotAllowed\(\s*([[(][^\])]*[\])])/,
  new RegExp(String.raw`\bif\s*\(?\s*\w+\.method\s+not\s+in\s*([[({][^\])}]*[\])}])${refused}`),
  new RegExp(String.raw`\bif\s*\(?\s*\w+\.[mM]ethod\s*!==?\s*(${method})\s*[){:]${refused}`),
]

export function answeredMethods(text: string): readonly string[] | undefined {
  for (const [pattern, methods] of named) if (pattern.test(text)) return methods
  for (const pattern of listed) {
    const methods = methodsIn(pattern.exec(text)?.[1] ?? '')
    if (methods.length > 0) return methods
  }
  return casesOf(text) ?? askedFor(text)
}

const asked = new RegExp(String.raw`\b\w+\.[mM]ethod\s*===?\s*(${method})`, 'g')
const refusedAtLast = /(?:NotAllowed|NOT_ALLOWED|\b405\b)[^{}]*\}?\s*\}\)?;?\s*$/

/** What stands between the last question and the refusal leads past what was asked for. */
function leadsPast(between: string): boolean {
  if (/\bdefault\s*:|\}\s*else\s*\{[^{}]*$/.test(between)) return true
  return between.includes('{') && between.split('{').length === between.split('}').length
}

/** `if r.Method == http.MethodGet { …; return }`, and a refusal where the function ends. */
function askedFor(text: string): readonly string[] | undefined {
  const found = [...text.matchAll(asked)]
  const last = found.at(-1)
  if (!last || /\.[mM]ethod\s*!=/.test(text)) return undefined
  // Every other mention would have to be understood as well.
  if (text.match(/\.[mM]ethod\b/g)!.length > found.length) return undefined
  const rest = text.slice(last.index + last[0].length)
  const refusal = refusedAtLast.exec(rest)
  if (!refusal || !leadsPast(rest.slice(0, refusal.index))) return undefined
  return methodsIn(found.map(each => each[1]).join(' '))
}

const label = /\bcase\b([^:{}]*):|\bdefault\s*:/g

/** `switch r.Method { case http.MethodGet: …  default: 405 }`; undefined where a label may be any method. */
function casesOf(text: string): readonly string[] | undefined {
  const head = /\bswitch\s*\(?\s*\w+\.[mM]ethod\s*\)?\s*\{/.exec(text)
  const body = head ? bodyOf(text.slice(head.index + head[0].length)) : ''
  const labels = [...body.matchAll(label)]
  const other = labels.find(each => each[1] === undefined)
  if (!other || !isRefused(other, body)) return undefined
  const named = labels.filter(each => each !== other)
  if (named.some(each => methodsIn(each[1]!).length === 0)) return undefined
  return named.filter(each => !isRefused(each, body)).flatMap(each => methodsIn(each[1]!))
}

const refusing = /NotAllowed|NOT_ALLOWED|\b405\b/

/** Nothing else is done there, up to the next label. */
function isRefused({ 0: text, index }: RegExpExecArray, body: string): boolean {
  const then = body.slice(index + text.length).split(/\b(?:case|default)\b/)[0]!
  return refusing.test(then) && !/\bif\b/.test(then)
}

/** Up to the brace that closes it; labels of blocks inside are none of its own. */
function bodyOf(text: string): string {
  let depth = 0
  let body = ''
  for (const piece of text.split(/(?=[{}])/)) {
    if (piece.startsWith('{')) depth++
    if (piece.startsWith('}')) depth--
    if (depth < 0) break
    body += depth === 0 ? piece : piece.replace(/\b(case|default)\b/g, '')
  }
  return body
}

const methodsIn = (text: string) =>
  [...text.matchAll(new RegExp(method, 'g'))].map(each => (each[1] ?? each[2])!.toUpperCase())

/** The call on that line, up to the parenthesis that closes it: with the function that is given to it in place. */
export function textOfCall(source: string, line: number): string {
  const rest = source
    .split('\n')
    .slice(line - 1)
    .join('\n')
  let depth = 0
  for (const { 0: sign, index } of rest.matchAll(texts)) {
    if (sign === '(') depth++
    else if (sign === ')' && --depth <= 0) return rest.slice(0, index)
  }
  return rest
}

/** What parentheses may stand in, and these. */
const texts =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\/|[()]/g

/** A function with the decorators above it. */
export function textOfFunction(source: string, line: number, endLine: number): string {
  const lines = source.split('\n')
  let first = line - 1
  while (first > 0 && /^\s*@/.test(lines[first - 1]!)) first--
  return lines.slice(first, endLine).join('\n')
}
