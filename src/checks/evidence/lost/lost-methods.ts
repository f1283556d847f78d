// Why the method of a controller that a route names is not there: the class is found, and neither it nor what it is made of has
// the method. A class above or a module that the repository does not have may hold it, so then nothing is said.

import type { Codebase } from '../../../code/codebase.ts'
import { readHandler } from '../../../code/routes/handler.ts'
import { isWordIn } from '../../../code/routes/words.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { ownName } from '../../../evidence/facts.ts'
import { codeOf } from '../code-of.ts'
import { controllersOf } from '../meant/controllers.ts'
import { isDrawn } from '../routes/drawn.ts'

/** Classes that answer nothing by themselves. */
const bare = /^(ApplicationController|ActionController|Base|API|Controller|AbstractController)$/

export function lostMethod(file: string, handler: string, codebase: Codebase): string | undefined {
  const wanted = readHandler(handler)
  if (!wanted || wanted.owners.length === 0) return undefined
  const controllers = controllersOf(file, handler, codebase)
  const found = (controllers?.names ?? []).flatMap(each =>
    typesCalled(each, codebase).filter(
      ({ file: path }) => controllers?.files?.includes(path) ?? true,
    ),
  )
  const { name } = wanted
  if (isDrawn(handler, codebase)) return undefined
  if (found.length === 0) return lostType(file, handler, wanted.owners, codebase)
  const mayHave = found.some(each => has(each, name, codebase, 0))
  return mayHave ? undefined : `${name} is not in ${found[0]!.name}`
}

interface Type {
  readonly file: string
  readonly name: string
  readonly code: string
}

function typesCalled(name: string, codebase: Codebase): readonly Type[] {
  return codebase
    .declaring(name)
    .filter(each => !isTestFile(each))
    .flatMap(file => {
      const lines = codeOf(file, codebase).split('\n')
      return (codebase.outline(file)?.declarations ?? [])
        .filter(
          each => ownName(each) === name && /^(class|module|trait|interface)$/.test(each.kind),
        )
        .map(each => ({ file, name, code: lines.slice(each.line - 1, each.endLine).join('\n') }))
    })
}

const deepest = 6

/** Whether a type has a method, or may have it from where nobody can look. */
function has(
  { name: own, code }: Type,
  method: string,
  codebase: Codebase,
  depth: number,
): boolean {
  if (depth > deepest) return true
  if (isWordIn(method, code)) return true
  if (/\b(define_method|method_missing|__call|inherit_resources)\b/.test(code)) return true
  return [...above(code), ...mixedIn(code)].some(name => {
    const types = typesCalled(name, codebase)
    // What every controller is made of holds the actions of none.
    if (types.length === 0) return !bare.test(name) && own !== 'ApplicationController'
    return types.some(each => has(each, method, codebase, depth + 1))
  })
}

const lastPart = (name: string) => name.split(/::|\\/).at(-1)!

function above(code: string): readonly string[] {
  const head = /\bclass\s+[\w:]+\s*(?:<|extends)\s*([\w:\\]+)/.exec(code)?.[1]
  if (
    head === undefined ||
    /^(::)?(ActionController::(Base|API)|ApplicationController)$/.test(head)
  )
    return head?.endsWith('ApplicationController') ? ['ApplicationController'] : []
  return [lastPart(head)]
}

const mixedIn = (code: string) =>
  [...code.matchAll(/^[ \t]*(?:include|extend|prepend|use)\s+([\w:\\, ]+)/gm)].flatMap(match =>
    match[1]!
      .split(',')
      .map(each => each.trim())
      .filter(each => !/^(::)?Active(Support|Model)::/.test(each))
      .map(lastPart),
  )

/** A class that `App\` would have to hold, or the folder of the controllers. */
function lostType(
  file: string,
  handler: string,
  owners: readonly string[],
  codebase: Codebase,
): string | undefined {
  const { imports = [] } = codebase.outline(file) ?? {}
  const isOfApp = imports.some(
    each => /^\\?App\\/.test(each.module) && owners.includes(each.alias || each.name),
  )
  const isOfRails =
    /^[\w/]+#\w+$/.test(handler) &&
    codebase.files.some(each => /(^|\/)app\/controllers\/.*\.rb$/.test(each))
  return isOfApp || isOfRails ? `${owners[0]} is declared nowhere` : undefined
}
