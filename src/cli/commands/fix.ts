// `fixpoint fix`: a run of one unit with no ceremony: a sentence, and where wanted the files that it may touch.

import { refuse } from '../../base/diagnostic.ts'
import type { NamedUnit } from '../../work/compile.ts'
import { command } from '../command.ts'
import { openProject } from '../project.ts'
import {
  performUnits,
  type Ran,
  type RunOptions,
  readRunOptions,
  runOptions,
  showRun,
} from '../runs/perform.ts'

interface Options {
  readonly unit: NamedUnit
  readonly run: RunOptions
}

export const fix = command<Options, Ran>({
  name: 'fix',
  summary: 'let an agent do one thing, and land it when it is proved',
  usage: '"PROMPT"',
  positionals: { min: 1, max: 1 },
  options: {
    ...runOptions,
    files: {
      type: 'string',
      multiple: true,
      value: 'PATH',
      help: 'the files, folders or globs that it may touch; all when absent',
    },
    check: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'a check that it must pass; repeatable',
    },
    agent: {
      type: 'string',
      value: 'NAME',
      help: 'who does it, where more than one agent is configured',
    },
  },
  examples: [
    'fixpoint fix "Make the tests of the parser pass"',
    'fixpoint fix "Rename Foo to Bar" --files src --check unit --deliver ff',
  ],
  read: args => ({
    unit: unitOf(args.positionals[0]!, args.list('files'), args.list('check'), args.text('agent')),
    run: readRunOptions(args),
  }),
  run: async ({ unit, run }, world) =>
    performUnits(await openProject({}, world), [unit], [], run, world),
  view: (ran, _, paint) => showRun(ran, paint),
})

function unitOf(
  prompt: string,
  files: readonly string[],
  checks: readonly string[],
  agent: string | undefined,
): NamedUnit {
  if (prompt.trim() === '') refuse('fix/prompt', 'the prompt is empty', { fix: 'say what to do' })
  const claimed = files.length > 0 ? [...files] : ['.']
  const front = {
    id: 'T01',
    title: prompt.trim().split('\n', 1)[0]!.slice(0, 72),
    claims: { create: claimed, edit: claimed, delete: claimed },
    checks: [...checks],
    ...(agent !== undefined && { agent }),
  }
  return { file: 'the prompt', unit: { front, brief: prompt.trim() } }
}
