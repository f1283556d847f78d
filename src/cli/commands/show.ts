// `fixpoint show`: one thing, whatever it is: a resource, a saved plan, or the part of the plan that lies in a folder.

import { relative, resolve } from 'node:path'
import type { PlanFile } from '../../contract/plan-file.ts'
import { type Mirror, readMirror } from '../../engine/mirror.ts'
import { readTurns, type Turn } from '../../engine/turns.ts'
import type { State as ProjectState, Run } from '../../kernel/model.ts'
import { actionSummary } from '../../plan/counts.ts'
import { picked } from '../../plan/picked.ts'
import type { Plan } from '../../plan/plan.ts'
import { planJson } from '../../plan/views/json.ts'
import { resourceText } from '../../plan/views/resource.ts'
import { planText } from '../../plan/views/text.ts'
import { findAddress } from '../addresses.ts'
import { command, type View } from '../command.ts'
import type { Paint } from '../paint.ts'
import { planOf } from '../planning.ts'
import { type Desk, openDesk } from '../project.ts'
import { findRoot, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { type ChangeFound, changeFound } from '../runs/change-found.ts'
import { changeShown } from '../runs/change-view.ts'
import { backgroundOf } from '../runs/evidence-of.ts'
import { unitsOf } from '../runs/find.ts'
import { mirrorNotes, mirrorText, namedInMirror } from '../runs/mirror-view.ts'
import { namedRunning, refuseUnknown, refuseUnknownRunning } from '../runs/named-running.ts'
import { runJson, runText, runView, usedText } from '../runs/run-view.ts'
import { type Taking, takeNotes, takings } from '../runs/taking.ts'
import { turnsText } from '../runs/turns-text.ts'
import { type UnitView, unitJson, unitText } from '../runs/unit-view.ts'
import { type UnprovedOf, unprovedJson, unprovedNotes, unprovedOfAll } from '../runs/unproved.ts'
import { changeLines, type VerdictChange, verdictChanges } from '../runs/verdict-changes.ts'
import { savedPlanAt } from '../saved-plan.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly word: string
  readonly isDiff: boolean
}

type Result =
  | { readonly kind: 'mirror'; readonly mirror: Mirror }
  | {
      readonly kind: 'resource'
      readonly desk: Desk
      readonly plan: Plan
      readonly address: string
    }
  | { readonly kind: 'folder'; readonly desk: Desk; readonly plan: Plan }
  | { readonly kind: 'plan'; readonly file: PlanFile }
  | {
      readonly kind: 'run'
      readonly state: ProjectState
      readonly run: Run
      readonly taking: Taking | undefined
      readonly now: string
      readonly changes: readonly VerdictChange[]
      readonly unproved: readonly UnprovedOf[]
    }
  | ({ readonly kind: 'unit'; readonly turns: readonly Turn[] } & UnitView)
  | ChangeFound

export const show = command<Options, Result>({
  name: 'show',
  summary:
    'show one thing: a resource, a run, a unit, a saved plan, or what a folder holds of the plan',
  usage: 'WORD',
  positionals: { min: 1, max: 1 },
  options: {
    ...projectOptions,
    diff: { type: 'boolean', help: 'what the unit or run changed, as fixpoint diff shows it' },
  },
  details: [
    'A word is tried as an address first, then as a path; where both exist, write ./WORD for the path.',
  ],
  examples: [
    'fixpoint show feature.auth_login',
    'fixpoint show next.plan',
    'fixpoint show src/auth',
    'fixpoint show run:r1',
    'fixpoint show T01',
    'fixpoint show T01 --diff',
  ],
  read: args => ({
    flags: projectFlags(args),
    word: args.positionals[0]!,
    isDiff: args.flag('diff'),
  }),
  async run({ flags, word, isDiff }, world) {
    const path = resolve(world.cwd, word)
    const saved = savedPlanAt(path, word)
    if (saved) return { kind: 'plan', file: saved }
    const root = findRoot(world.cwd)
    const mirror = await readMirror(root, world.environment)
    const mirrored = mirror && namedInMirror(mirror, word)
    if (mirrored) return { kind: 'mirror', mirror: mirrored }
    const running = await namedRunning(word, world)
    if (running && isDiff) return changeFound(running, undefined, world)
    const now = world.now()
    if (running?.kind === 'unit') {
      const turns = await readTurns(root, running.unit.id, world.environment)
      const background = await backgroundOf(root, running.state, running.unit, world)
      return { ...running, turns, background, now }
    }
    if (running) {
      const { state, run } = running
      const changes = verdictChanges(root, run.evaluation)
      const over = run.status === 'finished' ? [run] : []
      const taken = await takings(root, world.environment, state, over)
      const unproved = unprovedOfAll(root, unitsOf(state, run))
      return { ...running, taking: taken.get(run.id), now, changes, unproved }
    }
    if (isDiff) return refuseUnknown(word, root)
    await refuseUnknownRunning(word, flags, world)
    const desk = await openDesk(flags, world)
    const found = findAddress(word, desk, world)
    const plan = planOf(desk, [])
    if (found.kind === 'resource') return { kind: 'resource', desk, plan, address: found.address }
    return {
      kind: 'folder',
      desk,
      plan: picked(plan, relative(desk.project.root, path).replaceAll('\\', '/')),
    }
  },
  view: showResult,
})

function showResult(result: Result, { word }: Options, paint: Paint): View {
  switch (result.kind) {
    case 'change':
      return changeShown(result, false, paint)
    case 'plan':
      return { text: savedText(result.file, paint), json: { plan: result.file } }
    case 'mirror':
      return {
        text: mirrorText(result.mirror, paint),
        json: { from_log: result.mirror.landings },
        notes: mirrorNotes(result.mirror),
      }
    case 'run': {
      const view = runView(result.state, result.run, result.now, result.taking)
      return {
        text: [runText(view, paint), ...changeLines(result.changes), ...timeLine(result.run)].join(
          '\n',
        ),
        json: {
          ...runJson(view),
          verdicts: result.changes,
          unproved: unprovedJson(result.unproved),
        },
        notes: [...unprovedNotes(result.unproved), ...takeNotes(result.taking, result.run)],
      }
    }
    case 'unit':
      return {
        text: unitText(result, paint),
        json: {
          ...unitJson(result),
          turns: result.turns,
        },
        notes: turnNotes(result.turns, word),
      }
    case 'folder':
      if (result.plan.verdicts.length === 0)
        return {
          text: `No resource of ${result.desk.spec.file} lies in ${word}.`,
          json: planJson(result.plan),
        }
      return {
        text: [
          `In ${word}: ${result.plan.verdicts.length} resources`,
          '',
          folderText(result.plan, paint),
        ].join('\n'),
        json: planJson(result.plan),
      }
    case 'resource':
      return { text: resourceText(result.plan, result.address, paint), json: resourceView(result) }
  }
}

function turnNotes(turns: readonly Turn[], word: string): readonly string[] {
  if (turns.length === 0) return []
  return [
    `Turns that were kept: ${turnsText(turns)}. Go back to one: fixpoint restore ${word} --turn N`,
  ]
}

const timeLine = ({ usage }: Run) => (usage.timeMs > 0 ? [`  time ${usedText(usage)}`] : [])

const folderText = (plan: Plan, paint: Paint) =>
  planText(plan, { isVerbose: true, showsBlocked: false }, paint)

function resourceView({ plan, address }: { plan: Plan; address: string }): object {
  const json = planJson(plan)
  const resource = json.resources.find(each => each.address === address)
  return {
    address,
    action: json.actions.find(each => each.address === address) ?? null,
    resource: resource ?? null,
  }
}

function savedText(file: PlanFile, paint: Paint): string {
  const signs = {
    create: paint('add', '+'),
    update: paint('change', '~'),
    delete: paint('remove', '-'),
  }
  return [
    `Saved plan of ${file.spec.file}, made from state serial ${file.state.serial ?? 'none'}`,
    '',
    ...file.actions.flatMap(({ action, address, reason }) => [
      `  ${signs[action]} ${address}`,
      `      # ${reason}`,
    ]),
    '',
    actionSummary(file.actions),
  ].join('\n')
}
