// `fixpoint mark`: a person's word about a resource, kept until evidence or another word replaces it.

import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { refuse, warning } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import { normalisePath } from '../../base/paths.ts'
import { readAddress } from '../../contract/address.ts'
import { type MarkableStatus, markableStatuses } from '../../contract/level.ts'
import { entryOf, type Mark, mark as markEntry, settleState } from '../../state/change.ts'
import { digestOf } from '../../state/digest.ts'
import type { State } from '../../state/read.ts'
import { command, type View } from '../command.ts'
import { changeState, type Desk, openDesk } from '../project.ts'
import {
  findRoot,
  lockOptions,
  type ProjectFlags,
  projectFlags,
  projectOptions,
} from '../project-place.ts'
import { UsageError } from '../usage.ts'
import { refuseLocked } from './state-edit.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly address: string
  readonly type: string
  readonly name: string
  readonly status: MarkableStatus
  readonly files: readonly string[] | undefined
  readonly tests: readonly string[] | undefined
  readonly reason: string | undefined
  readonly lock: boolean
  readonly allowsUndeclared: boolean
}

interface Result {
  readonly desk: Desk
  readonly after: State
  readonly isWritten: boolean
}

export const mark = command<Options, Result>({
  name: 'mark',
  summary: 'record what you know of a resource',
  usage: 'ADDR',
  positionals: { min: 1, max: 1 },
  options: {
    ...projectOptions,
    ...lockOptions,
    status: {
      type: 'string',
      short: 's',
      value: 'STATUS',
      choices: markableStatuses,
      help: 'implemented (default), partial, broken or deprecated',
    },
    files: {
      type: 'string',
      short: 'f',
      multiple: true,
      value: 'FILES',
      help: 'the files that implement it, comma-separated',
    },
    tests: {
      type: 'string',
      short: 't',
      multiple: true,
      value: 'FILES',
      help: 'the tests that prove it, comma-separated',
    },
    reason: { type: 'string', short: 'r', value: 'TEXT', help: 'why; shown in plans' },
    lock: { type: 'boolean', short: 'l', help: 'also lock it, so that refresh leaves it alone' },
    agent: { type: 'string', short: 'a', value: 'NAME', help: 'who did it' },
    'allow-undeclared': {
      type: 'boolean',
      help: 'accept an address that the spec does not declare',
    },
  },
  examples: [
    'fixpoint mark feature.auth_login --files src/auth.py',
    'fixpoint mark feature.auth_refresh --status partial --reason "Missing token rotation"',
    'fixpoint mark feature.auth_logout -s broken -r "Tests failing" --lock',
    'fixpoint mark module.auth --status implemented --agent=codex --files src/auth.py',
  ],
  read(args, { cwd }) {
    const word = args.positionals[0]!
    const address = readAddress(word).find(each => each.kind === 'resource')
    if (!address)
      throw new UsageError(`"${word}" is not a resource address`, 'write it as type.name')
    const paths = (name: string) =>
      args.text(name) === undefined ? undefined : args.list(name).map(path => inRoot(cwd, path))
    return {
      flags: projectFlags(args, 'agent'),
      address: address.address,
      type: address.type,
      name: address.name,
      status: (args.text('status') ?? 'implemented') as MarkableStatus,
      files: paths('files'),
      tests: paths('tests'),
      reason: args.text('reason'),
      lock: args.flag('lock'),
      allowsUndeclared: args.flag('allow-undeclared'),
    }
  },
  async run(options, world) {
    const desk = await openDesk(options.flags, world)
    if (!options.allowsUndeclared) refuseUndeclared(desk, options.address)
    const { flags, allowsUndeclared, ...said } = options
    const digest = options.files && digestOf(desk.project.root, options.files)
    const wanted: Mark = { ...said, digest, agent: desk.project.settings.agent, by: world.user }
    const change = (state: State) => {
      const settled = settleState(state, desk.spec)
      const marked = markEntry(settled, wanted, world.now())
      if (marked !== settled) refuseLocked(settled, options.address)
      return marked
    }
    const { after, isWritten } = await changeState(
      desk.project,
      desk.handle,
      `mark ${options.address}`,
      world,
      change,
    )
    return { desk, after, isWritten }
  },
  view: showMark,
})

/** Paths are typed relative to where the person stands. */
function inRoot(cwd: string, path: string): string {
  const fromRoot = relative(findRoot(cwd), resolve(cwd, path))
  const result = normalisePath(fromRoot)
  if ('path' in result) return result.path
  throw new UsageError(
    `path "${path}" is not inside the repository`,
    'name files below the project root',
  )
}

function refuseUndeclared({ spec }: Desk, address: string): void {
  const known = spec.resources.map(each => each.address)
  if (known.includes(address)) return
  refuse('mark/undeclared', `${address} is not declared in ${spec.file}`, {
    fix: didYouMean(address, known) ?? 'declare it first, or add --allow-undeclared',
  })
}

function showMark({ desk, after, isWritten }: Result, { address, status, files }: Options): View {
  const entry = entryOf(after, address)
  const text = isWritten
    ? `Marked as ${status}: ${address}`
    : `No change: ${address} is ${status} already.`
  return {
    text,
    json: { address, changed: isWritten, serial: after.serial, entry },
    warnings: [...desk.warnings, ...absent(desk, files ?? [])],
  }
}

/** A mark is a person's word, and stands; that a file is not there is told, because it is mostly a slip. */
const absent = ({ project }: Desk, files: readonly string[]) =>
  files
    .filter(file => !existsSync(join(project.root, file)))
    .map(file =>
      warning('mark/files', `${file} is not there`, { fix: 'mark it again with the right path' }),
    )
