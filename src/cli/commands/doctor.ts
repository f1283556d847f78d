// `fixpoint doctor`: whether everything that Fixpoint stands on is there, each with the way to mend it. Changes nothing.

import { exitCode } from '../../contract/exit-codes.ts'
import { command, type View } from '../command.ts'
import type { Finding } from '../doctor/finding.ts'
import { cacheFinding, gitFinding, nodeFinding, repositoryFindings } from '../doctor/machine.ts'
import { projectFindings } from '../doctor/project.ts'
import type { Paint, Tone } from '../paint.ts'
import { findRoot } from '../project-place.ts'

export const doctor = command<undefined, readonly Finding[]>({
  name: 'doctor',
  summary: 'check the machine and the project, and say how to mend them',
  usage: '',
  positionals: { min: 0, max: 0 },
  details: ['Exits 1 when anything fails; warnings do not count.'],
  examples: ['fixpoint doctor', 'fixpoint doctor --json'],
  read: () => undefined,
  async run(_, world) {
    const root = findRoot(world.cwd)
    return [
      nodeFinding(process.versions.node),
      gitFinding(root),
      ...(await repositoryFindings(root, world)),
      await cacheFinding(world),
      ...(await projectFindings(root, world)),
    ]
  },
  view: (findings, _, paint) => showFindings(findings, paint),
})

function showFindings(findings: readonly Finding[], paint: Paint): View {
  const width = Math.max(...findings.map(({ name }) => name.length))
  const isFailing = findings.some(({ verdict }) => verdict === 'fail')
  return {
    text: findings.flatMap(each => lines(each, width, paint)).join('\n'),
    json: { ok: !isFailing, findings },
    exitCode: isFailing ? exitCode.failed : exitCode.ok,
  }
}

const tones: Readonly<Record<Finding['verdict'], Tone>> = {
  ok: 'good',
  warn: 'change',
  fail: 'bad',
}

function lines({ name, verdict, message, fix }: Finding, width: number, paint: Paint): string[] {
  const mark = paint(tones[verdict], verdict.padEnd(4))
  const first = `${mark}  ${name.padEnd(width)}  ${message}`
  return fix === undefined ? [first] : [first, `${' '.repeat(width + 8)}→ ${fix}`]
}
