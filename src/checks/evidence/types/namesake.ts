// Whether a file that names a type means another one of that name: by the packages and namespaces of Java, Kotlin, PHP and C#. Where
// nobody can tell it does not.

import type { Codebase } from '../../../code/codebase.ts'
import { namespacesOf } from '../use/namespaces.ts'

/** `path` names `type`, and means one that is not declared in `file`. */
export type IsNamesake = (path: string, type: string, file: string) => boolean

export function findNamesakes(codebase: Codebase): IsNamesake {
  const { homesOf } = namespacesOf(codebase)
  return (path, type, file) => {
    if (path === file || path.endsWith('.rs')) return false
    const bound = codebase.outline(path)?.imports.find(each => (each.alias || each.name) === type)
    const homes = homesOf(path, type, bound) ?? []
    return homes.length > 0 && !homes.includes(file)
  }
}
