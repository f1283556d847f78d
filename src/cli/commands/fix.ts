// `fixpoint fix`: a run of one unit with no ceremony: a sentence, and where wanted the files that it may touch.

import { refuse } from '../../base/diagnostic.ts'
import { nameMark, plainName } from '../../work/plain-name.ts'
import { command } from '../command.ts'
import { refuseWithoutCheckout } from '../no-checkout.ts'
import { openProject } from '../project.ts'
import { chooseUnits } from '../runs/chosen.ts'
import { readOffer } from '../runs/offer.ts'
import {
  performUnits,
  type Ran,
  type RunOptions,
  readRunOptions,
  runOptions,
  showRun,
} from '../runs/perform.ts'
import type { ReadUnits } from '../runs/units.ts'
import { UsageError } from '../usage.ts'

interface Options {
  readonly prompt: string
  readonly files: readonly string[]
  /** Those that were named; all that are configured where none was. */
  readonly checks: readonly string[]
  readonly agent: string | undefined
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
      help: 'a check that it must pass; repeatable; all that are configured when absent',
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
    prompt: readPrompt(args.positionals[0]!),
    files: args.list('files'),
    checks: args.list('check'),
    agent: args.text('agent'),
    run: readRunOptions(args),
  }),
  async run(options, world) {
    await refuseWithoutCheckout(world.cwd, world)
    const project = await openProject({}, world)
    const { agents } = await readOffer(project)
    if (options.agent === undefined && agents.length > 1)
      throw whichAgent(agents.map(each => each.name))
    const read = asUnits(options)
    // Whoever types it again wants it done again.
    const wish = { only: [], again: true, workers: options.run.workers }
    const chosen = await chooseUnits(project, read, wish, world)
    return performUnits(project, chosen, options.run, world)
  },
  view: (ran, _, paint) => showRun(ran, paint),
})

const whichAgent = (names: readonly string[]) =>
  new UsageError(
    `no agent is named, and there are ${names.join(' and ')}`,
    `fixpoint fix "…" --agent ${names[0]}`,
  )

function readPrompt(text: string): string {
  const prompt = text.trim()
  return prompt || refuse('fix/prompt', 'the prompt is empty', { fix: 'say what to do' })
}

/** By its words, so that the units of many fixes are told apart. */
function nameOf(prompt: string): string {
  const words = prompt.split('\n', 1)[0]!.toLowerCase()
  return `fix-${plainName(words, /[^a-z0-9]+/g, 40) ?? nameMark(prompt)}`
}

function asUnits({ prompt, files, checks, agent }: Omit<Options, 'run'>): ReadUnits {
  const claimed = files.length > 0 ? [...files] : ['.']
  const front = {
    id: nameOf(prompt),
    title: prompt.split('\n', 1)[0]!.slice(0, 72),
    claims: { create: claimed, edit: claimed, delete: claimed },
    ...(checks.length > 0 && { checks: [...checks] }),
    ...(agent !== undefined && { agent }),
  }
  const unit = { front, brief: prompt, unread: [], needsAt: [] }
  return { units: [{ file: 'the prompt', unit }], problems: [], warnings: [], elsewhere: new Map() }
}
