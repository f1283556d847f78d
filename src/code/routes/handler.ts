// What the handler of a route is called, however a framework writes it. Pure text.

export interface HandlerName {
  /** Classes it may belong to; empty where it stands alone. */
  readonly owners: readonly string[]
  readonly name: string
  /** A class whose methods answer the HTTP methods of their names. */
  readonly isView: boolean
}

const patterns: readonly [RegExp, (groups: readonly string[]) => HandlerName][] = [
  [
    /^\[\s*\\?([\w\\]+)::class\s*,\s*["'](\w+)["']\s*,?\s*\]$/,
    ([owner, name]) => ofClass(owner!, name!),
  ],
  [/^\\?([\w\\]+)::class$/, ([owner]) => ofClass(owner!, '__invoke')],
  [/^\\?([\w\\]+)::class\s*\.\s*["']:(\w+)["']$/, ([owner, name]) => ofClass(owner!, name!)],
  [/^\\?([\w\\]+)[@:](\w+)$/, ([owner, name]) => ofClass(owner!, name!)],
  [/^([\w/]+)#(\w+)$/, ([path, name]) => ofController(path!, name!)],
  [
    /^(?:\w.*\()?(?:[\w.]+\.)?(\w+)\.as_view\(.*\)$/s,
    ([view]) => ({ owners: [], name: view!, isView: true }),
  ],
]

/** Undefined where nothing is named. */
export function readHandler(handler: string): HandlerName | undefined {
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(handler)
    if (match) return read(match.slice(1))
  }
  return ofPath(handler)
}

const ofClass = (owner: string, name: string): HandlerName => ({
  owners: [owner.split('\\').at(-1)!],
  name,
  isView: false,
})

/** `api/payments#create` is PaymentsController#create; a single `profile` is ProfilesController's. */
function ofController(path: string, name: string): HandlerName {
  const words = path.split('/').at(-1)!.split('_')
  const camel = words.map(each => each.charAt(0).toUpperCase() + each.slice(1)).join('')
  const stems = [camel, `${camel}s`, camel.replace(/y$/, 'ies')]
  return { owners: stems.map(each => `${each}Controller`), name, isView: false }
}

/** `list`, `h.list`, `UserController.show`, `h.list.bind(h)`, `wrap(list)`, `h.List()`. */
function ofPath(handler: string): HandlerName | undefined {
  const bound = handler.replace(/\.bind\([^()]*\)$/, '').replace(/\(\)$/, '')
  const inner = /^[\w.]+\((?:[^()]*,\s*)?([\w.]+)\)$/.exec(bound)?.[1] ?? bound
  const parts = /^[\w.$]+$/.test(inner) ? inner.split('.') : []
  const name = parts.at(-1)
  if (!name) return undefined
  const owner = parts.at(-2) ?? ''
  return { owners: /^[A-Z]/.test(owner) ? [owner] : [], name, isView: false }
}

export interface HandlerPath {
  /** `h.show` is h and show; empty where it is no path of names. */
  readonly names: readonly string[]
  readonly isWrapped: boolean
  /** The method that answers where only a type or a value of it is named. */
  readonly answers?: string
  /** It is asked of this module in place: `require('./users').list`. */
  readonly module?: string
}

/** `h.show`, `h.show.bind(h)`, `views.Item.as_view()`, `login_required(views.orders)`, `new Items().show`, `&web.Items{}`. */
export function handlerPath(handler: string): HandlerPath {
  const required = requiredPath(handler)
  if (required) return required
  const bound = handler.replace(/\.(bind|as_view)\([^()]*\)$/s, '').replace(/\(\)$/, '')
  const inner = /^[\w.$]+\((?:[^()]*,\s*)?([\w.$]+)\)$/.exec(bound)?.[1]
  const made = /^new\s+([\w$.]+)\([^()]*\)(\.[\w$]+)$/.exec(bound)
  const value = /^&?([\w.]+)\{.*\}$/s.exec(bound)?.[1]
  const plain = made ? `${made[1]}${made[2]}` : (value ?? inner ?? bound)
  const isPath = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(plain)
  return {
    names: isPath ? plain.split('.') : [],
    isWrapped: inner !== undefined,
    ...(value !== undefined && { answers: 'ServeHTTP' }),
  }
}

const requiring =
  /^(?:[\w$.]+\((?:[^()]*,\s*)?)?require\(\s*["'`]([^"'`$]+)["'`]\s*\)((?:\.[A-Za-z_$][\w$]*)*)(\))?$/

/** `require('./users').list`, also wrapped; of a whole module it is what that exports as such. */
function requiredPath(handler: string): HandlerPath | undefined {
  const found = requiring.exec(handler.replace(/\.bind\([^()]*\)$/, ''))
  if (!found) return undefined
  const [, module = '', path = '', closing] = found
  const isWrapped = closing !== undefined
  if (isWrapped === /^require\(/.test(handler)) return undefined
  return { names: path.split('.').slice(1), isWrapped, module }
}
