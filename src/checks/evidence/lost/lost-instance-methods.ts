// Why the method of an instance that a route names is not there: `const users = new Users()`, `users.remove`, and the class has no
// `remove`. Where something stands above the class, or names are made while it runs, nobody can tell.

import type { Codebase } from '../../../code/codebase.ts'
import type { Import } from '../../../code/model.ts'
import { isWordIn } from '../../../code/routes/words.ts'
import { codeOf } from '../code-of.ts'
import { typeOfInstance } from '../meant/instances.ts'

export function lostInstanceMethod(
  file: string,
  [instance, name, ...more]: readonly string[],
  codebase: Codebase,
  resolve: (file: string, each: Import) => readonly string[],
): string | undefined {
  if (instance === undefined || name === undefined || more.length > 0) return undefined
  const code = codeOf(file, codebase)
  const [type, ...further] = typeOfInstance([instance], file, codebase) ?? []
  const outline = codebase.outline(file)
  if (type === undefined || further.length > 0 || !outline) return undefined
  if (new RegExp(String.raw`\b${instance}\.${name}\s*=[^=]`).test(code)) return undefined
  const bringing = outline.imports.find(each => (each.alias || each.name) === type)
  const isOwn = outline.declarations.some(each => each.name === type && each.kind === 'class')
  const places = isOwn ? [file] : bringing ? resolve(file, bringing) : []
  const wanted = isOwn || !bringing || /^(default|\*)$/.test(bringing.name) ? type : bringing.name
  const found = places.flatMap(path => classIn(path, wanted, path !== file, codebase))
  const [only] = found
  if (!only || found.length > 1 || isOpen.test(only.code)) return undefined
  const around = only.path === file ? only.code : codeOf(only.path, codebase)
  return isWordIn(name, around) ? undefined : `${name} is not in ${only.name}`
}

/** By its name; a file that another one takes as a whole may call its only class as it likes. */
function classIn(path: string, name: string, isWhole: boolean, codebase: Codebase) {
  const classes = (codebase.outline(path)?.declarations ?? []).filter(each => each.kind === 'class')
  const named = classes.filter(each => each.name === name)
  const meant = named.length > 0 || !isWhole || classes.length > 1 ? named : classes
  const lines = codeOf(path, codebase).split('\n')
  return meant.map(each => ({
    path,
    name: each.name,
    code: lines.slice(each.line - 1, each.endLine).join('\n'),
  }))
}

const isOpen =
  /^[^{]*\bextends\b|^class\s+\w+\s*\(\s*(?!object\s*\)|\))|^\s*@|\b(setattr|__getattr__|__getattribute__|Proxy|Object\.(assign|defineProperty))\b|\[\s*\w+\s*\]\s*=/
