// Topics of help that are wider than one command. What a table elsewhere says is rendered from that table.

import { blockedFormat, resultFormat } from '../../agents/result.ts'
import { TURN_MARK } from '../../agents/turns.ts'
import { builtIn } from '../../code/languages/all.ts'
import { describeSetting } from '../../config/describe.ts'
import { configSections } from '../../config/sections.ts'
import { defaultText, settingRows } from '../../config/settings.ts'
import { addressGrammar } from '../../contract/address.ts'
import { configSchema } from '../../contract/config.ts'
import { type DescribedKey, describedKeys } from '../../contract/described-keys.ts'
import { exitCodeMeaning } from '../../contract/exit-codes.ts'
import { levels } from '../../contract/level.ts'
import { unitSchema } from '../../contract/unit.ts'
import { matchRules } from '../../evidence/matching/rules.ts'
import { columns } from './columns.ts'

export interface Topic {
  readonly name: string
  readonly summary: string
  readonly text: () => string
}

export const topics: readonly Topic[] = [
  { name: 'exit-codes', summary: 'what a script can rely on', text: exitCodes },
  {
    name: 'addresses',
    summary: 'how to name a resource, a unit, a run or a path',
    text: addresses,
  },
  { name: 'spec', summary: 'what may stand in fixpoint.spec.yaml', text: spec },
  { name: 'units', summary: 'what may stand in a unit file', text: units },
  { name: 'config', summary: 'what may stand in .fixpoint/config.yaml', text: config },
  {
    name: 'languages',
    summary: 'how a project adds to what is read of its code',
    text: languages,
  },
  { name: 'agents', summary: 'how a program becomes an agent, and what it says', text: agents },
  { name: 'environment', summary: 'environment variables that are read', text: environment },
]

function exitCodes(): string {
  return [
    'One table for all commands; a number never changes its meaning.',
    '',
    ...columns(Object.entries(exitCodeMeaning)),
  ].join('\n')
}

function addresses(): string {
  return [
    'One grammar for every command. A word is tried in this order:',
    '',
    ...columns(addressGrammar),
    '',
    'A word that exists in more than one reading is refused with the list of them.',
    'Write ./ before a path to say that a path is meant.',
  ].join('\n')
}

/** A test reads this example as a spec. */
export const specExample = `version: "1"

resources:
  feature:
    login:
      description: Users sign in with a password
      depends_on: [module.sessions]
      attributes:
        endpoints: [POST /auth/login]
      files: [src/login.ts]
      tests: [test/login.test.ts]
      checks: [unit]                  # of .fixpoint/config.yaml; all of them where none is named
      group: sign-in                  # what belongs together on a page
    password_reset:
      priority: optional              # required (default) or optional
      weight: 2                       # its share of convergence
      blocked: { since: 2026-01-27, by: waiting for the mail provider }
  module:
    sessions:
      attributes:
        class: SessionStore
        functions: [open, close, renew]
      files: [src/sessions/**]        # paths and globs
      require: tested                 # the rung of evidence that it must reach
      connects: [{ to: feature.login, via: cookie }]

types:
  feature: { require: substantive }   # for every resource of a type

moved: [{ from: feature.signin, to: feature.login }]
removed: [{ address: feature.captcha, reason: nobody needs it }]
# include: [spec/*.yaml]              # more files of the same form
`

function spec(): string {
  return [
    'The desired state. Every resource has a type, a name and an address: type.name.',
    '',
    ...specExample
      .trimEnd()
      .split('\n')
      .map(line => `  ${line}`.trimEnd()),
    '',
    'Attributes that are looked for in code; any other key is a note:',
    ...columns(matchRules.map(({ attribute, looksIn }) => [attribute, looksIn] as const)),
    '',
    `Rungs of evidence, lowest first: ${levels.join(', ')}.`,
    'Editors: fixpoint schema spec. Problems with their lines: fixpoint validate.',
  ].join('\n')
}

function config(): string {
  const rows = settingRows.map(row => {
    const value = defaultText(row)
    return [row.key, `${describeSetting(row.key)}${value && ` Default: ${value}.`}`] as const
  })
  return [
    'Settings in .fixpoint/config.yaml. A flag beats the environment, which beats the file, which beats the default.',
    '',
    ...columns(rows),
    '',
    'Sections, each read whole from the file:',
    ...columns(
      describedKeys(configSchema())
        .filter(({ key }) => sections.has(key.split('.', 1)[0]!))
        .map(keyRow),
    ),
    '',
    'Every setting with its value and where it comes from: fixpoint config show.',
  ].join('\n')
}

const sections: ReadonlySet<string> = new Set(configSections.map(each => each.key))

const keyRow = ({ key, description }: DescribedKey) => [key, description] as const

/** A test reads this example as a unit. */
export const unitExample = `---
id: T01
title: Answer /health
claims:
  create: [src/health.ts]
  edit: [src/app.ts#routes]           # one symbol; others may edit the rest
depends_on: [T00]
checks: [unit]                        # of .fixpoint/config.yaml; all of them where none is named
---
What the agent is to do, in your words.
`

function units(): string {
  return [
    'A unit file: markdown that begins with front matter, then the brief that the agent reads. fixpoint run FILE|DIR',
    'performs it. It needs an id, and claims of what it may change; everything else may be left out.',
    'What decides about the work, and what a check runs (sh check.sh), only a claim on that very file grants.',
    '',
    ...unitExample
      .trimEnd()
      .split('\n')
      .map(line => `  ${line}`.trimEnd()),
    '',
    'Every key:',
    ...columns(describedKeys(unitSchema).map(keyRow)),
    '',
    'Editors: fixpoint schema unit. Problems with their lines: fixpoint validate.',
  ].join('\n')
}

function languages(): string {
  return [
    'Languages of your own: files of data in .fixpoint/languages/*.yaml.',
    '',
    'One with the name of a built-in language adds to it; one with a name of its own brings a language:',
    '',
    '  language: python',
    '  facts:',
    '    - of: environment             # or commands, tables, drops',
    '      node: call',
    '      pattern: ^env\\(\\s*["\'](?<name>\\w+)',
    '',
    `Built in: ${builtIn.packs.map(each => each.language).join(', ')}.`,
    'A grammar is native code: it is never taken from the project, only from beside Fixpoint or the cache of the user.',
    'Editors: fixpoint schema language. Problems with their lines: fixpoint validate.',
  ].join('\n')
}

function agents(): string {
  return [
    'Any program can be an agent: agents: in .fixpoint/config.yaml names its command. It works in a folder of its own',
    'and reads its brief on stdin, or from the file that {brief} stands for.',
    '',
    'It ends its output with a block that says how it went:',
    '',
    ...resultFormat.split('\n').map(line => `  ${line}`),
    '',
    'or, where it needs a person:',
    '',
    ...blockedFormat.split('\n').map(line => `  ${line}`),
    '',
    'While it works it may say that a turn is over, by a line of its own on stdout:',
    '',
    `  ${TURN_MARK} what was done`,
    '',
    'What lies in the folder when the line is read is kept, up to 50 turns of an attempt; an agent that goes on at',
    'once may be ahead of it. fixpoint logs UNIT tells them; fixpoint restore UNIT --turn N lets the next attempt go',
    'on from one.',
  ].join('\n')
}

const otherVariables = [
  [
    'FIXPOINT_CACHE_DIR',
    'where workspaces of agents lie, and what is kept to be faster; while nothing runs or is open, deleting it costs time only',
  ],
  ['XDG_CACHE_HOME', 'the same, one folder above'],
  ['NO_COLOR', 'anything: never colour the output'],
  ['CI', 'anything: as if the output were not a terminal'],
] as const

function environment(): string {
  const rows = settingRows.map(row => [row.environment, `the setting ${row.key}`] as const)
  return [
    'Environment variables that are read.',
    '',
    ...columns([...rows, ...otherVariables]),
  ].join('\n')
}
