// Breaks the kernel one rule at a time, in a copy, and sees whether a test or the simulator notices: `npm run mutate [-- --rule K-12]`.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mutations } from './mutations.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const copied = ['src', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'SPEC.md']
const seeds = '600'

const { values } = parseArgs({ options: { rule: { type: 'string' } } })
const chosen = mutations.filter(each => values.rule === undefined || each.rule === values.rule)
const copy = mkdtempSync(join(tmpdir(), 'fixpoint-mutate-'))
process.exitCode = run()

function run() {
  try {
    for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    const unbroken = noticer()
    if (unbroken !== undefined) return fail(`the ${unbroken} fails before anything is broken`)
    const survivors = chosen.filter(mutation => !isNoticed(mutation))
    console.log(`${chosen.length} mutations, ${survivors.length} unnoticed`)
    return chosen.length === 0 || survivors.length > 0 ? 1 : 0
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function fail(message) {
  console.error(message)
  return 1
}

function isNoticed({ rule, file, find, replace }) {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const count = text.split(find).length - 1
  if (count !== 1)
    throw new Error(`${rule}: ${JSON.stringify(find)} stands ${count} times in ${file}`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
  const noticed = noticer()
  writeFileSync(path, text)
  console.log(`${rule.padEnd(5)} ${file.padEnd(40)} ${noticed ?? 'NOBODY NOTICED'}`)
  return noticed !== undefined
}

/** Who notices that something is wrong: the rules' own tests first, because they are quick; then the simulator. */
function noticer() {
  if (
    !passes('vitest', [
      'run',
      '--bail',
      '1',
      '--exclude',
      'src/kernel/replay.test.ts',
      'src/kernel',
      'src/base/claims.test.ts',
    ])
  )
    return 'test'
  if (!passes('node', ['test/sim/main.ts', '--seed', '1', '--runs', seeds])) return 'simulator'
  return passes('vitest', ['run', 'src/kernel/replay.test.ts']) ? undefined : 'replay test'
}

function passes(program, args) {
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
  const { status, error } = spawnSync(program, args, {
    cwd: copy,
    env,
    stdio: 'ignore',
    timeout: 300_000,
  })
  if (error && error.code !== 'ETIMEDOUT') throw error
  return status === 0
}
