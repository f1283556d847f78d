// Whether an import that leads to no file of the repository leads to a package: something that others wrote and an installer brings.
// Where a folder or a file of the repository is called like it, a setting that nobody here reads may lead there.

import { isBuiltin } from 'node:module'
import type { Resolution } from '../../../code/resolve.ts'

const called = new WeakMap<Resolution, ReadonlySet<string>>()

export function isPackage(from: string, module: string, resolution: Resolution): boolean {
  if (/^[./#~$]|^@\//.test(module) || module === '') return false
  if (from.endsWith('.go')) return isOutside(module, resolution)
  const isScript = !/\.pyi?$/.test(from)
  if (isScript && isBuiltin(module)) return true
  const names = called.get(resolution) ?? namesIn(resolution)
  called.set(resolution, names)
  const parts = isScript ? module.split('/') : module.split('.')
  return !names.has(parts[0]!) && !(parts[0]!.startsWith('@') && names.has(parts[1] ?? ''))
}

/** Go says by its path which module a package belongs to. */
const isOutside = (module: string, { go: { modules } }: Resolution) =>
  modules.length > 0 &&
  modules.every(({ path }) => module !== path && !module.startsWith(`${path}/`))

/** Every folder and file by its name without an ending. */
function namesIn({ files }: Resolution): ReadonlySet<string> {
  const names = new Set<string>()
  for (const path of files)
    if (!/(^|\/)(node_modules|site-packages)\//.test(path))
      for (const each of path.split('/')) names.add(each.replace(/(?<=.)\..*$/, ''))
  return names
}
