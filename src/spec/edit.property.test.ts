import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Author, dice, type Written } from '../../test/spec-author.ts'
import { anyEdits } from '../../test/spec-edits.ts'
import { json, plainlyEdited, type Tree, tree } from '../../test/spec-oracle.ts'
import { readYaml } from '../base/yaml/document.ts'
import { decodeSpec } from './decode.ts'
import type { SpecEdit } from './edit/edits.ts'
import { valueOfNode } from './edit/value.ts'
import { editSpec } from './edit.ts'

const withoutPlaces = (key: string, value: unknown) =>
  key === 'at' || key === 'file' ? undefined : value
const decoded = (text: string) => {
  const { part, problems } = decodeSpec(text, 'f')
  return JSON.stringify({ part, problems: problems.map(each => each.message) }, withoutPlaces, 1)
}

const rootOf = (text: string): Tree => {
  const { root } = readYaml(text, 'f')
  return tree(root && valueOfNode(root))
}

function commentsOf(text: string): string[] {
  // The author's comments carry numbers, so that text that only looks like one is told apart.
  return [...text.matchAll(/# c\d+(?: : x| - \[| ")?/g)].map(each => each[0])
}

function touched(written: Written, edits: readonly SpecEdit[]): Set<string> {
  const found = new Set<string>()
  const names = edits.flatMap(edit => (edit.op === 'rename' ? [edit.from] : []))
  for (const edit of edits)
    if (edit.op !== 'top') found.add(edit.op === 'rename' ? edit.from : edit.address)
  for (const [address, chunk] of written.chunks)
    if (names.some(each => chunk.includes(each))) found.add(address)
  const families = new Set([...found].map(each => written.families.get(each)))
  for (const [address, family] of written.families) if (families.has(family)) found.add(address)
  return found
}

/** The same specs in every run; another seed or a larger number looks further. */
const DRAWN = { seed: 20261121, numRuns: 400, endOnFailure: true }

/** A failure shows the text and the edits as well as the numbers that they were made of. */
const forAll = (check: (written: Written, edits: readonly SpecEdit[]) => void) =>
  fc.assert(
    fc.property(fc.gen(), draw => {
      const d = dice(draw)
      const written = new Author(d).write()
      const edits = anyEdits(d, written.addresses)
      try {
        check(written, edits)
      } catch (cause) {
        const shown = `${cause}\n---\n${written.text}\n---\n${JSON.stringify(edits, null, 1)}`
        throw new Error(shown, { cause })
      }
    }),
    DRAWN,
  )

describe('editing any spec', () => {
  it('says afterwards what the same edits make of the plain value', () => {
    forAll((written, edits) => {
      const result = editSpec(written.text, edits)
      expect(decoded(result)).toBe(decoded(json(plainlyEdited(rootOf(written.text), edits))))
      expect(result.includes('\t') && !written.text.includes('\t')).toBe(false)
    })
  })

  it('keeps every comment that does not belong to a removed resource, in order', () => {
    forAll((written, edits) => {
      const result = editSpec(written.text, edits)
      const removed = new Set(edits.flatMap(edit => (edit.op === 'remove' ? [edit.address] : [])))
      const movers = new Set(
        edits.flatMap(edit =>
          edit.op === 'rename' && edit.from.split('.')[0] !== edit.to.split('.')[0]
            ? [edit.from]
            : [],
        ),
      )
      const kept = written.comments.filter(each => !removed.has(each.owner ?? ''))
      const moving = new Set(
        kept.filter(each => movers.has(each.owner ?? '')).map(each => each.text),
      )
      const found = commentsOf(result)
      expect(found.filter(each => !moving.has(each))).toEqual(
        kept.map(each => each.text).filter(each => !moving.has(each)),
      )
      expect(found.filter(each => moving.has(each)).sort()).toEqual([...moving].sort())
    })
  })

  it('leaves the lines of every other resource byte for byte', () => {
    forAll((written, edits) => {
      const result = editSpec(written.text, edits)
      const changed = touched(written, edits)
      const eol = written.text.includes('\r\n') ? '\r\n' : '\n'
      for (const [address, chunk] of written.chunks)
        if (!changed.has(address)) expect(`\n${result}${eol}`).toContain(`\n${chunk}${eol}`)
      if (eol === '\r\n') expect(result.replaceAll('\r\n', '')).not.toContain('\n')
    })
  })

  it('answers the very same text for no edits, and for a field set to what it says', () => {
    forAll(written => {
      expect(editSpec(written.text, [])).toBe(written.text)
      const resources = rootOf(written.text).get('resources')
      const present = written.addresses.flatMap((address): SpecEdit[] => {
        const [, type, name] = /^([^.]*)\.(.*)$/.exec(address)!
        const body = tree(tree(tree(resources).get(type!)).get(name!))
        return [...body].map(([field, value]) => ({
          op: 'set',
          address,
          field,
          value: JSON.parse(json(value)),
        }))
      })
      expect(editSpec(written.text, present)).toBe(written.text)
    })
  })
})
