import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlineOf, repository } from '../../../test/tree.ts'
import { builtIn } from '../languages/all.ts'
import { outlineOf as outlineOfBytes } from '../outline.ts'
import { depthOf } from './depth.ts'
import { noDepth } from './documents/document.ts'

const grammars = { languages: builtIn, folders: { cache: repository } }
const bytes = (text: string) => Buffer.from(text)

describe('the depth of a file', () => {
  it('of code speaks of the declarations of the outline that is handed in', () => {
    const text =
      'import { Hono } from "hono"\nconst app = new Hono()\nfunction show() { return process.env.PORT }\napp.get("/x", show)\n'
    const { depth, diagnostics } = depthOf('a.ts', bytes(text), outlineOf('a.ts', text), grammars)
    expect(diagnostics).toEqual([])
    expect(depth.routes).toEqual([
      { method: 'GET', path: '/x', handler: 'show', line: 4, router: 0, isStub: false },
    ])
    expect(depth.environment).toEqual([{ name: 'PORT', line: 3 }])
    expect(depth.references).toContainEqual({ name: 'show', line: 4, within: -1, isSkipped: false })
    expect(depth.references).toContainEqual({
      name: 'PORT',
      line: 3,
      within: 1,
      isSkipped: false,
      on: '',
    })
  })

  it('of what is no text is nothing, and costs no parse', () => {
    const random = Buffer.from('a(b)\0c(d)')
    const outline = outlineOfBytes('a.py', random)
    expect(outline.language).toBe('')
    expect(depthOf('a.py', random, outline, grammars).depth).toEqual(noDepth)
  })

  it('of a document needs no outline', () => {
    const text = readFileSync(join(repository, 'package.json'))
    const { depth, problems } = depthOf('package.json', text, undefined, grammars)
    expect(problems).toEqual([])
    expect(depth.keys.map(each => each.name)).toContain('engines.node')
  })

  it('of a document that is no UTF-8 says so, and reads on', () => {
    const { depth, problems } = depthOf(
      'a.md',
      Buffer.of(0x23, 0x20, 0x41, 0xff),
      undefined,
      grammars,
    )
    expect(problems).toEqual([{ line: 1, column: 4, message: 'bytes are not UTF-8' }])
    expect(depth.keys).toHaveLength(1)
  })
})
