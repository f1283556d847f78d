// `fixpoint init`: a spec and a state to start from. Overwrites nothing unless it is told to, and then only the spec.

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultLanguage } from '../../spec/starter/languages.ts'
import {
  findLayout,
  type Layout,
  type TemplateName,
  templateNames,
} from '../../spec/starter/layout.ts'
import { starterSpec } from '../../spec/starter/render.ts'
import { command, type View } from '../command.ts'
import { holdsCode } from '../init/code.ts'
import { performSteps, refuseExisting } from '../init/perform.ts'
import { planSteps, type Step } from '../init/steps.ts'
import { refuseWithoutCheckout } from '../no-checkout.ts'
import { projectAt } from '../project.ts'
import { type ProjectFlags, projectFlags, projectOptions } from '../project-place.ts'

interface Options {
  readonly flags: ProjectFlags
  readonly root: string
  readonly folder: string | undefined
  readonly template: TemplateName | undefined
  readonly isForced: boolean
  readonly isDry: boolean
}

interface Result {
  readonly steps: readonly Step[]
  readonly layout: Layout | undefined
  readonly hasCode: boolean
}

const emptyLayout: Layout = {
  language: defaultLanguage,
  source: 'src',
  tests: 'test',
  template: 'minimal',
  modules: [],
}

export const init = command<Options, Result>({
  name: 'init',
  summary: 'write a spec and a state to start from',
  usage: '[DIR]',
  positionals: { min: 0, max: 1 },
  options: {
    ...projectOptions,
    template: {
      type: 'string',
      value: 'NAME',
      choices: templateNames,
      help: 'start from an example: minimal, web, service or library; else from the code that is there',
    },
    force: { type: 'boolean', help: 'replace the spec that is there; the state is kept' },
    'dry-run': { type: 'boolean', help: 'list what would be written, and write nothing' },
  },
  details: [
    'Recognises the language and where code and tests lie. Where there is code, the spec names its modules;',
    'in an empty folder it is an example. Installs a merge driver, so that git merges the state by resource.',
  ],
  examples: [
    'fixpoint init',
    'fixpoint init --template service',
    'fixpoint init packages/api --dry-run',
    'fixpoint init --force',
  ],
  read(args, world) {
    const folder = args.positionals[0]
    return {
      flags: projectFlags(args),
      root: resolve(world.cwd, folder ?? '.'),
      folder,
      template: args.text('template') as TemplateName | undefined,
      isForced: args.flag('force'),
      isDry: args.flag('dry-run'),
    }
  },
  async run({ flags, root, template, isForced, isDry }, world) {
    await refuseWithoutCheckout(root, world)
    const project = await projectAt(root, flags, world)
    if (!isForced && existsSync(resolve(root, project.specFile))) refuseExisting(project.specFile)
    const layout = findLayout(root)
    const hasCode = await holdsCode(root)
    const steps = planSteps(project, starterSpec(layout ?? emptyLayout, template))
    if (!isDry) await performSteps(steps, root, world)
    return { steps, layout, hasCode }
  },
  view: showSteps,
})

function showSteps({ steps, layout, hasCode }: Result, { folder, isDry }: Options): View {
  const there = folder === undefined ? '' : ` --chdir ${folder}`
  return {
    text: steps.map(each => lineOf(each, isDry)).join('\n'),
    json: {
      dry_run: isDry,
      language: layout?.language.title ?? null,
      source: layout?.source ?? null,
      steps: steps.map(stepJson),
    },
    notes: [
      ...(layout ? [`Recognised: ${layout.language.title}, code in ${layout.source}/`] : []),
      ...(hasCode
        ? [`There is code here: fixpoint scan${there} proposes what it offers, by name`]
        : []),
      isDry ? 'Nothing was written.' : `Next: fixpoint plan${there}`,
    ],
  }
}

const words = {
  create: ['Created', 'Would create'],
  begin: ['Created', 'Would create'],
  replace: ['Replaced', 'Would replace'],
  append: ['Appended to', 'Would append to'],
  keep: ['Kept', 'Would keep'],
  configure: ['Set in git', 'Would set in git'],
} as const

function lineOf(step: Step, isDry: boolean): string {
  const word = words[step.kind][isDry ? 1 : 0]
  return `${word}: ${step.kind === 'configure' ? `${step.key} = ${step.value}` : step.file}`
}

function stepJson(step: Step): object {
  if (step.kind === 'configure') return { action: 'configure', key: step.key, value: step.value }
  return { action: step.kind === 'begin' ? 'create' : step.kind, file: step.file }
}
