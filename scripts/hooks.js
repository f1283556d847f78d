// Installs a pre-push hook that runs the fast checks. A hook that somebody else wrote is never touched.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { root, say } from './setup.js'

const signature = '# Installed by `npm run hooks`.'
const call = 'npm run --silent check'
const hook = `#!/bin/sh\n${signature}\nexec ${call}\n`

const path = resolve(
  root,
  execFileSync('git', ['rev-parse', '--git-path', 'hooks/pre-push'], {
    cwd: root,
    encoding: 'utf8',
  }).trim(),
)
const existing = existsSync(path) ? readFileSync(path, 'utf8') : undefined

if (existing !== undefined && !existing.includes(signature)) {
  say(`${path} is not ours and stays as it is. Add this line to it: ${call}`)
  process.exitCode = 1
} else if (existing === hook) {
  say(`Already there: ${path}`)
} else {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, hook, { mode: 0o755 })
  say(`Created: ${path}. It runs \`${call}\` before every push.`)
}
