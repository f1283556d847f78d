// Whether a script does anything with what it brings in: `import { lost } from './lost'` alone mounts nothing. What is brought in for its
// own sake, or in place, is used; of other languages nobody asks.

import type { Codebase } from '../../../code/codebase.ts'
import type { Import } from '../../../code/model.ts'

const script = /\.[cm]?[jt]sx?$/

export const findUsed =
  (codebase: Codebase) =>
  (from: string, { name, alias }: Pick<Import, 'name' | 'alias'>): boolean => {
    const word = alias !== '' ? alias : name
    if (/^\*?$/.test(word) || !script.test(from)) return true
    const { exports = [] } = codebase.outline(from) ?? {}
    const { references } = codebase.depth(from)
    return (
      references.some(each => each.name === word || each.on === word) ||
      exports.some(each => each.local === word && each.module === '')
    )
  }
