// `fixpoint runs`: every run of the project, newest first. Reads the journal and nothing else.

import { readState } from '../../engine/history.ts'
import { hasJournal, projectName } from '../../engine/journal-place.ts'
import { emptyState } from '../../kernel/policy.ts'
import { type Summary, summary } from '../../kernel/summary.ts'
import { command } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { headline } from '../runs/run-view.ts'
import { programName } from '../version.ts'

export const runs = command<object, Summary>({
  name: 'runs',
  summary: 'list the runs of this project',
  usage: '',
  positionals: { min: 0, max: 0 },
  examples: ['fixpoint runs', 'fixpoint runs --json'],
  read: () => ({}),
  async run(_, world) {
    const root = findRoot(world.cwd)
    const state = hasJournal(root)
      ? await readState(root, { program: programName })
      : emptyState(projectName(root))
    const found = summary(state, world.now())
    return { ...found, runs: found.runs.toReversed() }
  },
  view: ({ project, seq, driver, runs: found }, _, paint) => ({
    text:
      found.length === 0
        ? 'Nothing has run here yet.'
        : found.map(each => `${paint('strong', each.run)}  ${headline(each)}`).join('\n'),
    json: { project, seq, driver, runs: found },
    notes: found.length === 0 ? ['Next: fixpoint run UNIT.md'] : [],
  }),
})
