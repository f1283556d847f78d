// `npm ci` refuses a lock file that lacks a package of any platform, on every platform.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { REPOSITORY } from './e2e/places.ts'

interface Entry {
  readonly version: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type Packages = Readonly<Record<string, Entry>>

it('the lock file holds the packages of every platform (else: node scripts/lockfile.js)', () => {
  const lock = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8'))
  const packages: Packages = lock.packages
  const wanted = Object.entries(packages).flatMap(([holder, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ holder, name, version })),
  )
  expect(wanted.length).toBeGreaterThan(0)
  expect(
    wanted.filter(({ holder, name, version }) => !holds(packages, holder, name, version)),
  ).toEqual([])
})

/** Looks where Node looks. Exact versions must be there as they are; of a range, any. */
function holds(packages: Packages, holder: string, name: string, version: string): boolean {
  const inside = packages[`${holder}/node_modules/${name}`]
  const end = holder.lastIndexOf('/node_modules/')
  if (inside) return !/^\d/.test(version) || inside.version === version
  if (end !== -1) return holds(packages, holder.slice(0, end), name, version)
  const top = packages[`node_modules/${name}`]
  return top !== undefined && (!/^\d/.test(version) || top.version === version)
}
