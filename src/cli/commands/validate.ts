// `fixpoint validate`: is what people wrote well formed? Every problem of every file at once; nothing is compared with the code.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readAgents } from '../../agents/recipes.ts'
import {
  type Diagnostic,
  DiagnosticError,
  error,
  hasErrors,
  refuse,
} from '../../base/diagnostic.ts'
import { compareText } from '../../base/order.ts'
import { readRecipes } from '../../checks/recipe.ts'
import { indexFiles } from '../../code/file-index.ts'
import { builtIn } from '../../code/languages/all.ts'
import { packFiles } from '../../code/languages/pack-files.ts'
import { readUserPack } from '../../code/languages/user-pack.ts'
import { decodeConfig } from '../../config/decode.ts'
import { CONFIG_FILE, readConfig } from '../../config/read.ts'
import { resolveSettings } from '../../config/settings.ts'
import { exitCode } from '../../contract/exit-codes.ts'
import { readNotify } from '../../engine/notify/settings.ts'
import { readPlanFile } from '../../plan/read-saved.ts'
import { reportProblems } from '../../reports/read.ts'
import type { Resource } from '../../spec/model.ts'
import { readSpec } from '../../spec/read.ts'
import { readState } from '../../state/read.ts'
import { circleProblems } from '../../work/circles.ts'
import type { NamedUnit } from '../../work/compile.ts'
import { readUnitFile, withoutMark } from '../../work/readers/unit-file.ts'
import { findAddress } from '../addresses.ts'
import { unknownChecks } from '../check-outcomes.ts'
import { command } from '../command.ts'
import { findProject, fromRoot, openDesk } from '../project.ts'
import { findRoot, type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { readCommit } from '../runs/commit-offer.ts'
import type { World } from '../world.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly word: string | undefined
}

interface Result {
  readonly checked: readonly string[]
  readonly problems: readonly Diagnostic[]
}

export const validate = command<Options, Result>({
  name: 'validate',
  summary: 'check spec, state, config, units and saved plans for mistakes',
  usage: '[FILE|DIR|ADDR]',
  positionals: { min: 0, max: 1 },
  options: projectOptions,
  details: [
    'Without a word it checks the project: its spec, state, config, languages, and every unit file that git does not ignore.',
    'A word is tried as an address first, then as a path.',
  ],
  examples: [
    'fixpoint validate',
    'fixpoint validate services/api',
    'fixpoint validate next.plan',
    'fixpoint validate feature.auth_login',
  ],
  read: args => ({ flags: projectFlags(args), word: args.positionals[0] }),
  async run({ flags, word }, world) {
    if (word === undefined) return validateProject(flags, world)
    const path = resolve(world.cwd, word)
    const kind = statSync(path, { throwIfNoEntry: false })
    if (kind?.isDirectory()) return validateFolder(path, world.cwd)
    if (kind) return collect([{ path, label: word }])
    const desk = await openDesk(flags, world)
    return {
      checked: [findAddress(word, desk, world).kind === 'resource' ? word : path],
      problems: [
        ...desk.warnings,
        ...(await checkProblems(desk.spec.resources, desk.project.root)),
      ],
    }
  },
  view: ({ checked, problems }) => ({
    text: hasErrors(problems) ? '' : checked.map(each => `Valid: ${each}`).join('\n'),
    json: { valid: !hasErrors(problems), checked, diagnostics: problems },
    warnings: problems,
    exitCode: hasErrors(problems) ? exitCode.failed : exitCode.ok,
  }),
})

interface Candidate {
  readonly path: string
  readonly label: string
}

async function validateProject(flags: ProjectFlags, world: World): Promise<Result> {
  const { project } = await findProject(findRoot(world.cwd), flags, world)
  const { root, specFile, stateFile } = project
  const isThere = (file: string) => statSync(resolve(root, file), { throwIfNoEntry: false })
  const { files: indexed } = await indexFiles(root)
  const found = [
    ...[stateFile, CONFIG_FILE].filter(isThere),
    ...packFiles(root),
    ...indexed.map(each => each.path).filter(each => isUnit(join(root, each))),
  ]
  // A project may have no spec; one that has nothing at all, or whose spec was named, misses it.
  const wantsSpec = found.length === 0 || project.settings.spec !== undefined || isThere(specFile)
  const files = [...(wantsSpec ? [specFile] : []), ...found]
  return collect(files.map(label => ({ path: resolve(root, label), label })))
}

function validateFolder(folder: string, cwd: string): Promise<Result> {
  const names = [...readdirSync(folder), CONFIG_FILE].filter(
    name =>
      (isOurs(name) || isUnit(join(folder, name))) &&
      statSync(join(folder, name), { throwIfNoEntry: false }),
  )
  if (names.length === 0)
    refuse('validate/nothing', 'there is nothing to validate in this folder', {
      at: { file: fromRoot(cwd, folder) || '.' },
      fix: 'name a spec, state, config, unit or plan file',
    })
  return collect(
    names
      .sort(compareText)
      .map(name => ({ path: join(folder, name), label: fromRoot(cwd, join(folder, name)) })),
  )
}

/** Markdown of others has front matter too: that of a unit has an id like T01, or claims. */
function isUnit(path: string): boolean {
  if (!path.endsWith('.md') || !statSync(path, { throwIfNoEntry: false })?.isFile()) return false
  const [, front] =
    /^---[ \t]*\r?\n([\s\S]*?)^---/m.exec(withoutMark(readFileSync(path, 'utf8'))) ?? []
  return front !== undefined && /^(id: *["']?\S*T\d+["']? *\r?$|claims:)/m.test(front)
}

/** In a folder only files whose name says what they are; any JSON may be somebody else's. */
const isOurs = (name: string) =>
  /\.(spec\.ya?ml|state\.json|plan)$/.test(name) || name === CONFIG_FILE

async function collect(candidates: readonly Candidate[]): Promise<Result> {
  const problems = await Promise.all(candidates.map(problemsOf))
  const circles = circleProblems(candidates.flatMap(unitIn))
  return { checked: candidates.map(each => each.label), problems: [...problems.flat(), ...circles] }
}

/** No file shows a circle by itself. */
function unitIn(candidate: Candidate): readonly NamedUnit[] {
  if (!candidate.path.endsWith('.md')) return []
  const { unit } = readUnitFile(textOf(candidate), candidate.label)
  return unit ? [{ file: candidate.label, unit }] : []
}

type Reader = (candidate: Candidate) => Promise<readonly Diagnostic[]> | readonly Diagnostic[]

/** These readers refuse by throwing; an answer means that all is well. */
const noProblems = (_: object): readonly Diagnostic[] => []

const textOf = ({ path }: Candidate) => readFileSync(path, 'utf8')

const readers: readonly (readonly [pattern: RegExp, read: Reader])[] = [
  [
    /\.spec\.ya?ml$/,
    async ({ path }) => {
      const { spec, warnings } = await readSpec(dirname(path), basename(path), undefined)
      const checks = await checkProblems(spec.resources, findRoot(dirname(path)))
      return [...warnings, ...checks]
    },
  ],
  [/\.state\.json$/, each => noProblems(readState(textOf(each), each.label))],
  [/(^|\/)\.fixpoint\/config\.yaml$/, each => configProblems(each)],
  [
    /(^|\/)\.fixpoint\/languages\/[^/]+\.ya?ml$/,
    each => readUserPack(textOf(each), each.label, builtIn.packs).problems,
  ],
  [/\.md$/, each => readUnitFile(textOf(each), each.label).problems],
  [/\.(plan|json)$/, each => noProblems(readPlanFile(textOf(each), each.label))],
]

/** Everything that a command would refuse later: values, agents and checks too. */
function configProblems(candidate: Candidate): readonly Diagnostic[] {
  const { path, label } = candidate
  const { file: config, problems, placeOf } = decodeConfig(textOf(candidate), label)
  if (problems.length > 0) return problems
  return [
    ...resolveSettings({ flags: {}, environment: {}, file: config, placeOf }).problems,
    ...readAgents(config, placeOf).problems,
    ...readRecipes(config, placeOf).problems,
    ...readCommit(config, placeOf).problems,
    ...readNotify(config, placeOf).problems,
    ...reportProblems(dirname(dirname(path)), config.reports),
  ]
}

/** A config that cannot be read says so itself. */
async function checkProblems(
  resources: readonly Resource[],
  root: string,
): Promise<readonly Diagnostic[]> {
  const { file, problems } = await readConfig(root)
  return problems.length > 0 ? [] : unknownChecks(resources, Object.keys(file.checks ?? {}))
}

const readerOf = (name: string): Reader | undefined =>
  readers.find(([pattern]) => pattern.test(name.replaceAll('\\', '/')))?.[1]

async function problemsOf(candidate: Candidate): Promise<readonly Diagnostic[]> {
  const read = readerOf(candidate.path)
  if (!read)
    return [
      error('validate/unknown', 'this kind of file is not known here', {
        at: { file: candidate.label },
        fix: 'name a spec, state, config or plan file',
      }),
    ]
  try {
    return await read(candidate)
  } catch (cause) {
    if (cause instanceof DiagnosticError) return cause.diagnostics
    throw cause
  }
}
