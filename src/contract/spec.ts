// The schema of `fixpoint.spec.yaml`: what a person may write. Cross references are checked in the spec room, not here.

import * as z from 'zod/mini'
import { described } from './described.ts'
import { levels } from './level.ts'

/** A control character would reach the terminal of whoever reads a plan. */
const printable = /^(?:[^\p{Cc}]|[\n\t\r])*$/u
const text = () =>
  z.string().check(z.minLength(1), z.regex(printable, 'text without control characters'))
const words = () => z.array(text())
const oneOrMore = () => z.union([text(), words()])
const requiredLevel = () => z.enum(levels.slice(1) as [string, ...string[]])

/** The attributes that are looked for in code; any other key is free. A single word stands for a list of one. */
const provableAttributes = () => ({
  class: described(text(), 'A class that must be declared.'),
  classes: described(oneOrMore(), 'Classes that must be declared.'),
  functions: described(oneOrMore(), 'Functions that must be declared.'),
  entities: described(oneOrMore(), 'Classes, interfaces, types or enums that must be declared.'),
  exports: described(oneOrMore(), 'Names that must be exported.'),
  imports: described(oneOrMore(), 'Names that must be imported.'),
  commands: described(oneOrMore(), 'Commands whose functions must be found.'),
  strategies: described(oneOrMore(), 'Strategies whose functions or classes must be found.'),
  endpoints: described(oneOrMore(), 'Routes that must be registered: POST /auth/login.'),
  tables: described(oneOrMore(), 'Tables that must be created.'),
  method: described(text(), 'The method of the one route of this resource.'),
  path: described(text(), 'The path of the one route of this resource.'),
})

const connection = () =>
  z.strictObject({
    to: text(),
    via: described(text(), 'What the two talk over.'),
    label: described(text(), 'What stands on the line between them.'),
  })

const resourceBody = () =>
  z.strictObject({
    description: described(text(), 'What the resource is, in one sentence.'),
    attributes: described(
      z.looseObject(provableAttributes()),
      'What must be found in its files; keys that are not known here are notes.',
    ),
    depends_on: described(words(), 'Addresses of the resources that must be there first.'),
    files: described(words(), 'Paths and globs of the files that implement it.'),
    tests: described(words(), 'Paths and globs of the tests that refer to it.'),
    checks: described(words(), 'Names of the checks that must pass for it.'),
    require: described(requiredLevel(), 'The rung of evidence that makes it implemented.'),
    priority: described(
      z.enum(['required', 'optional']),
      'An optional resource does not hold back ci --fail-on-incomplete.',
    ),
    weight: described(z.number().check(z.minimum(0)), 'Its share of convergence; 1 when absent.'),
    blocked: described(
      z.strictObject({ since: text(), by: text() }),
      'Since when it waits for something outside, and for what.',
    ),
    connects: described(
      z.array(connection()),
      'Interfaces to other resources, as the graph draws them.',
    ),
    group: described(text(), 'The group that the graph draws it in.'),
  })

const build = () =>
  z.strictObject({
    version: described(z.union([z.literal('1'), z.literal(1)]), 'The version of this form: "1".'),
    include: described(words(), 'More files of the same form: paths and globs.'),
    backend: described(
      z.strictObject({
        type: z.optional(text()),
        config: z.optional(z.record(text(), z.unknown())),
      }),
      'Where the state lives; a local file when absent.',
    ),
    types: described(
      z.record(text(), z.strictObject({ require: z.optional(requiredLevel()) })),
      'The required rung of evidence for every resource of a type.',
    ),
    resources: described(
      z.record(text(), z.record(text(), z.nullable(resourceBody()))),
      'The resources, by type and name.',
    ),
    moved: described(
      z.array(z.strictObject({ from: text(), to: text() })),
      'Resources that have a new address; their state moves along.',
    ),
    removed: described(
      z.array(z.strictObject({ address: text(), reason: z.optional(text()) })),
      'Resources that are gone on purpose.',
    ),
  })

let built: ReturnType<typeof build> | undefined

/** Made when it is first asked for: a plan of a spec that was read before never needs it. */
export function specSchema(): ReturnType<typeof build> {
  built ??= build()
  return built
}

export type SpecFile = z.infer<ReturnType<typeof build>>
export type SpecBody = z.infer<ReturnType<typeof resourceBody>>
