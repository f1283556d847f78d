// Writes schemas/*.json, which editors read, from the schemas that the program reads files with.

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root, say } from './setup.js'

prepare()
mkdirSync(join(root, 'schemas'), { recursive: true })
for (const name of ['spec', 'config', 'state', 'language', 'unit', 'plan']) {
  const { stdout, status, stderr } = spawnSync(
    join(root, 'node_modules/node/bin/node'),
    ['bin/fixpoint.js', 'schema', name],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  writeFileSync(join(root, `schemas/${name}.schema.json`), stdout)
  say(`schemas/${name}.schema.json`)
}
