// tree-sitter is the judge: over the TypeScript and JavaScript that npm packages ship, both must see the same declarations.
// Files that tree-sitter itself cannot read, and files of more than 400 kB, are left out.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { agreement, report, total } from '../../../../test/oracles/agreement.ts'
import { scriptRows } from '../../../../test/oracles/script-rows.ts'
import type { OracleRow } from '../../../../test/oracles/tree-rows.ts'
import { qualifiedNames } from '../../names.ts'
import { scanScript } from './scanner.ts'

const modules = join(import.meta.dirname, '../../../../node_modules')
const largest = 400_000

it('sees in TypeScript sources what tree-sitter sees', async () => {
  const judged = await judge(
    '{zod,yaml,vitest,fast-check,@types/node,@jridgewell/*}/**/*.{ts,mts,cts,tsx}',
  )
  report('TypeScript in npm packages', judged)
  expect(judged.same).toBeGreaterThan(20_000)
  expect(judged.precision).toBeGreaterThanOrEqual(0.999)
  expect(judged.recall).toBeGreaterThanOrEqual(0.999)
})

it('sees in JavaScript sources what tree-sitter sees', async () => {
  const judged = await judge('{zod,yaml,fast-check,js-yaml,picomatch,vitest}/**/*.{js,mjs,cjs}')
  report('JavaScript in npm packages', judged)
  expect(judged.same).toBeGreaterThan(5_000)
  expect(judged.precision).toBeGreaterThanOrEqual(0.999)
  expect(judged.recall).toBeGreaterThanOrEqual(0.999)
})

async function judge(pattern: string) {
  const agreements = []
  for (const path of globSync(pattern, { cwd: modules }).sort()) {
    const bytes = readFileSync(join(modules, path))
    const wanted = bytes.length <= largest ? scriptRows(path, bytes.toString('utf8')) : undefined
    if (wanted === undefined) continue
    agreements.push({ path, of: agreement(wanted.map(row), found(path, bytes)) })
    // tree-sitter's trees are freed only between turns of the event loop.
    await new Promise(resolve => setImmediate(resolve))
  }
  return total(agreements)
}

function found(path: string, bytes: Buffer): string[] {
  const outline = scanScript(path, bytes.toString('latin1'))
  expect({ path, isSuspect: outline.isSuspect }).toEqual({ path, isSuspect: false })
  const names = qualifiedNames(outline)
  return outline.declarations.map((each, index) => row({ ...each, name: names[index]! }))
}

function row({ kind, name, line, endLine }: OracleRow): string {
  return `${kind} ${name} ${line}-${endLine}`
}
