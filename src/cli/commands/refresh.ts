// `fixpoint refresh`: what the code really contains, read into the state.

import { checkOptions, readCheckOptions } from '../check-options.ts'
import { codePlace } from '../code-place.ts'
import type { Args, Command } from '../command.ts'
import { type Paint, plain } from '../paint.ts'
import { parallelismOption, readParallelism } from '../parallelism.ts'
import { findRoot, lockOptions, projectFlags, projectOptions } from '../project-place.ts'
import type { LookBack } from '../recall/look-back.ts'
import { type Recall, recall } from '../recall/recall.ts'
import type { RefreshCommand } from '../refresh-report.ts'
import type { World } from '../world.ts'

/** Loads what reads code only where the answer is not known already. */
export const refresh: Command = {
  name: 'refresh',
  summary: 'read what the code really contains, and record it in the state',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    ...lockOptions,
    ...checkOptions,
    'dry-run': { type: 'boolean', help: 'report, and leave the state as it is' },
    force: { type: 'boolean', help: 'let evidence replace marks too; locks stay' },
    'show-plan': { type: 'boolean', help: 'show the plan afterwards' },
    root: { type: 'string', value: 'DIR', help: 'read the code in DIR' },
    'source-dirs': {
      type: 'string',
      multiple: true,
      value: 'DIRS',
      help: 'look for undeclared files only in these folders',
    },
    ...parallelismOption,
  },
  details: [],
  examples: [
    'fixpoint refresh',
    'fixpoint refresh --dry-run --json',
    'fixpoint refresh --force --show-plan',
    'fixpoint refresh --run-checks',
  ],
  async perform(args, world, paint) {
    const told = read(args)
    const parallelism = readParallelism(args)
    const root = findRoot(world.cwd)
    const { codeRoot, sourceFolders } = codePlace(root, told, world)
    const options = { ...told, sourceFolders }
    const request = {
      command: 'refresh',
      root,
      codeRoot,
      options,
      named: [options.flags.spec, options.flags.state],
      isJson: args.flag('json'),
      isColored: paint !== plain,
    }
    const recalled = options.checks.runs ? undefined : await recall(request, world)
    if (recalled?.view) return recalled.view
    const past = recalled?.known && (await lookBackAt(recalled, options, world))
    const view = past && (past.view ?? (await viewAnew(past, recalled, options, world, paint)))
    if (view) return view
    const { performRefresh } = await import('../refresh-report.ts')
    const before = past?.before
    return performRefresh({ ...options, parallelism, before }, recalled, world, paint)
  },
}

async function lookBackAt(recalled: Recall, { sourceFolders }: RefreshCommand, world: World) {
  const { lookBack } = await import('../recall/look-back.ts')
  const { codeRoot } = recalled.request
  return lookBack(recalled, { codeRoot, sourceFolders, isThorough: false }, world)
}

async function viewAnew(
  { open }: LookBack,
  recalled: Recall,
  options: RefreshCommand,
  world: World,
  paint: Paint,
) {
  // A plan is made of all that the state says.
  if (!open || options.showsPlan) return undefined
  const { refreshAnew } = await import('../refresh-anew.ts')
  return refreshAnew(options, open, recalled, world, paint)
}

const read = (args: Args): RefreshCommand => ({
  flags: projectFlags(args),
  checks: readCheckOptions(args),
  isDry: args.flag('dry-run'),
  isForced: args.flag('force'),
  showsPlan: args.flag('show-plan'),
  root: args.text('root'),
  sourceFolders: args.list('source-dirs'),
})
