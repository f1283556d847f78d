// What the configuration lets runs and days use, and how the project is told. Past a cap only a person goes, by `fixpoint override`.

import { type Diagnostic, DiagnosticError, error } from '../../base/diagnostic.ts'
import { parseDuration } from '../../base/duration.ts'
import { readConfig } from '../../config/read.ts'
import type { ConfigFile } from '../../contract/config.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Budget, State } from '../../kernel/model.ts'
import type { World } from '../world.ts'

export interface Budgets {
  readonly run: Budget
  readonly day: Budget
}

export async function readBudgets(root: string): Promise<Budgets> {
  const { file, problems: ofConfig, placeOf } = await readConfig(root)
  const problems: Diagnostic[] = [...ofConfig]
  const budgetOf = (scope: keyof NonNullable<ConfigFile['budgets']>): Budget => {
    const time = file.budgets?.[scope]?.time
    if (time === undefined) return {}
    const timeMs = parseDuration(String(time))
    if (timeMs) return { timeMs }
    problems.push(
      error('budgets/time', `"${time}" is not a time to work in`, {
        at: placeOf(`budgets.${scope}.time`),
        fix: 'for example 4h',
      }),
    )
    return {}
  }
  const budgets = { run: budgetOf('run'), day: budgetOf('day') }
  if (problems.length > 0) throw new DiagnosticError(problems)
  return budgets
}

/** A cap that was raised today stands for the day: what the configuration says comes back with the next one. */
export async function limitDay({ ledger }: Engine, day: Budget, world: World): Promise<void> {
  const { budget } = ledger.state
  if (budget.timeMs === day.timeMs || isRaised(ledger.state, day, ledger.now())) return
  const reason = 'budgets of the configuration'
  const sent = await ledger.send({ type: 'configure', by: world.user, reason, budget: day })
  if (sent.kind === 'refused') throw new DiagnosticError(sent.problems)
}

function isRaised({ budget, day: today }: State, { timeMs }: Budget, now: string): boolean {
  if (timeMs === undefined || budget.timeMs === undefined) return false
  const isToday = today.date === now.slice(0, 10)
  return isToday && budget.timeMs > timeMs && today.usage.timeMs >= timeMs
}
