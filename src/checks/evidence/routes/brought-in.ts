// What other files bring in by a name, and whether that may be what one file offers under it. Who calls a function of another file that
// has the same name says nothing of this one.

import type { Codebase } from '../../../code/codebase.ts'
import type { OneOf } from '../../../code/routes/makers.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { Mention } from '../../../evidence/facts.ts'
import { mayCall } from '../../../evidence/families.ts'
import { readImports } from '../imports.ts'
import { type Meaning, meaningsOf } from '../use/meanings.ts'

/** Where nobody can tell whom the mention means, any of its language is meant. */
export const mayMean = ({ isTest, means, at }: Mention, { file, isMember }: OneOf): boolean =>
  !isTest &&
  isSpoken(at.file, file) &&
  (!means || means.files.includes(file) || (!means.isImported && isMember))

/** Rust links to anything, but no other language has it register routes, nor does it have others do so. */
const isSpoken = (user: string, file: string) =>
  mayCall(user, file) && user.endsWith('.rs') === file.endsWith('.rs')

interface Brought {
  readonly from: string
  readonly module: string
  readonly name: string
  readonly means: () => readonly Meaning[]
}

/** Of files that are no tests. */
export function findBrought(codebase: Codebase) {
  const meanings = meaningsOf(codebase, readImports(codebase).resolution)
  const broughtBeside = (file: string): readonly Brought[] =>
    codebase.files
      .filter(from => from !== file && !isTestFile(from))
      .flatMap(from => {
        const { imports = [], exports = [] } = codebase.outline(from) ?? {}
        return [
          ...imports.map(({ module, name, alias }) => ({
            ...{ from, module, name },
            means: () => meanings.of(from, { name: alias === '' ? name : alias }),
          })),
          ...exports
            .filter(each => each.module !== '')
            .map(({ module, local, name }) => ({
              ...{ from, module, name: name === '*' ? name : local },
              means: () => [meanings.exported(from, module, local)],
            })),
        ]
      })
  const isOf = (file: string, { from, means }: Brought) =>
    isSpoken(from, file) &&
    means().some(each => each.files === undefined || each.files.includes(file))
  return {
    isImported: (file: string, name: string) =>
      broughtBeside(file).some(
        each =>
          (each.name === name && isOf(file, each)) ||
          (each.name === '*' && each.module.includes(stemOf(file))),
      ),
    isImportedByName: (file: string, name: string) =>
      broughtBeside(file).some(each => each.name === name && isOf(file, each)),
  }
}

const stemOf = (file: string) =>
  file
    .replace(/(\/index)?\.\w+$/, '')
    .split('/')
    .at(-1)!
