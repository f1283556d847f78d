// Classes that are called like what makes a router of a framework, and make none: `class Router { get(path, run) {} }`. One that has another
// class above it may be a router by that.

import { isAlone } from '../../routes/own-class.ts'
import type { FileFacts } from './routers.ts'

const nameOf = (maker: string) => /^(?:new )?(\w+)/.exec(maker)?.[1] ?? ''

export function isOwnClass(maker: string, { classes }: FileFacts): boolean {
  const name = nameOf(maker)
  return classes.some(each => each.name === name && isAlone(each.header))
}

/** By a module that may be one of the repository. */
export function foreignMaker(maker: string, { imported }: FileFacts): string | undefined {
  const name = nameOf(maker)
  const module = imported.get(name)
  return module !== undefined && isOwnModule(module) ? name : undefined
}

export const isOwnModule = (module: string) => /^(\.|[~#]|@\/)/.test(module)
