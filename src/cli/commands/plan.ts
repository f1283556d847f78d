// `fixpoint plan`: what is missing between the spec and the state. Reads, and writes nothing but a plan file that was asked for.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Diagnostic, warning } from '../../base/diagnostic.ts'
import { sha256 } from '../../base/hash.ts'
import { exitCode } from '../../contract/exit-codes.ts'
import type { Drift } from '../../evidence/drift.ts'
import { savedPlan } from '../../plan/saved.ts'
import { driftText } from '../../plan/views/drift.ts'
import { planJson } from '../../plan/views/json.ts'
import { planMarkdown } from '../../plan/views/markdown.ts'
import { planText } from '../../plan/views/text.ts'
import { command, type View } from '../command.ts'
import { writeOutput } from '../output-file.ts'
import type { Paint } from '../paint.ts'
import { makeProjectPlan, type Planned, planOf } from '../planning.ts'
import { openProject } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import type { World } from '../world.ts'

interface Options {
  readonly refreshes: boolean
  readonly showsDrift: boolean
  readonly flags: ProjectFlags
  readonly targets: readonly string[]
  readonly format: 'text' | 'json' | 'markdown'
  readonly isVerbose: boolean
  readonly showsBlocked: boolean
  readonly tellsChanges: boolean
  readonly out: string | undefined
}

/** Without a spec: what `scan` would declare. */
interface Unplanned {
  readonly proposal: string
  readonly resources: number
  readonly warnings: readonly Diagnostic[]
}

type Result = (Planned & { readonly drift: Drift | undefined }) | Unplanned

export const plan = command<Options, Result>({
  name: 'plan',
  summary: 'show what is missing between spec and state',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    verbose: {
      type: 'boolean',
      short: 'v',
      help: 'also show symbols, files, dependencies and what is unchanged',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      help: 'text, json or markdown',
    },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'save the plan to FILE, to be shown or applied exactly',
    },
    'detailed-exitcode': { type: 'boolean', help: 'exit 2 when there are changes' },
    target: {
      type: 'string',
      multiple: true,
      value: 'ADDR',
      help: 'only this resource and what it depends on; repeatable',
    },
    'check-deps': { type: 'boolean', help: 'list what waits for a dependency' },
    refresh: {
      type: 'boolean',
      help: 'first read the code into the state, as fixpoint refresh does',
    },
    drift: {
      type: 'boolean',
      help: 'also list code that no resource declares, and resources declared otherwise since',
    },
    ci: { type: 'boolean', help: 'the same as --format json --no-color --detailed-exitcode' },
  },
  examples: [
    'fixpoint plan',
    'fixpoint plan --target feature.login -v',
    'fixpoint plan -out next.plan',
    'fixpoint plan --detailed-exitcode',
  ],
  read(args) {
    const isCi = args.flag('ci')
    const format = isCi || args.flag('json') ? 'json' : (args.text('format') ?? 'text')
    return {
      flags: projectFlags(args),
      targets: args.list('target'),
      format: format as Options['format'],
      refreshes: args.flag('refresh'),
      showsDrift: args.flag('drift'),
      isVerbose: args.flag('verbose'),
      showsBlocked: args.flag('check-deps'),
      tellsChanges: isCi || args.flag('detailed-exitcode'),
      out: args.text('out'),
    }
  },
  async run(options, world) {
    const result = await makeResult(options, world)
    if (options.out !== undefined && 'plan' in result)
      save(result, options.targets, options.out, world)
    return result
  },
  view: showPlan,
})

/** Reading code is loaded only when it is asked for: a plain plan starts in milliseconds. */
async function makeResult(
  { flags, targets, refreshes, showsDrift }: Options,
  world: World,
): Promise<Result> {
  const { root, specFile, settings } = await openProject(flags, world)
  const isNamed = flags.spec !== undefined || settings.spec !== undefined
  if (!isNamed && !existsSync(resolve(root, specFile))) {
    const { proposeForPlan } = await import('../plan-proposal.ts')
    return proposeForPlan(root, world)
  }
  if (!refreshes && !showsDrift)
    return { ...(await makeProjectPlan(flags, targets, world)), drift: undefined }
  const { readForPlan } = await import('../plan-reading.ts')
  const { desk, drift } = await readForPlan(flags, { refreshes, showsDrift }, world)
  return { desk, plan: planOf(desk, targets), drift }
}

function save(
  { desk, plan }: Pick<Planned, 'desk' | 'plan'>,
  targets: readonly string[],
  file: string,
  world: World,
): void {
  const digest = sha256(readFileSync(resolve(desk.project.root, desk.project.specFile)))
  const saved = savedPlan(plan, digest, targets.length > 0 ? targets : undefined)
  writeOutput(file, `${JSON.stringify(saved, null, 2)}\n`, desk.project, world)
}

function showPlan(result: Result, options: Options, paint: Paint): View {
  return 'plan' in result ? showDesk(result, options, paint) : showProposal(result)
}

function showProposal({ proposal, resources, warnings }: Unplanned): View {
  return {
    text: proposal,
    json: { spec: null, proposed_resources: resources, proposal },
    notes: [
      'There is no spec here. This is what fixpoint scan would declare of the code that is here.',
      'Accept it: fixpoint scan -o fixpoint.spec.yaml   Or begin with an example: fixpoint init',
    ],
    warnings,
  }
}

function showDesk(
  { desk, plan, drift }: Exclude<Result, Unplanned>,
  options: Options,
  paint: Paint,
): View {
  const json = { version: '1', command: 'plan', ...planJson(plan), ...(drift && { drift }) }
  const texts = {
    text: () =>
      [planText(plan, options, paint), ...(drift ? ['', driftText(drift, paint)] : [])].join('\n'),
    markdown: () => planMarkdown(plan),
    json: () => JSON.stringify(json, null, 2),
  }
  return {
    text: texts[options.format](),
    json,
    isDocument: true,
    ...(options.tellsChanges && {
      exitCode: plan.actions.length > 0 ? exitCode.changes : exitCode.ok,
    }),
    notes:
      options.out === undefined
        ? []
        : [`Saved: ${options.out}. Look at it with: fixpoint show ${options.out}`],
    warnings: [
      ...desk.warnings,
      ...(desk.spec.resources.length === 0 ? [nothingDeclared(desk.spec.file)] : []),
    ],
  }
}

const nothingDeclared = (file: string) =>
  warning('spec/no-resources', 'the spec declares no resources', {
    at: { file },
    fix: 'declare some, or run fixpoint init --force',
  })
