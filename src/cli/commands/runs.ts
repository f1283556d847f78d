// `fixpoint runs`: every run of the project, newest first, and what waits for a person. Reads the journal and nothing else.

import { type Mirror, readMirror } from '../../engine/mirror.ts'
import { command } from '../command.ts'
import type { Paint } from '../paint.ts'
import { findRoot } from '../project-place.ts'
import { mirrorNotes, mirrorText } from '../runs/mirror-view.ts'
import { headline } from '../runs/run-view.ts'
import type { RunWords } from '../runs/run-words.ts'
import {
  elsewhereNotes,
  needText,
  nextForRuns,
  type Standing,
  standingOf,
} from '../runs/standing.ts'

type Result = Standing & { readonly mirror: Mirror | undefined }

export const runs = command<object, Result>({
  name: 'runs',
  summary: 'list the runs of this project',
  usage: '',
  positionals: { min: 0, max: 0 },
  examples: ['fixpoint runs', 'fixpoint runs --json'],
  read: () => ({}),
  async run(_, world) {
    const mirror = await readMirror(findRoot(world.cwd), world.environment)
    return { ...(await standingOf(world)), mirror }
  },
  view: (standing, _, paint) => {
    const {
      project,
      seq,
      driver,
      runs: found,
      needs,
      projectNeeds,
      words,
      mirror,
      undriven,
    } = standing
    const next = found.length === 0 ? 'fixpoint run UNIT.md' : nextForRuns(standing)
    const lines = [
      ...projectNeeds.map(need => paint('bad', needText(need))),
      ...found.flatMap(each => [
        `${paint('strong', each.run)}  ${headline(each, undriven)}${wordsText(words[each.run]!, paint)}`,
        ...(needs[each.run] ?? []).map(need => `  ${paint('bad', needText(need))}`),
      ]),
    ]
    const elsewhere = mirror && mirrorText(mirror, paint)
    return {
      text: found.length === 0 ? elsewhere || 'Nothing has run here yet.' : lines.join('\n'),
      json: {
        project,
        seq,
        driver,
        driven: undriven === undefined,
        paused: projectNeeds.length > 0,
        runs: found.map(each => ({ ...each, ...words[each.run] })),
        needs,
        from_log: mirror?.landings ?? [],
      },
      notes: [
        ...(mirror ? mirrorNotes(mirror) : []),
        ...elsewhereNotes(standing),
        ...(next === undefined ? [] : [`Next: ${next}`]),
      ],
    }
  },
})

const wordsText = ({ title, delivery }: RunWords, paint: Paint) =>
  `${delivery === null ? '' : `; ${delivery}`}${title === null ? '' : paint('dim', `  # ${title}`)}`
