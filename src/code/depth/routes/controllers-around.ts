// The method that answers a route which only names it, or names none: the blocks around the route say of which controller.
// `Route::controller(X::class)->group(…)`, `resources :posts do get :search … end`, `controller :posts do … end`.

import type { Argument, Call, Link } from '../calls/calls.ts'
import type { RouteRule } from './route-rule.ts'

/** What is registered by one call, as the blocks around it complete it. */
export function answeredInside<T extends { readonly handler: string; readonly path: string }>(
  found: readonly T[],
  call: Call,
  rule: RouteRule,
  calls: readonly Call[],
): readonly T[] {
  const answered = answeredBy(found, call, rule, calls)
  const modules = rule.moduleGroup === undefined ? [] : modulesAround(call, rule.moduleGroup, calls)
  const folder = modules.map(each => `${each}/`).join('')
  return answered.map(each =>
    /^[a-z]/.test(each.handler) ? { ...each, handler: folder + each.handler } : each,
  )
}

/** `namespace :api do`, `scope module: 'api' do`, `resources :users, module: :api`, from the outermost inwards. */
function modulesAround({ start, end, links }: Call, group: string, calls: readonly Call[]) {
  const around = calls
    .filter(each => each.start < start && end <= each.end && each.links.at(-1)!.args.some(isBlock))
    .toSorted((one, other) => one.start - other.start)
    .map(each => each.links.at(-1)!)
  return [...around, links.at(-1)!].flatMap(({ name, args }) => {
    const told = textAt('module', args)
    const own =
      name === group ? args.find(each => each.kind === 'string' && each.key === '') : undefined
    const module = told ?? own?.value.replace(/^[:/]/, '')
    return module === undefined || !/^[\w/]+$/.test(module) ? [] : [module]
  })
}

function answeredBy<T extends { readonly handler: string; readonly path: string }>(
  found: readonly T[],
  call: Call,
  { controllers, resources }: RouteRule,
  calls: readonly Call[],
): readonly T[] {
  if (!controllers || found.every(each => each.handler !== '')) return found
  const { args } = call.links.at(-1)!
  const named = textAt('controller', args) ?? controllerAround(call, calls, resources ?? {})
  return found.map(each => {
    if (each.handler !== '') return each
    const method = controllers === 'texts' ? methodIn(args) : actionIn(args)
    const whole = controllers === 'actions' ? wholeIn(args) : undefined
    return { ...each, handler: whole ?? (named && method ? `${named}${method}` : '') }
  })
}

/** `Route::get('/users', 'store')`: the last text is the method. */
function methodIn(args: readonly Argument[]): string | undefined {
  const texts = args.filter(each => each.kind === 'string' && each.key === '')
  const last = texts.at(-1)!
  return texts.length > 1 && /^\w+$/.test(last.value) ? `@${last.value}` : undefined
}

/** `get :search`, `get 'list', action: :index`. */
function actionIn(args: readonly Argument[]): string | undefined {
  const action = textAt('action', args) ?? args[0]?.value
  return action !== undefined && /^\w+$/.test(action) ? `#${action}` : undefined
}

/** `get 'posts/search'`: with nothing else told. */
function wholeIn(args: readonly Argument[]): string | undefined {
  const [first, ...others] = args
  const isPath = first?.kind === 'string' && first.key === '' && others.length === 0
  return isPath ? /^\/?([a-z_]+\/[a-z_]+)$/.exec(first.value)?.[1]?.replace('/', '#') : undefined
}

/** The innermost that says so. */
function controllerAround(
  { start, end }: Call,
  calls: readonly Call[],
  resources: NonNullable<RouteRule['resources']>,
): string | undefined {
  const around = calls.filter(
    each => each.start < start && end <= each.end && each.links.at(-1)!.args.some(isBlock),
  )
  const named = around
    .toSorted((one, other) => other.start - one.start || one.end - other.end)
    .map(({ links }) => controllerOf(links, resources))
  return named.find(each => each !== undefined)
}

const isBlock = ({ kind }: Argument) => kind === 'function'

function controllerOf(
  links: readonly Link[],
  resources: NonNullable<RouteRule['resources']>,
): string | undefined {
  const told = links.findLast(each => each.name === 'controller')?.args[0]
  if (told) return controllerName(told)
  const { name, args } = links.at(-1)!
  const keyed = textAt('controller', args)
  if (keyed !== undefined || !Object.hasOwn(resources, name)) return keyed
  return args.find(each => each.kind === 'string' && each.key === '')?.value
}

/** Of a keyword, or of an entry of the list or object that is given. */
function textAt(key: string, args: readonly Argument[]): string | undefined {
  const found = args.flatMap(each => [each, ...each.items]).find(each => each.key === key)
  return found && controllerName(found)
}

const controllerName = ({ value }: Argument) =>
  value.replace(/::class$/, '').replace(/^['":]|['"]$/g, '')
