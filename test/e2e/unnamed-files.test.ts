// Scripts without an extension: their first line says which language they are in.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const spec = `version: "1"
resources:
  command:
    tool:
      files: [bin/tool]
      attributes:
        functions: [main]
`

const scripts: readonly (readonly [string, string])[] = [
  ['#!/usr/bin/env node', 'function main(x) {\n  return x + 1\n}\nmain(1)\n'],
  [
    '#!/usr/bin/env -S deno run --allow-all',
    'function main(x: number) {\n  return x + 1\n}\nmain(1)\n',
  ],
  ['#!/usr/bin/python3.11', 'def main(x):\n    return x + 1\nmain(1)\n'],
  ['#! /usr/bin/env ruby', 'def main(x)\n  x + 1\nend\nmain(1)\n'],
  ['#!/usr/bin/env php', '<?php\nfunction main($x) { return $x + 1; }\nmain(1);\n'],
]

describe('a file without an extension', () => {
  it.each(scripts)('is read in the language of its first line: %s', async (first, text) => {
    const { fixpoint, write } = project({
      'fixpoint.spec.yaml': spec,
      'bin/tool': `${first}\n${text}`,
    })
    await fixpoint('refresh')
    expect((await fixpoint('why command.tool')).stdout).toContain('main is declared (bin/tool:')
    expect((await fixpoint('plan --detailed-exitcode')).exitCode).toBe(0)
    write('bin/tool', `${first}\n`)
    await fixpoint('refresh')
    expect((await fixpoint('plan --detailed-exitcode')).exitCode).toBe(2)
  })

  it('is no code where its first line names no program that is known', async () => {
    const { fixpoint } = project({
      'fixpoint.spec.yaml': spec,
      'bin/tool': '#!/bin/awk -f\nfunction main(x) { return x }\n',
      'bin/other': 'function main(x) { return x }\n',
    })
    await fixpoint('refresh')
    expect((await fixpoint('plan --detailed-exitcode')).exitCode).toBe(2)
    expect((await fixpoint('scan')).stdout).not.toContain('bin/')
  })
})
