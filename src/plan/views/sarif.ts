// The plan as SARIF 2.1.0: one result for each pending action, at the line of the spec that asks for it.

import type { Action, Plan } from '../plan.ts'

const rules = [
  {
    id: 'fixpoint/create',
    name: 'Missing',
    shortDescription: { text: 'Declared and not implemented' },
  },
  {
    id: 'fixpoint/update',
    name: 'Incomplete',
    shortDescription: { text: 'Declared and not implemented as declared' },
  },
  {
    id: 'fixpoint/delete',
    name: 'Undeclared',
    shortDescription: { text: 'Recorded and no longer declared' },
  },
]

export function planSarif(plan: Plan, programVersion: string): string {
  const places = new Map(plan.verdicts.map(each => [each.address, each.resource.at]))
  const result = (action: Action) => {
    const at = places.get(action.address) ?? { file: plan.specFile, line: 1, column: 1 }
    const region = { startLine: at.line ?? 1, startColumn: at.column ?? 1 }
    return {
      ruleId: `fixpoint/${action.action}`,
      ruleIndex: rules.findIndex(each => each.id === `fixpoint/${action.action}`),
      level: action.action === 'delete' ? 'note' : 'warning',
      message: { text: `${action.address}: ${action.reason}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(at.file) }, region } }],
      partialFingerprints: { 'fixpointAction/v1': `${action.action}:${action.address}` },
    }
  }
  const driver = { name: 'fixpoint', semanticVersion: programVersion, rules }
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: plan.actions.map(result) }],
  }
  return JSON.stringify(log, null, 2)
}
