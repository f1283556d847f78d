// What the settings of a program of Python name by a text: `MIDDLEWARE = ["shop.middleware.Audit"]`, the task of a schedule of Celery.
// Such a text is a use of what an import of that path would bring.

import type { Tree } from '../../tree/grammar.ts'
import type { NamedUse } from './named-uses.ts'

export interface DottedUse extends Omit<NamedUse, 'isForeign'> {
  /** The module, in quotes: no word of the file is meant. */
  readonly on: string
}

const settings = /(^|\/)(\w*settings\w*|celery\w*|conf|config)(\/\w+)*\.py$/
const dotted = /^["']([A-Za-z_][\w.]*)\.([A-Za-z_]\w*)["']$/

export function readDottedPaths(
  root: Tree,
  { path, language }: { readonly path: string; readonly language: string },
): readonly DottedUse[] {
  if (language !== 'python' || !settings.test(path)) return []
  return root.findAll({ rule: { kind: 'string' } }).flatMap(node => {
    const [, module, name] = dotted.exec(node.text()) ?? []
    const { start } = node.range()
    return name === undefined
      ? []
      : [{ name, on: quoted(module!), start: start.index, line: start.line + 1 }]
  })
}

export const quoted = (module: string) => `"${module}"`

/** The module of a dotted path, or of what is required in place; undefined for what a member is of. */
export const quotedModule = (on: string): string | undefined =>
  on.startsWith('"') ? on.slice(1, -1) : undefined
