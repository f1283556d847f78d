// CPython's own parser is the judge: over its standard library the scanner must see exactly what `ast` sees.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agreement, report, total } from '../../../../test/oracles/agreement.ts'
import { oracle, python, standardLibrary } from '../../../../test/oracles/python.ts'
import { isToDoNothing } from '../../bodies/hooks.ts'
import { saysIntended, saysUnfinished } from '../../bodies/wording.ts'
import type { Declaration, Outline } from '../../model.ts'
import { qualifiedNames } from '../../names.ts'
import { scanPython } from './scanner.ts'

interface Judgement {
  readonly path: string
  readonly invalid?: string
  readonly declarations?: readonly (readonly unknown[])[]
  readonly imports?: readonly (readonly unknown[])[]
}

const script = oracle('python_declarations.py')

describe('the standard library, by the scanner and by CPython', () => {
  const judgements = judge(standardLibrary())
  const valid = judgements.filter(each => each.invalid === undefined)

  it('has the same declarations and imports, to the line', () => {
    const judged = total(
      valid.map(({ path, declarations = [], imports = [] }) => ({
        path,
        of: agreement(
          [...declarations.map(withoutStub), ...imports].map(each => JSON.stringify(each)),
          rowsOf(scan(path)),
        ),
      })),
    )
    report(`Python standard library, ${valid.length} files`, judged)
    expect(judged.differences).toEqual([])
    expect(judged.same).toBeGreaterThan(10_000)
  })

  /** CPython knows no comments and no notes; where the two differ, the text has to say why. */
  it('has the same stubs, apart from those that words decide', () => {
    const unexplained = valid.flatMap(({ path, declarations = [] }) => {
      const outline = scan(path)
      const names = qualifiedNames(outline)
      const lines = readFileSync(path).toString('latin1').split('\n')
      const stubs = new Set(
        declarations.filter(each => each[5]).map(each => `${each[1]}:${each[2]}`),
      )
      return outline.declarations
        .map((each, index) => ({ ...each, place: `${names[index]}:${each.line}` }))
        .filter(each => each.isStub !== stubs.has(each.place))
        .filter(each => !isExplained(each, lines) && !isWrittenElse(each, outline))
        .map(each => `${path} ${each.place}`)
    })
    expect(unexplained.filter(each => !/\/tests?\//.test(each))).toEqual([])
  })

  it('has no syntax problem where CPython sees none', () => {
    const suspected = valid.filter(({ path }) => {
      const outline = scan(path)
      return outline.isSuspect || outline.problems.length > 0
    })
    expect(suspected.map(each => each.path)).toEqual([])
  })
})

function judge(paths: readonly string[]): Judgement[] {
  return python([script], paths.join('\n'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

function scan(path: string): Outline {
  return scanPython(path, readFileSync(path).toString('latin1'))
}

const withoutStub = (declaration: readonly unknown[]) => declaration.slice(0, 5)

function isExplained(
  { name, isStub, line, endLine }: Declaration,
  lines: readonly string[],
): boolean {
  const text = lines.slice(Math.max(0, line - 40), endLine).join('\n')
  return isStub
    ? saysUnfinished(text) || /NotImplementedError/.test(text)
    : isToDoNothing(name) || saysIntended(text)
}

/** Another class of the file fills it in, or another branch of a choice has it. */
function isWrittenElse(one: Declaration, { declarations }: Outline): boolean {
  const others = declarations.filter(each => each.name === one.name)
  const isOther = ({ parent, line }: Declaration) =>
    parent > one.parent || (parent === one.parent && line < one.line)
  return !one.isStub && others.some(isOther)
}

function rowsOf(outline: Outline): string[] {
  const names = qualifiedNames(outline)
  const declarations = outline.declarations.map((each, index) => [
    each.kind,
    names[index],
    each.line,
    each.endLine,
    each.decorators,
  ])
  const imports = outline.imports.map(each => [each.module, each.name, each.alias, each.line])
  return [...declarations, ...imports].map(each => JSON.stringify(each))
}
