// `fixpoint runs`: every run of the project, newest first. Reads the journal and nothing else.

import { readState } from '../../engine/history.ts'
import { hasJournal, projectName } from '../../engine/journal-place.ts'
import { type Mirror, readMirror } from '../../engine/mirror.ts'
import { emptyState } from '../../kernel/policy.ts'
import { type Summary, summary } from '../../kernel/summary.ts'
import { command } from '../command.ts'
import { findRoot } from '../project-place.ts'
import { mirrorNotes, mirrorText } from '../runs/mirror-view.ts'
import { headline } from '../runs/run-view.ts'
import { programName } from '../version.ts'

type Result = Summary & { readonly mirror: Mirror | undefined }

export const runs = command<object, Result>({
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
    const mirror = await readMirror(root, world.environment)
    return { ...found, runs: found.runs.toReversed(), mirror }
  },
  view: ({ project, seq, driver, runs: found, mirror }, _, paint) => ({
    text:
      found.length === 0
        ? (mirror && mirrorText(mirror, paint)) || 'Nothing has run here yet.'
        : found.map(each => `${paint('strong', each.run)}  ${headline(each)}`).join('\n'),
    json: { project, seq, driver, runs: found, from_log: mirror?.landings ?? [] },
    notes: [
      ...(mirror ? mirrorNotes(mirror) : []),
      ...(found.length === 0 ? ['Next: fixpoint run UNIT.md'] : []),
    ],
  }),
})
