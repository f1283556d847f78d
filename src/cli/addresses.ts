// What a word on the command line means here and now: its readings by form, narrowed to those that exist.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { refuse } from '../base/diagnostic.ts'
import { didYouMean } from '../base/nearest.ts'
import { type Address, addressText, readAddress } from '../contract/address.ts'
import type { Desk } from './project.ts'
import type { World } from './world.ts'

/** The one reading of a word that exists. A word with several existing readings is refused with the list of them. */
export function findAddress(word: string, desk: Desk, world: World): Address {
  const known = knownResources(desk)
  const found = readAddress(word).filter(each => exists(each, known, world))
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    refuse('address/ambiguous', `"${word}" can mean ${found.map(named).join(' or ')}`, {
      fix: 'write ./ before a path; a resource has no other spelling',
    })
  return refuse('address/unknown', `nothing here is called "${word}"`, {
    fix: didYouMean(word, known) ?? 'see fixpoint help addresses',
  })
}

function knownResources({ spec, state }: Desk): ReadonlySet<string> {
  const recorded = (state?.resources ?? []).map(each => `${each.type}.${each.name}`)
  return new Set([...spec.resources.map(each => each.address), ...recorded])
}

function exists(reading: Address, known: ReadonlySet<string>, { cwd }: World): boolean {
  if (reading.kind === 'resource') return known.has(reading.address)
  return (
    reading.kind === 'path' &&
    statSync(resolve(cwd, reading.path), { throwIfNoEntry: false }) !== undefined
  )
}

const named = (reading: Address) => `the ${reading.kind} ${addressText(reading)}`
