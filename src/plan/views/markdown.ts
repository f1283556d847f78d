// The plan as a comment on a pull request.

import type { Status } from '../../contract/level.ts'
import { actionSummary, isAttested } from '../counts.ts'
import type { Plan, Verdict } from '../plan.ts'

export const markdownHeading = '## Fixpoint plan'

const cells: Readonly<Record<Status, readonly [status: string, action: string]>> = {
  implemented: ['✅ implemented', '-'],
  partial: ['⚠️ partial', '`~` complete'],
  broken: ['🔴 broken', '`~` fix'],
  missing: ['❌ missing', '`+` implement'],
  deprecated: ['⚪ deprecated', '-'],
}

export function planMarkdown(plan: Plan): string {
  const extra = plan.actions.filter(each => each.action === 'delete')
  return [
    markdownHeading,
    '',
    '| Resource | Status | Action |',
    '| --- | --- | --- |',
    ...plan.verdicts.map(row),
    ...extra.map(({ address }) => `| \`${address}\` | 🗑️ extra | \`-\` remove |`),
    '',
    `**Convergence: ${plan.convergence.toFixed(1)}%**`,
    '',
    `> ${actionSummary(plan.actions)}`,
  ].join('\n')
}

function row(verdict: Verdict): string {
  const { address, status } = verdict
  const [name, usual] = cells[status]
  const action = verdict.isOutdated && usual === '-' ? '`~` verify again' : usual
  const shown = isAttested(verdict) ? `${name} (attested)` : name
  return `| \`${address}\` | ${shown} | ${action} |`
}
