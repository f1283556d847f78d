// A process that takes a workspace, leaves a file in it and dies without giving anything back.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { probeFileSystem } from '../../src/workspace/file-system.ts'
import { openRepository } from '../../src/workspace/open.ts'
import { acquireWorkspace } from '../../src/workspace/pool.ts'
import { inspectRepository } from '../../src/workspace/repository.ts'

const [root = '', cache = '', attempt = ''] = process.argv.slice(2)
const environment = process.env
const { facts } = await inspectRepository(root, { environment, fileSystem: probeFileSystem(cache) })
if (!facts?.head) throw new Error(`${root} cannot be used`)
const repository = openRepository(facts, { cache, environment })
const identity = { name: 'An Agent', email: 'agent@example.org' }
const workspace = await acquireWorkspace(repository, { attempt, base: facts.head, identity })
writeFileSync(join(workspace.path, 'found.txt'), 'made by the dead\n')
process.stdout.write(workspace.path)
process.exit(0)
