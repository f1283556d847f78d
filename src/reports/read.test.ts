// Reports that the user's own CI wrote are found by glob, read in a fixed order, and never taken for more than they are.

import { symlinkSync } from 'node:fs'
import { expect, it } from 'vitest'
import { project } from '../../test/e2e/project.ts'
import { renderDiagnostic } from '../base/diagnostic.ts'
import { readOwnReports, readReport } from './read.ts'

const junit =
  '<testsuite name="s"><testcase name="a" file="/ci/repo/packages/web/src/a.test.ts"/></testsuite>'
const lcov = 'SF:src/a.ts\nDA:1,1\nend_of_record\n'

it('reports are found below every package, and their paths are those of the repository', () => {
  const { root } = project({
    'packages/web/src/a.ts': '',
    'packages/web/src/a.test.ts': '',
    'packages/web/out/lcov.info': lcov,
    'out/b.xml': junit,
    'out/a.xml': '<testsuite><testcase></testsuite>',
    'node_modules/x/out/c.xml': junit,
  })
  const { reports, problems } = readOwnReports(root, {
    junit: ['**/out/*.xml', 'results/**'],
    lcov: ['packages/*/out/lcov.info'],
  })
  expect(reports.map(each => [each.format, each.file])).toEqual([
    ['junit', 'out/a.xml'],
    ['junit', 'out/b.xml'],
    ['lcov', 'packages/web/out/lcov.info'],
  ])
  expect(reports[1]?.tests).toMatchObject([{ name: 'a', file: 'packages/web/src/a.test.ts' }])
  expect(reports[2]?.coverage).toMatchObject([{ file: 'packages/web/src/a.ts' }])
  expect(problems.map(renderDiagnostic)).toEqual([
    'report/none no report matches results/** (check reports: in the config, or run what writes it)',
    'out/a.xml:1:33 report/xml not well-formed: unexpected close tag',
  ])
})

it('a project that names no reports has none', () => {
  expect(readOwnReports(project().root, undefined)).toEqual({ reports: [], problems: [] })
})

it('a report that names impossible files is read like any other', () => {
  const { root } = project({
    'lcov.info': `SF:src/${'x'.repeat(5_000)}.ts\nDA:1,1\nend_of_record\n`,
  })
  const { reports, problems } = readOwnReports(root, { lcov: ['lcov.info'] })
  expect(problems).toEqual([])
  expect(reports[0]?.coverage).toHaveLength(1)
})

it('a report that cannot be read is told by name', () => {
  const { root, path } = project({ 'real.xml': '' })
  symlinkSync('loop.xml', path('loop.xml'))
  expect(readReport(root, 'loop.xml', 'junit').problems).toMatchObject([{ code: 'report/absent' }])
  expect(readReport(root, 'none.xml', 'junit').problems).toMatchObject([{ code: 'report/absent' }])
})
