// `fixpoint land`: a landing queue for branches that anybody made. Each becomes one commit on top of the others, what stands there is
// proved, and only what was proved lands. The checkout it is typed in stays as it is, unless it has the target and the person said so.

import { isAbsolute, relative, resolve } from 'node:path'
import { renderDiagnostic } from '../../base/diagnostic.ts'
import { normalisePath } from '../../base/paths.ts'
import { startRun } from '../../engine/start.ts'
import type { RunPolicy } from '../../kernel/model.ts'
import { listBranches } from '../../workspace/branches.ts'
import { command } from '../command.ts'
import { findPlace } from '../landing/place.ts'
import { type LandingPlan, type LandingWishes, planLanding } from '../landing/preflight.ts'
import { refuseUnderWay } from '../landing/under-way.ts'
import {
  broughtIn,
  type Landed,
  leftOutNotes,
  refusalsOf,
  showLanded,
  showNothing,
  showPlan,
} from '../landing/view.ts'
import { refuseWithoutCheckout } from '../no-checkout.ts'
import { type Colour, readColour } from '../paint.ts'
import { openProject } from '../project.ts'
import { findRoot } from '../project-place.ts'
import { withEngine } from '../runs/engage.ts'
import { evaluationBy } from '../runs/oracle.ts'
import { follow, readDeliver, runOptions } from '../runs/perform.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'

interface Options extends LandingWishes {
  readonly into: string | undefined
  readonly deliver: RunPolicy['deliver']
  readonly batch: number
  readonly isDry: boolean
  readonly colour: Colour
}

type Result = Landed | { readonly kind: 'planned' | 'nothing'; readonly plan: LandingPlan }

const DEFAULT_BATCH = 16

export const land = command<Options, Result>({
  name: 'land',
  summary: 'land branches that anybody made, and only what is proved together',
  usage: 'BRANCH…',
  positionals: { min: 1, max: 1_000 },
  options: {
    into: {
      type: 'string',
      value: 'TARGET',
      help: 'the branch that takes them, and may be moved; the one checked out when absent',
    },
    check: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'a check that must pass; repeatable, all that are configured when absent',
    },
    batch: {
      type: 'string',
      value: 'N',
      help: `how many branches one proof may stand for (${DEFAULT_BATCH}); 1 proves each by itself`,
    },
    grant: {
      type: 'string',
      multiple: true,
      value: 'PATH',
      help: 'a path that decides what counts, or that a check runs, and that the branches may change; repeatable',
    },
    'dry-run': { type: 'boolean', help: 'show what would land, and write nothing' },
    deliver: runOptions.deliver!,
    oracle: runOptions.oracle!,
  },
  details: [
    'Each branch lands as one commit, by its author, on top of those before it.',
    'What the target has already, however it came there, is named and left out; where nothing else is, nothing starts.',
    'Only the last of a batch is proved. Where that is red, the batch is halved until the culprit is found; the others land.',
    'The target is moved where --into names it or --deliver ff asks for it; otherwise the commands to type are printed.',
  ],
  examples: [
    'fixpoint land feature/login feature/search',
    'fixpoint land feature/login --into main --check unit',
    'fixpoint land feature/a feature/b feature/c --dry-run',
  ],
  read: (args, world) => ({
    branches: args.positionals,
    into: args.text('into'),
    checks: args.list('check'),
    grants: args.list('grant').map(each => readGrant(each, world)),
    batch: readBatch(args.text('batch')),
    isDry: args.flag('dry-run'),
    colour: readColour(args),
    acceptsWorking: args.text('oracle') === 'working',
    deliver: readDeliver(
      args.text('deliver') ?? (args.text('into') === undefined ? 'branch' : 'ff'),
    ),
  }),
  async run(options, world) {
    await refuseWithoutCheckout(world.cwd, world)
    const project = await openProject({}, world)
    const place = await findPlace(project.root, options.into, world)
    const plan = await planLanding(project, place, options, world)
    if (plan.units.length === 0) return { kind: 'nothing', plan }
    if (options.isDry) return { kind: 'planned', plan }
    for (const each of plan.warnings)
      await world.stderr.write(`Warning: ${renderDiagnostic(each)}\n`)
    for (const each of leftOutNotes(plan)) await world.stderr.write(`${each}\n`)
    return perform(project.root, plan, options, world)
  },
  view(result, { batch }, paint) {
    switch (result.kind) {
      case 'landed':
        return showLanded(result, paint)
      case 'planned':
        return showPlan(result.plan, batch)
      case 'nothing':
        return showNothing(result.plan)
    }
  },
})

/** As git names it from the project. A path that is written from where it is typed is read from there. */
function readGrant(text: string, { cwd }: World): string {
  const isFromHere = isAbsolute(text) || /^\.{1,2}($|\/)/.test(text)
  const read = normalisePath(isFromHere ? relative(findRoot(cwd), resolve(cwd, text)) || '.' : text)
  if ('path' in read && read.path !== '.') return read.path
  throw new UsageError(
    `--grant takes a file or a folder of the project, not "${text}"`,
    'for example --grant .gitlab-ci.yml',
  )
}

function readBatch(text: string | undefined): number {
  if (text === undefined) return DEFAULT_BATCH
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new UsageError(`--batch takes a whole number, not "${text}"`, 'for example 8')
}

function perform(
  root: string,
  plan: LandingPlan,
  { deliver, batch, colour }: Options,
  world: World,
): Promise<Landed> {
  const { target, units, oracle } = plan
  return withEngine(root, world, async engine => {
    refuseUnderWay(engine, units)
    const policy = { deliver, batch, target: target.name, ...evaluationBy(oracle, engine) }
    const name = await startRun(engine, { base: target.tip, units, policy })
    const ran = await follow(engine, name, colour, world)
    const { ledger, house } = engine
    const branches = await listBranches(house.repository.refs)
    return {
      ...ran,
      kind: 'landed',
      plan,
      refused: refusalsOf(ledger.state, name, house.artifacts),
      brought: broughtIn(ledger.state, name),
      moved: units
        .filter(({ branch, tip }) => (branches.get(branch)?.tip ?? tip) !== tip)
        .map(({ branch }) => branch),
    }
  })
}
