// The unit files that words on a command line name: files, and folders with everything in them that is a unit.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Diagnostic, error, warning } from '../../base/diagnostic.ts'
import { compareText } from '../../base/order.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { AbsentUnit, NamedUnit } from '../../work/compile.ts'
import { brokenUnit, isUnitText, readUnitFile } from '../../work/readers/unit-file.ts'
import { fromRoot } from '../project.ts'

export interface ReadUnits {
  readonly units: readonly NamedUnit[]
  /** Told together with what is found when the units are compiled. */
  readonly problems: readonly Diagnostic[]
  /** Told before anything else: what lies in the folders that were named and was meant to be a unit. */
  readonly warnings: readonly Diagnostic[]
  /** Units that lie beside those that were named, by their ids. */
  readonly elsewhere: ReadonlyMap<string, AbsentUnit>
}

export function readUnits(words: readonly string[], cwd: string, root: string): ReadUnits {
  const problems: Diagnostic[] = []
  const units: NamedUnit[] = []
  const paths = [...new Set(words.flatMap(word => unitFiles(word, cwd, problems)))]
  for (const path of paths) {
    const file = fromRoot(root, path)
    const read = readUnitFile(readFileSync(path, 'utf8'), file)
    problems.push(...read.problems)
    if (read.unit) units.push({ file, unit: read.unit })
  }
  const warnings = passedOver(words, cwd, root)
  return { units, problems, warnings, elsewhere: unitsBeside(paths, words, cwd, root) }
}

/** A unit that nobody misses until its run is over would be the worst to lose without a word. */
function passedOver(words: readonly string[], cwd: string, root: string): readonly Diagnostic[] {
  const folders = [...new Set(words.map(each => resolve(cwd, each)))].filter(isFolder)
  const broken = folders.flatMap(markdownIn).flatMap(path => {
    const why = brokenUnit(readFileSync(path, 'utf8'))
    return why === undefined ? [] : [`${fromRoot(root, path)} (${why})`]
  })
  if (broken.length === 0) return []
  const fix = 'start a unit file with ---'
  return [warning('unit/passed-over', `not a unit: ${broken.join(', ')}`, { fix })]
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

function unitsBeside(
  paths: readonly string[],
  words: readonly string[],
  cwd: string,
  root: string,
): ReadonlyMap<string, AbsentUnit> {
  const folders = [...new Set(paths.map(each => dirname(each)))]
  const beside = folders.flatMap(filesIn).filter(each => !paths.includes(each))
  return new Map(
    beside.flatMap(path => {
      const { unit } = readUnitFile(readFileSync(path, 'utf8'), path)
      const command = `fixpoint run ${[...words, fromRoot(cwd, path)].map(shellWord).join(' ')}`
      return unit?.front.id === undefined
        ? []
        : [[unit.front.id, { file: fromRoot(root, path), unit, command }] as const]
    }),
  )
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
  markdownIn(folder).filter(path => isUnitText(readFileSync(path, 'utf8')))

const markdownIn = (folder: string) =>
  readdirSync(folder)
    .sort(compareText)
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))
