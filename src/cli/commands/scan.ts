// `fixpoint scan`: a spec from existing code, as a proposal. With `--update` it adds what is not declared yet, and touches no human text.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeFileAtomic } from '../../base/atomic-file.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { refuse } from '../../base/diagnostic.ts'
import type { Proposal } from '../../evidence/scan.ts'
import type { SpecEdit } from '../../spec/edit/edits.ts'
import { readEditable } from '../../spec/editable-text.ts'
import type { Spec } from '../../spec/model.ts'
import { command, type View } from '../command.ts'
import { findMoves, type MovedFile, type Moves, type UnsureMove } from '../moved-files.ts'
import { openProject, openSpecDesk } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'
import { type Declared, nothingDeclared, PROPOSAL_HEAD, scanCode, scanEdits } from '../scanning.ts'
import { UsageError } from '../usage.ts'
import type { World } from '../world.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly updates: boolean
  readonly out: string | undefined
}

interface Result {
  readonly proposals: readonly Proposal[]
  readonly moves: Moves
  readonly text: string
  /** Where it was written. */
  readonly written: string | undefined
  readonly specFile: string
  readonly hasSpec: boolean
  readonly diagnostics: readonly Diagnostic[]
}

export const scan = command<Options, Result>({
  name: 'scan',
  summary: 'propose a spec for the code that is here',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    ...projectOptions,
    update: {
      type: 'boolean',
      help: 'add what is not declared yet to the spec, and leave everything else as it is',
    },
    out: { type: 'string', short: 'o', value: 'FILE', help: 'write the proposal to FILE' },
  },
  examples: ['fixpoint scan', 'fixpoint scan -o fixpoint.spec.yaml', 'fixpoint scan --update'],
  read(args) {
    const [updates, out] = [args.flag('update'), args.text('out')]
    if (updates && out !== undefined)
      throw new UsageError('--update adds to the spec itself, and -o names a new file', 'drop one')
    return { flags: projectFlags(args), updates, out }
  },
  run: runScan,
  view: showScan,
})

async function runScan(options: Options, world: World): Promise<Result> {
  const { flags, updates, out } = options
  const project = await openProject(flags, world)
  const specPath = resolve(project.root, project.specFile)
  const hasSpec = holdsText(specPath)
  if (updates && !hasSpec)
    refuse('scan/no-spec', `there is nothing in ${project.specFile} to update`, {
      fix: `write one with fixpoint scan -o ${project.specFile}`,
    })
  const desk = hasSpec ? await openSpecDesk(flags, world) : undefined
  const moves = updates && desk ? await findMoves(desk, world) : noMoves
  const declared = updates && desk ? declaredBy(desk.spec, moves) : nothingDeclared
  const { proposals, codebase } = await scanCode(project.root, declared, world)
  if (!updates && proposals.length === 0)
    refuse('scan/nothing', 'there is no code that a spec could be proposed for', {
      fix: 'run fixpoint init for one to fill in; tests, and what is generated, built or installed, are never proposed',
    })
  const { editSpec } = await import('../../spec/edit.ts')
  const before = updates ? readEditable(specPath, project.specFile) : PROPOSAL_HEAD
  const edits = [...moves.moved.map(moveEdit), ...scanEdits(proposals)]
  const text = editSpec(before, edits, project.specFile)
  const target = updates ? specPath : out === undefined ? undefined : resolve(world.cwd, out)
  if (!updates && target !== undefined && holdsText(target))
    refuse('scan/exists', 'the file is there already', {
      at: { file: out! },
      fix: 'name another, or use --update to add to a spec',
    })
  if (target !== undefined && !(updates && text === before)) writeFileAtomic(target, text)
  return {
    proposals,
    moves,
    text,
    written: target,
    specFile: project.specFile,
    hasSpec,
    diagnostics: codebase.diagnostics,
  }
}

const noMoves: Moves = { moved: [], unsure: [], held: [] }

const moveEdit = ({ address, to }: MovedFile): SpecEdit => ({
  op: 'set',
  address,
  field: 'files',
  value: [to],
})

/** An empty file is nobody's: a shell makes it before the command begins, in `fixpoint scan > fixpoint.spec.yaml`. */
const holdsText = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0

/** What may be a file of a resource is nothing to add. */
const declaredBy = ({ resources }: Spec, { moved, unsure, held }: Moves): Declared => ({
  files: [
    ...resources.flatMap(each => each.files),
    ...moved.map(each => each.to),
    ...unsure.flatMap(each => each.mayBe),
    ...held,
  ],
  addresses: new Set(resources.map(each => each.address)),
})

function showScan(result: Result, { updates, out }: Options): View {
  const { proposals, moves, text, written, specFile, hasSpec, diagnostics } = result
  const found = countText(proposals)
  const acceptance = hasSpec
    ? `Add what ${specFile} does not hold with: fixpoint scan --update`
    : `Accept them with: fixpoint scan -o ${specFile}`
  return {
    text:
      written === undefined
        ? text.trimEnd()
        : updates
          ? updateText(result)
          : `Written: ${out} (${found})`,
    json: {
      proposals,
      moved: moves.moved,
      unsure: moves.unsure.map(({ resource, mayBe }) => ({ address: resource.address, mayBe })),
      written: written === undefined ? null : (out ?? specFile),
    },
    notes:
      written === undefined
        ? [`Proposed: ${found}. ${acceptance}`]
        : ['Next: fixpoint refresh --show-plan'],
    warnings: diagnostics,
  }
}

function updateText({ proposals, moves, specFile }: Result): string {
  const lines = moves.moved.map(
    ({ address, from, to }) =>
      `Moved in ${specFile}: ${address} is ${to} now, where it was ${from}`,
  )
  lines.push(...moves.unsure.map(unsureText))
  if (proposals.length > 0) lines.push(`Added to ${specFile} (${countText(proposals)})`)
  return lines.length > 0
    ? lines.join('\n')
    : `Nothing to add: ${specFile} holds what the code offers`
}

const unsureText = ({ resource: { address, files, at }, mayBe }: UnsureMove) =>
  `Left as it is: ${address} may be ${mayBe.join(', ')} now, where it was ${files.join(', ')}: change files: at ${at.file}${at.line === undefined ? '' : `:${at.line}`}`

const countText = ({ length }: readonly Proposal[]) =>
  `${length} ${length === 1 ? 'resource' : 'resources'}`
