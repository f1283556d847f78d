// A starter spec as text: YAML that a person can read from top to bottom, with the few comments that a first spec needs.

import type { Layout, TemplateName } from './layout.ts'
import { type StarterResource, templateResources } from './templates.ts'

const exampleHead = `# What this project must contain. These resources are an example: replace them with your own.
# fixpoint plan shows what is missing; fixpoint help spec shows everything that may stand here.
`

const foundHead = `# What this project must contain. These modules were found in the code: say of each what must be in it,
# and add what is not there yet. fixpoint plan shows what is missing; fixpoint help spec what may stand here.
`

/** The template that was asked for; else the modules that exist; else the template that fits. */
export function starterSpec(layout: Layout, asked: TemplateName | undefined): string {
  const isFound = asked === undefined && layout.modules.length > 0
  const resources = isFound
    ? layout.modules.map(each => ({ type: 'module', ...each }))
    : templateResources(asked ?? layout.template, layout)
  return [
    isFound ? foundHead : exampleHead,
    'version: "1"',
    '',
    'resources:',
    ...body(resources),
    '',
  ].join('\n')
}

function body(resources: readonly StarterResource[]): string[] {
  return [...Map.groupBy(resources, ({ type }) => type)].flatMap(([type, members]) => [
    `  ${type}:`,
    ...members.flatMap(resourceLines),
  ])
}

function resourceLines(each: StarterResource): string[] {
  const { name, description, dependsOn = [], attributes = {}, files, tests = [], require } = each
  const facts = Object.entries(attributes)
  return [
    `    ${scalar(name)}:`,
    ...(description ? [`      description: ${scalar(description)}`] : []),
    ...(dependsOn.length > 0 ? [`      depends_on: ${list(dependsOn)}`] : []),
    ...(facts.length > 0 ? ['      attributes:'] : []),
    ...facts.map(
      ([key, value]) =>
        `        ${key}: ${typeof value === 'string' ? scalar(value) : list(value)}`,
    ),
    `      files: ${list(files)}`,
    ...(tests.length > 0 ? [`      tests: ${list(tests)}`] : []),
    ...(require ? [`      require: ${require}`] : []),
  ]
}

const list = (values: readonly string[]) => `[${values.map(scalar).join(', ')}]`

/** Quoted unless it cannot be anything but text. */
const scalar = (value: string) =>
  /^[A-Za-z_/.][\w ./*-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|\.\w+)$/i.test(value)
    ? value
    : JSON.stringify(value)
