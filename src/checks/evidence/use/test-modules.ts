// Files that only tests are built of, which their names do not tell: in Rust `#[cfg(test)] mod checks;` says so in the file above, a script
// that is called `spec` by what it holds.

import type { Codebase } from '../../../code/codebase.ts'
import { folderOf } from '../../../code/resolving/paths.ts'
import { testsItself } from '../../../code/signs/tests-itself.ts'
import { specification } from '../../../code/test-files.ts'

const deepest = 8

export function isTestModule(path: string, codebase: Codebase, depth = deepest): boolean {
  if (specification.test(path)) return codebase.sign(path, testsItself)
  if (!path.endsWith('.rs') || depth === 0) return false
  const ownFolder = folderOf(path)
  const isHead = /(^|\/)mod\.rs$/.test(path)
  const name = (isHead ? ownFolder : path.replace(/\.rs$/, '')).replace(/^.*\//, '')
  const folder = isHead ? folderOf(ownFolder) : ownFolder
  const below = folder === '' ? '' : `${folder}/`
  const above = [`${folder}.rs`, ...['mod.rs', 'lib.rs', 'main.rs'].map(each => below + each)]
  return above
    .filter(each => each !== path && codebase.has(each))
    .some(
      each =>
        isTestModule(each, codebase, depth - 1) ||
        codebase
          .outline(each)
          ?.declarations.some(
            one => one.kind === 'module' && one.name === name && !one.hasBody && one.isTest,
          ),
    )
}
