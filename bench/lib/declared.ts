// Repositories with a spec that their code fulfils, of a wanted size: what `refresh` is measured on.

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { outlineOf } from '../../src/code/outline.ts'

export const SPEC = 'fixpoint.spec.yaml'

/** Declares names of `count` of these files, spread over all of them; every tenth resource names no file and has to be found. */
export function specOver(root: string, files: readonly string[], count: number): string {
  const lines = ['version: "1"', 'resources:', '  module:']
  const step = Math.max(1, Math.floor(files.length / (count * 1.3)))
  let made = 0
  for (let index = 0; index < files.length && made < count; index += step) {
    const names = topNames(root, files[index]!)
    if (names.length === 0) continue
    lines.push(
      `    part_${made}:`,
      '      attributes:',
      `        functions: [${names.join(', ')}]`,
      ...(made % 10 === 9 ? [] : [`      files: [${files[index]}]`]),
    )
    made++
  }
  return `${lines.join('\n')}\n`
}

function topNames(root: string, file: string): string[] {
  const { declarations } = outlineOf(file, readFileSync(join(root, file)))
  const names = declarations
    .filter(each => each.parent === -1 && each.kind === 'function')
    .map(each => each.name)
  return [...new Set(names)].slice(0, 3)
}

/** `count` small Python files in folders of a hundred, committed together with a spec over them. */
export function smallFiles(root: string, count: number, resources: number): void {
  const files = Array.from(
    { length: count },
    (_, index) => `part${Math.floor(index / 100)}/module_${index}.py`,
  )
  for (const [index, file] of files.entries()) put(join(root, file), moduleText(index))
  put(join(root, SPEC), specOver(root, files, resources))
  commitAll(root)
}

const moduleText = (index: number) =>
  `import os\n\n\nclass Store${index}:\n    def read(self, name):\n        return os.path.join(str(${index}), name)\n\n\ndef open_${index}(name):\n    return Store${index}().read(name)\n\n\ndef close_${index}(store):\n    store.closed = True\n    return store\n`

/** As old as files are that nobody is working on: git and `refresh` look twice at younger ones. */
const LONG_AGO = 1_700_000_000

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  utimesSync(path, LONG_AGO, LONG_AGO)
}

export function commitAll(root: string): void {
  const git = (...words: string[]) => execFileSync('git', words, { cwd: root, stdio: 'pipe' })
  git('init', '-q')
  git('config', 'user.name', 'b')
  git('config', 'user.email', 'b@example.org')
  git('add', '-A')
  git('commit', '-qm', 'all')
}

/** The stored state ages too, so that nothing about the tree is young. */
export function age(root: string, file: string): void {
  utimesSync(join(root, file), LONG_AGO, LONG_AGO)
}
