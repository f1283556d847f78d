// The tier in force is what the machine proved, never what it was hoped to be.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findLauncher, plainLauncher } from './launcher.ts'

function folderWith(programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(programs))
    writeFileSync(join(folder, name), text, { mode: 0o755 })
  return folder
}

it('without the programs for it there is no namespace', async () => {
  expect(await findLauncher(folderWith({}))).toBe(plainLauncher)
  expect(await findLauncher(undefined)).toBe(plainLauncher)
})

it('programs that refuse, or that only pretend, give no namespace', async () => {
  const refusing = '#!/bin/sh\necho "Operation not permitted" >&2; exit 1\n'
  const pretending = '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done; shift; exec "$@"\n'
  expect(await findLauncher(folderWith({ bwrap: refusing }))).toBe(plainLauncher)
  expect(await findLauncher(folderWith({ bwrap: pretending }))).toBe(plainLauncher)
})

it('a search path with folders that are none of ours is searched nevertheless', async () => {
  const path = `/proc/1/cwd/root-only:/no/such/folder:${folderWith({})}:${'x'.repeat(5_000)}`
  expect(await findLauncher(path)).toBe(plainLauncher)
})
