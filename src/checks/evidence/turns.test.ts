import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Codebase } from '../../code/codebase.ts'
import { openCodebase } from '../../code/open.ts'
import { registeredRoutes } from './routes/routes.ts'
import { findMentions } from './use/mentions.ts'

/** Longer than anybody should wait for their turn. */
const SLOW_MS = 60

/** Three files, each of which takes long to look at. */
async function slowCodebase(events: string[]): Promise<Codebase> {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const name of ['a.js', 'b.js', 'c.js'])
    writeFileSync(join(root, name), "const app = require('express')()\napp.get('/x', load)\n")
  const codebase = await openCodebase(root, { cacheFolder: undefined })
  const slowly: Codebase['sign'] = (path, sign) => {
    const until = performance.now() + SLOW_MS
    while (performance.now() < until);
    events.push(path)
    return codebase.sign(path, sign)
  }
  return Object.assign(Object.create(codebase) as Codebase, { sign: slowly })
}

it.each([
  ['names', (codebase: Codebase) => findMentions(new Set(['load']), codebase)],
  ['routes', registeredRoutes],
] as const)('others have their turn while a tree is searched for %s', async (_, search) => {
  const events: string[] = []
  const codebase = await slowCodebase(events)
  setImmediate(() => events.push('other work'))
  await search(codebase)
  expect(events.indexOf('other work')).toBeGreaterThan(0)
  expect(events.indexOf('other work')).toBeLessThan(events.lastIndexOf('c.js'))
})
