// Paths of routes in one dialect: `/users/{id}`, whatever the framework writes for a parameter. Pure text.

const parameters: readonly (readonly [RegExp, string])[] = [
  [/\{\$\}$|\{\?[^{}]*\}/g, ''],
  [/<(\w+):(?:re:[^>]*|int|float|str|strorempty|uuid|ymd|alpha|slug)>/g, '{$1}'],
  [/\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)/g, '{$1}'],
  [/<(?:\w+(?:\([^)]*\))?:)?(\w+)>/g, '{$1}'],
  [/\[\[?\.{0,3}(\w+)\]?\]/g, '{$1}'],
  [/\{\*?(\w+)\??(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\??\}/g, '{$1}'],
  [/[:*](\w+)(?:\([^)]*\))?\??/g, '{$1}'],
  [/(?<=\/)\((?!\?|\.)[^()/]*(?:\[[^\]]*\][^()/]*)*\)/g, '{}'],
  [/(?<=\/[^/]*)\(\.:?\{?\w+\}?\)$/g, ''],
  [/\/\?$/g, ''],
  // What belongs to a collection does not belong to one of its members.
  [/\/\{id\}\/+\.\.(?=\/|$)/g, ''],
]

/** With one slash in front and none behind, parameters in braces, anchors of regular expressions gone. */
export function routePath(...parts: readonly string[]): string {
  const joined = parts.map(part => part.replace(/^\^|\$$/g, '')).join('/')
  const named = parameters.reduce((path, [from, to]) => path.replace(from, to), joined)
  const clean = `/${named}`.replace(/\/{2,}/g, '/')
  return clean.length > 1 ? clean.replace(/\/$/, '') : clean
}

/** `/users/:id?`, `/users/{id?}`, `/users(/:id)` and `/users{/:id}` answer `/users` too. */
export function optionalPaths(path: string): readonly string[] {
  const [, before, optional, behind] = /^(.*?)\{(\/[^{}]*:\w[^{}]*)\}(.*)$/.exec(path) ?? []
  if (optional !== undefined)
    return [`${before}${optional}${behind}`, `${before}${behind}`].flatMap(optionalPaths)
  const without = /^(.*\/)(?::\w+(?:\([^()]*\))?\?|\{\w+(?::\w+)?\?\}|\[\[\.{3}\w+\]\])\/?$/.exec(
    path,
  )?.[1]
  if (without !== undefined) return [path, without]
  const [, outer, inner] = /^(.*?)\/?\((\/?:\w+)\)$/.exec(path) ?? []
  return outer === undefined ? [path] : [`${outer}/${inner}`, outer]
}

/** `ListAsync` of ASP.NET answers under `List`. */
export const actionName = (method: string) => method.replace(/(?<=.)Async$/, '')
