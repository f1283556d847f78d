// Runs one check once and says what it found. Expected trouble is in the result; nothing is cached and nobody is asked.

import { join } from 'node:path'
import { type ContainedCommand, type ContainedResult, runContained } from '../base/containment.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { outputText } from '../base/kept-output.ts'
import type { CheckResult } from '../contract/check-result.ts'
import type { CheckOrder } from '../contract/order.ts'
import type { Report } from '../reports/read.ts'
import { namingOwnProgram } from './program/unstarted.ts'
import { fingerprint, readFreshReport } from './report.ts'
import { failingLines, judgeCheck } from './verdict.ts'

export interface RunOptions extends Pick<ContainedCommand, 'signal' | 'onOutput' | 'launcher'> {
  /** What the result speaks for. */
  readonly key: string
  /** All that the command sees. */
  readonly environment: Readonly<Record<string, string>>
  readonly now: () => string
}

/** `root` is the absolute folder of the tree to check. */
export async function runCheck(
  recipe: CheckOrder,
  root: string,
  { key, environment, now, ...options }: RunOptions,
): Promise<CheckResult> {
  const startedAt = now()
  const before = recipe.report ? fingerprint(join(root, recipe.report.path)) : ''
  const { command, timeoutMs } = recipe
  const ran = await runContained({ command, cwd: root, environment, timeoutMs, ...options })
  const hasReport = recipe.report && ran.ending.kind === 'exit'
  const report = hasReport ? readFreshReport(recipe.report, root, before) : undefined
  return { name: recipe.name, ...resultOf(ran, report, recipe, root), key, startedAt }
}

function resultOf(
  { ending, durationMs, output: kept }: ContainedResult,
  report: Report | undefined,
  { command }: CheckOrder,
  root: string,
) {
  const { outcome, problem } = judgeCheck(ending, report)
  const output = outputText(kept)
  const failures = outcome === 'passed' ? [] : failingLines(report?.tests ?? [], output)
  return {
    outcome,
    exitCode: ending.kind === 'exit' ? ending.exitCode : null,
    failures: [...failures],
    ...(report?.tests && { tests: [...report.tests] }),
    ...(report?.coverage && { coverage: [...report.coverage] }),
    ...(problem && { problem: shortProblem(namingOwnProgram(problem, command, root)) }),
    durationMs,
    output,
  }
}

function shortProblem({ code, message, at, fix }: Diagnostic): NonNullable<CheckResult['problem']> {
  const place = at ? `${at.file}${at.line === undefined ? '' : `:${at.line}`}: ` : ''
  return { code, message: `${place}${message}`, ...(fix !== undefined && { fix }) }
}
