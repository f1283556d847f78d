// `fixpoint scan`: a spec from existing code, as a proposal. With `--update` it adds what is not declared yet, and touches no human text.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeFileAtomic } from '../../base/atomic-file.ts'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { refuse } from '../../base/diagnostic.ts'
import type { Proposal } from '../../evidence/scan.ts'
import { readEditable } from '../../spec/editable-text.ts'
import type { Spec } from '../../spec/model.ts'
import { command, type View } from '../command.ts'
import { openProject, openSpec } from '../project.ts'
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

async function runScan({ flags, updates, out }: Options, world: World): Promise<Result> {
  const project = await openProject(flags, world)
  const specPath = resolve(project.root, project.specFile)
  const hasSpec = holdsText(specPath)
  if (updates && !hasSpec)
    refuse('scan/no-spec', `there is no ${project.specFile} to update`, {
      fix: `write one with fixpoint scan -o ${project.specFile}`,
    })
  const spec = hasSpec ? (await openSpec(project, world)).spec : undefined
  const declared = updates && spec ? declaredBy(spec) : nothingDeclared
  const { proposals, codebase } = await scanCode(project.root, declared, world)
  const { editSpec } = await import('../../spec/edit.ts')
  const before = updates ? readEditable(specPath, project.specFile) : PROPOSAL_HEAD
  const text = editSpec(before, scanEdits(proposals), project.specFile)
  const target = updates ? specPath : out === undefined ? undefined : resolve(world.cwd, out)
  if (!updates && target !== undefined && holdsText(target))
    refuse('scan/exists', 'the file is there already', {
      at: { file: out! },
      fix: 'name another, or use --update to add to a spec',
    })
  if (target !== undefined && !(updates && text === before)) writeFileAtomic(target, text)
  return {
    proposals,
    text,
    written: target,
    specFile: project.specFile,
    hasSpec,
    diagnostics: codebase.diagnostics,
  }
}

/** An empty file is nobody's: a shell makes it before the command begins, in `fixpoint scan > fixpoint.spec.yaml`. */
const holdsText = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0

const declaredBy = ({ resources }: Spec): Declared => ({
  files: resources.flatMap(each => each.files),
  addresses: new Set(resources.map(each => each.address)),
})

function showScan(
  { proposals, text, written, specFile, hasSpec, diagnostics }: Result,
  { updates, out }: Options,
): View {
  const found = `${proposals.length} ${proposals.length === 1 ? 'resource' : 'resources'}`
  const acceptance = hasSpec
    ? `Add what ${specFile} does not hold with: fixpoint scan --update`
    : `Accept them with: fixpoint scan -o ${specFile}`
  const added =
    proposals.length === 0
      ? `Nothing to add: ${specFile} holds what the code offers`
      : `Added to ${specFile} (${found})`
  return {
    text: written === undefined ? text.trimEnd() : updates ? added : `Written: ${out} (${found})`,
    json: { proposals, written: written === undefined ? null : (out ?? specFile) },
    notes:
      written === undefined
        ? [`Proposed: ${found}. ${acceptance}`]
        : ['Next: fixpoint refresh --show-plan'],
    warnings: diagnostics,
  }
}
