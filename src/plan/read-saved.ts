// Reads a saved plan back. Apart from saving, so that a plain plan does not make the schema.

import { DiagnosticError, error } from '../base/diagnostic.ts'
import { parseWith } from '../contract/parse.ts'
import { PLAN_FORMAT, type PlanFile, planFileSchema } from '../contract/plan-file.ts'

/** A saved plan from its text; anything else is refused by name. */
export function readPlanFile(text: string, file: string): PlanFile {
  const data = jsonIn(text)
  if ((data as { format?: unknown } | undefined)?.format !== PLAN_FORMAT)
    throw new DiagnosticError([
      error('plan/foreign', 'this is not a saved plan', {
        at: { file },
        fix: 'make one with fixpoint plan -out FILE',
      }),
    ])
  const { value, problems } = parseWith(planFileSchema, data, {
    area: 'plan',
    locate: () => ({ file }),
  })
  if (!value) throw new DiagnosticError(problems)
  return value
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not JSON, so not a saved plan: the caller says so
  }
}
