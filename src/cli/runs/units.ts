// The unit files that words on a command line name: files, and folders with everything in them that is a unit.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Diagnostic, DiagnosticError, error } from '../../base/diagnostic.ts'
import { compareText } from '../../base/order.ts'
import type { NamedUnit } from '../../work/compile.ts'
import { readUnitFile } from '../../work/readers/unit-file.ts'
import { fromRoot } from '../project.ts'

export function readUnits(
  words: readonly string[],
  cwd: string,
  root: string,
): readonly NamedUnit[] {
  const problems: Diagnostic[] = []
  const units: NamedUnit[] = []
  for (const path of words.flatMap(word => unitFiles(word, cwd, problems))) {
    const file = fromRoot(root, path)
    const read = readUnitFile(readFileSync(path, 'utf8'), file)
    problems.push(...read.problems)
    if (read.unit) units.push({ file, unit: read.unit })
  }
  if (problems.length > 0) throw new DiagnosticError(problems)
  return units
}

function unitFiles(word: string, cwd: string, problems: Diagnostic[]): readonly string[] {
  const path = resolve(cwd, word)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return [path]
  const inside = found?.isDirectory() ? filesIn(path) : []
  if (inside.length > 0) return inside
  const message = found ? `${word} holds no unit files` : `there is no unit file ${word}`
  const fix = 'a unit file is markdown that starts with --- and the fields of the unit'
  problems.push(error('unit/none', message, { fix }))
  return []
}

/** Only files that begin as a unit does: a README beside them is no unit. */
const filesIn = (folder: string) =>
  readdirSync(folder)
    .sort(compareText)
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))
    .filter(path => readFileSync(path, 'utf8').startsWith('---'))
