// What has to be handed on for a command to be registered: the function that builds it, the variable, group or class that holds it.
// Names them only; whether anybody hands them on is told where the whole repository is seen.

import type { Declaration, Outline } from '../model.ts'

export interface Place {
  readonly language: string
  readonly source: string
  readonly outline: Outline
  /** Index of the innermost declaration by line. */
  readonly owners: Int32Array
}

/** Started by the language or the program itself. */
const started = /^(main|init|Main|_+main_*)$/

/** The declaration at the top of the file around a line: a function that builds, a class, a variable that holds. */
export function ownerAt(line: number, { outline, owners }: Place): readonly string[] {
  let owner: Declaration | undefined
  for (let at = owners[line] ?? -1; at >= 0; at = outline.declarations[at]!.parent)
    owner = outline.declarations[at]
  const name = owner?.name.split('.').at(-1)
  return name === undefined || started.test(name) ? [] : [name]
}

/** `@tools.command()` hangs from `tools`, which may be a group of `main`; `@click.command()` from nothing but its function. */
export function groupAt(line: number, place: Place, handler: string): readonly string[] {
  const lines = place.source.split('\n')
  const decorator = lines.slice(line - 1).find(each => /^\s*@\w+\.(command|group)\b/.test(each))
  const root = /@(\w+)\./.exec(decorator ?? '')?.[1]
  if (root === undefined) return []
  return [isLibrary(root) ? handler : outermost(root, place.source)]
}

const isLibrary = (name: string) => /^(click|typer|rich_click|asyncclick)$/.test(name)

/** More groups below each other are a circle. */
const deepest = 8

function outermost(group: string, source: string): string {
  let found = group
  for (let count = 0; count < deepest; count++) {
    const head = new RegExp(
      String.raw`@(\w+)\.group\b[^\n]*\n(?:\s*@[^\n]*\n)*\s*(?:async\s+)?def\s+${found}\b`,
    )
    const above = head.exec(source)?.[1]
    if (above === undefined || isLibrary(above)) return found
    found = above
  }
  return found
}
