// The controllers that a route of PHP or Ruby names: by what the file imports and the namespaces that others say they are in, and by
// the folder of the controllers of Rails. Where none is found so, any of that name may be meant.

import type { Codebase } from '../../../code/codebase.ts'
import { readHandler } from '../../../code/routes/handler.ts'
import type { CodeSymbol } from '../../../evidence/facts.ts'
import { type Namespaces, namespacesOf } from '../use/namespaces.ts'
import { symbolsIn } from './symbols.ts'

export interface Controllers {
  /** Under which they may be declared. */
  readonly names: readonly string[]
  /** Files one of which is meant; undefined where it may be any. */
  readonly files: readonly string[] | undefined
}

/** Undefined where the handler names no class. */
export function controllersOf(
  file: string,
  handler: string,
  codebase: Codebase,
): Controllers | undefined {
  const owners = readHandler(handler)?.owners ?? []
  if (owners.length === 0) return undefined
  if (file.endsWith('.rb')) return { names: owners, files: ofRails(handler, codebase) }
  const written = /^\[?\s*(\\?\w[\w\\]*)(?:::class\b|[.@:]\w+$)/.exec(handler)?.[1]
  return written === undefined
    ? { names: owners, files: undefined }
    : inNamespace(written, file, codebase)
}

const known = new WeakMap<Codebase, Namespaces>()

/** Made once for a codebase: every route asks. */
function namespacesIn(codebase: Codebase): Namespaces {
  const namespaces = known.get(codebase) ?? namespacesOf(codebase)
  known.set(codebase, namespaces)
  return namespaces
}

/** None where the class is found, and the method is not there. */
export function controllerMethods(
  file: string,
  handler: string,
  codebase: Codebase,
): readonly CodeSymbol[] | undefined {
  const wanted = readHandler(handler)
  const found = controllersOf(file, handler, codebase)
  if (!wanted || !found) return undefined
  const qualified = found.names.map(each => `${each}.${wanted.name}`)
  return found.files
    ?.flatMap(path => symbolsIn(path, codebase))
    .filter(each => qualified.includes(each.qualified.split(/\.|::/).slice(-2).join('.')))
}

/** `api/users#index` lies in app/controllers/api/users_controller.rb. */
function ofRails(handler: string, codebase: Codebase): readonly string[] | undefined {
  const path = /^\/?([\w/]+)#\w+$/.exec(handler)?.[1]
  if (path === undefined) return undefined
  const stems = [path, `${path}s`, path.replace(/y$/, 'ies')]
  const found = codebase.files.filter(each =>
    stems.some(stem => `/${each}`.endsWith(`/app/controllers/${stem}_controller.rb`)),
  )
  return found.length === 1 ? found : undefined
}

/** `UserController`, `Admin\\UserController` and `\\App\\UserController`, in front of `::class` or a method. */
function inNamespace(written: string, file: string, codebase: Codebase): Controllers {
  const parts = written.replace(/^\\/, '').split('\\')
  const [first, ...rest] = parts as [string, ...string[]]
  const imports = codebase.outline(file)?.imports ?? []
  const bound = written.startsWith('\\')
    ? undefined
    : imports.find(each => (each.alias || each.name) === first)
  const whole = bound ? [...bound.module.split('\\'), bound.name, ...rest] : parts
  const name = whole.at(-1)!
  const module = whole.slice(0, -1).join('\\')
  const asked = module === '' ? undefined : { module, name, alias: '', line: 0 }
  const files = namespacesIn(codebase).homesOf(file, name, asked)
  return { names: [name], files: files && files.length > 0 ? files : undefined }
}
