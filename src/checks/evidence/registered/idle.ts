// Functions of Python that their decorators hand on to nobody: on a router that no program mounts, on an application of commands that
// nobody takes, as a lone command that nobody calls. Says nothing where modules are loaded by a name that only a run knows.

import type { Codebase } from '../../../code/codebase.ts'
import type { Command, Declaration } from '../../../code/model.ts'
import { qualifiedNames } from '../../../code/names.ts'
import { isTestFile } from '../../../code/test-files.ts'
import { isRegistering } from '../../../evidence/registering.ts'
import { readImports } from '../imports.ts'
import { registeredRoutes } from '../routes/routes.ts'
import { consoleScripts } from '../use/entry-names.ts'
import { usageOf, withoutMentions } from './standing-commands.ts'

/** By `path#name`, of some files. */
export type IdleIn = (paths: readonly string[]) => Promise<ReadonlySet<string>>

export function findIdle(codebase: Codebase): IdleIn {
  let served: Promise<ReadonlySet<string>> | undefined
  const isTaken = takenBy(codebase)
  const idleIn = async (path: string): Promise<readonly string[]> => {
    const { declarations = [] } = codebase.outline(path) ?? {}
    const handedOn = declarations.filter(each => each.decorators.some(isRegistering))
    if (handedOn.length === 0) return []
    const { routes, routers, commands } = codebase.depth(path)
    const names = new Set(routers.map(each => each.name))
    const onRouter = handedOn.filter(
      each => hangsFrom(each, names) && routes.some(one => one.handler === each.name),
    )
    served ??= onRouter.length > 0 ? servedBy(codebase) : undefined
    const known = onRouter.length > 0 ? await served! : new Set()
    // A router that somebody takes in a way that nobody can follow may be mounted.
    const unserved = onRouter.filter(
      each => !known.has(`${path}#${each.name}`) && !isTaken(rootsOf(each), path),
    )
    const untaken = handedOn.filter(each => {
      const own = commands.find(one => one.handler === each.name && one.carriers?.length)
      return own && hangsFrom(each, toolsOf(own)) && !isTaken(own.carriers!, path)
    })
    const qualified = qualifiedNames({ declarations })
    return [...unserved, ...untaken].map(each => `${path}#${qualified[declarations.indexOf(each)]}`)
  }
  return async paths => {
    const found = new Set<string>()
    for (const path of paths.filter(each => each.endsWith('.py') && !isTestFile(each)))
      for (const each of await idleIn(path)) found.add(each)
    return found
  }
}

const rootsOf = ({ decorators }: Declaration) =>
  decorators.filter(isRegistering).map(each => each.split('.')[0]!)

/** Everything that is done with the function by who decorates it is done by one of these. */
const hangsFrom = (each: Declaration, names: ReadonlySet<string>) =>
  rootsOf(each).every(root => names.has(root))

const toolsOf = ({ carriers = [] }: Command) =>
  new Set(['click', 'typer', 'rich_click', ...carriers])

const servedBy = async (codebase: Codebase) =>
  new Set((await registeredRoutes(codebase)).map(({ file, handler }) => `${file}#${handler}`))

const loading = /\bimport_module\(|\b__import__\(|\bpkgutil\b|\bentry_points\(|\bload_entry_point\b/

/** Whether anybody takes what carries a command or routes: in its own file, or in one that imports that. */
function takenBy(codebase: Codebase): (carriers: readonly string[], path: string) => boolean {
  const textOf = (path: string) => Buffer.from(codebase.bytes(path) ?? []).toString('utf8')
  let seen: ReturnType<typeof lookAround> | undefined
  return (carriers, path) => {
    seen ??= lookAround(codebase, textOf)
    const { scripts, isLoading, importersOf } = seen
    return (
      isLoading ||
      carriers.every(name =>
        [path, ...importersOf(path)].some(
          each =>
            scripts.some(one => one.name === name && each.endsWith(one.ending)) ||
            takes(each, name, codebase, textOf(each)),
        ),
      )
    )
  }
}

function lookAround(codebase: Codebase, textOf: (path: string) => string) {
  const code = codebase.files.filter(each => each.endsWith('.py') && !isTestFile(each))
  const { importsOf } = readImports(codebase)
  const importers = Map.groupBy(
    code.flatMap(by => importsOf(by).map(path => ({ by, path }))),
    each => each.path,
  )
  return {
    scripts: consoleScripts(codebase),
    isLoading: code.some(each => loading.test(textOf(each))),
    importersOf: (path: string) => (importers.get(path) ?? []).map(each => each.by),
  }
}

/** Under the name, under one that the file has for it, or as a member of what it imports. */
function takes(path: string, name: string, codebase: Codebase, text: string): boolean {
  const brought = (codebase.outline(path)?.imports ?? []).filter(each => each.name === name)
  // A package passes it on to whoever imports that.
  if (brought.length > 0 && path.endsWith('__init__.py')) return true
  const aliases = brought.filter(each => each.alias !== '').map(each => each.alias)
  const isUsed = (word: string) => usageOf(word).test(withoutMentions(text, word))
  return [name, ...aliases].some(isUsed) || new RegExp(String.raw`\w\.${name}\b`).test(text)
}
