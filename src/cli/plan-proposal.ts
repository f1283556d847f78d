// What `plan` shows where no spec is. Apart from the command, so that a plain plan does not load the reading of code.

import type { Diagnostic } from '../base/diagnostic.ts'
import { refuse } from '../base/diagnostic.ts'
import { editSpec } from '../spec/edit.ts'
import { nothingDeclared, PROPOSAL_HEAD, scanCode, scanEdits } from './scanning.ts'
import type { World } from './world.ts'

export interface PlanProposal {
  readonly proposal: string
  readonly resources: number
  readonly warnings: readonly Diagnostic[]
}

export async function proposeForPlan(root: string, world: World): Promise<PlanProposal> {
  const { proposals, codebase } = await scanCode(root, nothingDeclared, world)
  if (proposals.length === 0)
    refuse('spec/absent', 'there is no spec here, and no code that one could be proposed for', {
      fix: 'run fixpoint init, or name a spec with --spec',
    })
  const proposal = editSpec(PROPOSAL_HEAD, scanEdits(proposals)).trimEnd()
  return { proposal, resources: proposals.length, warnings: codebase.diagnostics }
}
