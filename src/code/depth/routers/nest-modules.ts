// Modules of Nest as routers: an application mounts its root module below the global prefix, a module its controllers and the
// modules it imports. A controller that no module lists serves nothing.

import type { Declaration, Excluded, Mount, Router } from '../../model.ts'
import type { Argument, Call } from '../calls/calls.ts'
import { routePath } from '../routes/route-path.ts'
import { script } from '../routes/route-rule.ts'
import { pathText } from './marks.ts'

interface Modules {
  readonly routers: readonly Router[]
  /** Their router counts from the routers beside them. */
  readonly mounts: readonly Mount[]
}

export function nestModules(
  calls: readonly Call[],
  modules: readonly string[],
  declarations: readonly Declaration[],
  lines: readonly string[],
): Modules {
  if (!modules.some(each => each.startsWith('@nestjs/'))) return { routers: [], mounts: [] }
  const found = calls.flatMap(call => {
    const { links, isAnnotation, root } = call
    const { name, args } = links.at(-1)!
    if (isAnnotation && name === 'Module' && args[0]?.kind === 'object')
      return [moduleOf(call, args[0], declarations, lines)]
    return root === 'NestFactory' && name === 'create' ? [applicationOf(call, calls)] : []
  })
  return {
    routers: found.map(each => each.router),
    mounts: found.flatMap(({ router, path, below, excluded }, index) =>
      below.map(value => ({
        router: index,
        framework: 'nest',
        path,
        target: { kind: 'expression' as const, text: className(value) },
        replaces: false,
        line: router.line,
        ...(excluded && { excluded }),
      })),
    ),
  }
}

interface Found {
  readonly router: Router
  readonly path: string
  /** Expressions. */
  readonly below: readonly string[]
  readonly excluded?: readonly Excluded[]
}

function moduleOf(
  { line, endLine }: Call,
  metadata: Argument,
  declarations: readonly Declaration[],
  lines: readonly string[],
): Found {
  const type = declarations.find(each => each.line >= endLine && each.kind === 'class')
  const name = type?.name ?? ''
  const lists = metadata.items.filter(each => /^(imports|controllers)$/.test(each.key))
  return {
    router: { framework: 'nest', name, within: -1, kind: 'router', prefix: '/', line },
    path: '/',
    below: [
      ...lists
        .flatMap(each => (each.kind === 'list' ? each.items : [each]))
        .map(each => each.value),
      ...(type ? returned(name, lines.slice(type.line - 1, type.endLine).join('\n')) : []),
    ],
  }
}

/** A dynamic module gives its lists when it is asked: `static forRoot() { return { module: Shop, controllers: [Users] } }`. */
function returned(name: string, body: string): readonly string[] {
  if (!new RegExp(String.raw`\bmodule\s*:\s*(${name}|this)\b`).test(body)) return []
  const lists = body.matchAll(/\b(?:imports|controllers)\s*:\s*\[([\w\s,.]*)\]/g)
  return [...lists].flatMap(match => match[1]!.split(',').map(each => each.trim())).filter(Boolean)
}

/** `app.setGlobalPrefix('api')` on what the factory made. */
function applicationOf({ assigned, links, line }: Call, calls: readonly Call[]): Found {
  const setting = calls
    .filter(each => each.root === assigned)
    .map(each => each.links.at(-1)!)
    .find(each => each.name === 'setGlobalPrefix')
  const [prefix, options] = setting?.args ?? []
  const excluded = excludedIn(options)
  return {
    router: {
      framework: 'nest',
      name: assigned,
      within: -1,
      kind: 'application',
      prefix: '/',
      line,
    },
    path: routePath((prefix && pathText(prefix, script)) ?? ''),
    below: links
      .at(-1)!
      .args.slice(0, 1)
      .map(each => each.value),
    ...(excluded.length > 0 && { excluded }),
  }
}

/** `{ exclude: ['health', { path: DOCS, method: RequestMethod.GET }, ...OPEN] }`, `{ exclude: OPEN }`. */
function excludedIn(options: Argument | undefined): readonly Excluded[] {
  const list = options?.items.find(each => each.key === 'exclude')
  if (list?.kind === 'other') return listOf(list.value)
  return (list?.items ?? []).flatMap(each => {
    if (each.value.startsWith('...')) return listOf(each.value.slice(3))
    const path = each.kind === 'object' ? each.items.find(one => one.key === 'path') : each
    const named =
      each.items
        .find(one => one.key === 'method')
        ?.value.split('.')
        .at(-1) ?? 'ALL'
    const method = named === 'ALL' ? 'ANY' : named
    const text = path && pathText(path, script)
    return text === undefined ? [] : [{ method, path: text }]
  })
}

const listOf = (name: string): readonly Excluded[] =>
  /^[\w$.]+$/.test(name) ? [{ method: 'ANY', path: name, isList: true }] : []

/** `ConfigModule.forRoot({ … })`, `forwardRef(() => UsersModule)`. */
function className(value: string): string {
  const forwarded = /^forwardRef\(\s*\(\)\s*=>\s*([\w.]+)/.exec(value)?.[1]
  return forwarded ?? value.replace(/\.\w+\([\s\S]*$/, '')
}
