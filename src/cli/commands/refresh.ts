// `fixpoint refresh`: what the code really contains, read into the state.

import type { Plan } from '../../plan/plan.ts'
import { evidenceJson, evidenceReport, reportConvergence } from '../../plan/views/report.ts'
import { planText } from '../../plan/views/text.ts'
import { type CheckOptions, checkOptions, readCheckOptions } from '../check-options.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { planOf } from '../planning.ts'
import { lockOptions, type ProjectFlags, projectFlags, projectOptions } from '../project.ts'
import {
  type Refreshed,
  type RefreshOptions,
  refreshAndSave,
  refreshProject,
  type SavedRefresh,
} from '../refreshing.ts'

interface Options extends RefreshOptions {
  readonly flags: ProjectFlags
  readonly checks: CheckOptions
  readonly isDry: boolean
  readonly showsPlan: boolean
}

interface Result {
  readonly refreshed: Refreshed
  readonly isWritten: boolean
  readonly plan: Plan | undefined
}

export const refresh = command<Options, Result>({
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
  },
  examples: [
    'fixpoint refresh',
    'fixpoint refresh --dry-run --json',
    'fixpoint refresh --force --show-plan',
    'fixpoint refresh --run-checks',
  ],
  read: args => ({
    flags: projectFlags(args),
    checks: readCheckOptions(args),
    isDry: args.flag('dry-run'),
    isForced: args.flag('force'),
    showsPlan: args.flag('show-plan'),
    root: args.text('root'),
    sourceFolders: args.list('source-dirs'),
  }),
  async run(options, world) {
    const { refreshed, state, isWritten } = options.isDry
      ? dry(await refreshProject(options.flags, options, options.checks, world))
      : await refreshAndSave(options.flags, options, options.checks, world)
    const plan = options.showsPlan ? planOf({ ...refreshed.desk, state }, []) : undefined
    return { refreshed, isWritten, plan }
  },
  view: showRefresh,
})

const dry = (refreshed: Refreshed): SavedRefresh => ({
  refreshed,
  state: refreshed.recorded.state,
  isWritten: false,
})

function showRefresh(
  { refreshed, isWritten, plan }: Result,
  { isDry }: Options,
  paint: Paint,
): View {
  const { rows, recorded, desk, codebase } = refreshed
  const changes = recorded.changes.map(each => `  ${each.address}: ${each.from} -> ${each.to}`)
  const parts = [
    evidenceReport(rows, paint),
    ...(changes.length > 0 ? ['', 'Changes', ...changes] : []),
    ...(plan ? ['', planText(plan, { isVerbose: false, showsBlocked: false }, paint)] : []),
  ]
  return {
    text: parts.join('\n'),
    json: {
      convergence: reportConvergence(rows),
      dry_run: isDry,
      state_written: isWritten,
      changes: recorded.changes,
      resources: rows.map(evidenceJson),
    },
    warnings: [...desk.warnings, ...codebase.diagnostics],
  }
}
