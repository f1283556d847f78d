// How much a removal gives back is said without following links and without counting twice.

import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderBytes } from './folder-bytes.ts'

it('counts files once, links and shared files not at all', () => {
  const home = mkdtempSync(join(tmpdir(), 'fixpoint-bytes-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'folder')
  mkdirSync(join(folder, 'inner'), { recursive: true })
  writeFileSync(join(home, 'outside'), 'x'.repeat(5_000))
  writeFileSync(join(folder, 'inner', 'own'), 'x'.repeat(100))
  const own = folderBytes(folder)
  linkSync(join(home, 'outside'), join(folder, 'shared'))
  mkdirSync(join(home, 'elsewhere'))
  writeFileSync(join(home, 'elsewhere', 'file'), 'x'.repeat(5_000))
  symlinkSync(join(home, 'elsewhere'), join(folder, 'link'))
  expect(own).toBe(100)
  expect(folderBytes(folder)).toBeLessThan(1_000)
  expect(folderBytes(join(home, 'nothing'))).toBe(0)
  chmodSync(join(folder, 'inner'), 0o300)
  expect(folderBytes(folder)).toBeLessThan(1_000)
  chmodSync(join(folder, 'inner'), 0o700)
})
