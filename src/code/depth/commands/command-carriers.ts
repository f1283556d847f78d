// What has to be handed on for a command to be registered: the function that builds it, the variable, group or class that holds it.
// Names them only; whether anybody hands them on is told where the whole repository is seen.

import type { Declaration, Outline } from '../../model.ts'

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
export function ownerAt(line: number, place: Place): readonly string[] {
  const owner = topAt(line, place)
  const name = owner?.name.split('.').at(-1)
  return name === undefined || started.test(name) ? [] : [name]
}

/** A call that registers on something needs no variable for what it gives: `p = sub.add_parser('x')`. */
export const runnerAt = (line: number, place: Place): readonly string[] =>
  topAt(line, place)?.kind === 'constant' ? [] : ownerAt(line, place)

function topAt(line: number, { outline, owners }: Place): Declaration | undefined {
  let owner: Declaration | undefined
  for (let at = owners[line] ?? -1; at >= 0; at = outline.declarations[at]!.parent)
    owner = outline.declarations[at]
  return owner
}

/**
 * `@click.command()` hangs from nothing but its function, `@tools.command()` from what its file makes: `tools = click.Group()`. A
 * function that is a group may be started from anywhere and is believed.
 */
export function functionAt(line: number, { source }: Place, handler: string): readonly string[] {
  const lines = source.split('\n').slice(line - 1)
  const decorator = lines.find(each => /^\s*@\w+\.(command|group)\b/.test(each))
  if (/@(click|typer|rich_click)\.command\b/.test(decorator ?? '')) return [handler]
  const group = /@(\w+)\./.exec(decorator ?? '')?.[1]
  const isMade =
    group !== undefined &&
    new RegExp(String.raw`^${group}\s*=\s*((click|typer|rich_click)\.)?(Group|Typer)\(`, 'm').test(
      source,
    )
  return isMade ? [group] : []
}
