// What other files bring in by a name, and whether that may be what one file offers under it. Who calls a function of another file that
// has the same name says nothing of this one.

import type { Codebase } from '../../../code/codebase.ts'
import { resolveImport } from '../../../code/resolve.ts'
import type { OneOf } from '../../../code/routes/makers.ts'
import { isTestFile } from '../../../code/test-files.ts'
import type { Mention } from '../../../evidence/facts.ts'
import { mayCall } from '../../../evidence/families.ts'
import { readImports } from '../imports.ts'
import { type Meaning, meaningsOf } from '../use/meanings.ts'
import { findUsed } from './used-imports.ts'

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
  readonly isUsed: () => boolean
}

/** Of files that are no tests. */
export function findBrought(codebase: Codebase) {
  const { resolution, importsOf } = readImports(codebase)
  const meanings = meaningsOf(codebase, resolution)
  const isUsed = findUsed(codebase)
  let takers: Map<string, string[]> | undefined
  const broughtBeside = (file: string): readonly Brought[] =>
    codebase.files
      .filter(from => from !== file && !isTestFile(from))
      .flatMap(from => {
        const { imports = [], exports = [] } = codebase.outline(from) ?? {}
        return [
          ...imports.map(({ module, name, alias }) => ({
            ...{ from, module, name },
            means: () => meanings.of(from, { name: alias === '' ? name : alias }),
            isUsed: () => isUsed(from, { name, alias }),
          })),
          ...exports
            .filter(each => each.module !== '')
            .map(({ module, local, name }) => ({
              ...{ from, module, name: name === '*' ? name : local },
              means: () => [meanings.exported(from, module, local)],
              isUsed: () => true,
            })),
        ]
      })
  const isOf = (file: string, { from, means, isUsed: isUsedThere }: Brought) =>
    isSpoken(from, file) &&
    means().some(each => each.files === undefined || each.files.includes(file)) &&
    isUsedThere()
  const takes = (from: string, file: string) =>
    codebase
      .outline(from)!
      .imports.some(
        each => resolveImport(from, each, resolution).includes(file) && isUsed(from, each),
      )
  return {
    isTaken: (file: string) => {
      takers ??= takersOf(codebase.files, importsOf)
      return takers.get(file)?.some(from => takes(from, file)) === true
    },
    isImported: (file: string, name: string) =>
      broughtBeside(file).some(
        each =>
          (each.name === name && isOf(file, each)) ||
          (each.name === '*' && each.module.includes(stemOf(file)) && each.isUsed()),
      ),
    isImportedByName: (file: string, name: string) =>
      broughtBeside(file).some(each => each.name === name && isOf(file, each)),
  }
}

/** By each file those that are no tests and import it. */
function takersOf(files: readonly string[], importsOf: (path: string) => readonly string[]) {
  const takers = new Map<string, string[]>()
  for (const from of files.filter(path => !isTestFile(path)))
    for (const file of importsOf(from)) {
      const known = takers.get(file)
      if (known) known.push(from)
      else takers.set(file, [from])
    }
  return takers
}

const stemOf = (file: string) =>
  file
    .replace(/(\/index)?\.\w+$/, '')
    .split('/')
    .at(-1)!
