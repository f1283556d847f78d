// A name is found wherever it is declared, in the order of files and lines, and nowhere else.

import { expect, it } from 'vitest'
import { findDeclared } from './name-index.ts'
import { outlineOf } from './outline.ts'
import { encodeOutline } from './outline-codec.ts'

const files = {
  'a.py': 'class Ship:\n    def sail(self): return 1\n\ndef sail(): return 2\n',
  'b.py': 'x = 1\n',
  'c.go': '',
  'd.py': 'def größe(): return 1\n\ndef sai(): return 1\n\ndef sail(): return 3\n',
}

const paths = Object.keys(files)
const records = Object.entries(files).map(([path, text]) =>
  path.endsWith('.py') ? encodeOutline(outlineOf(path, Buffer.from(text))) : undefined,
)

const away = encodeOutline({
  language: 'go',
  declarations: ['Ship.sail', '.odd'].map(name => ({
    kind: 'method',
    name,
    parent: -1,
    line: 1,
    endLine: 1,
    hasBody: true,
    isStub: false,
    isExported: true,
    isTest: false,
    decorators: [],
  })),
  imports: [],
  exports: [],
  problems: [],
  isSuspect: false,
})

const declared = findDeclared([...paths, 'e.go'], [...records, away])

it.each([
  ['sail', ['a.py 1', 'a.py 2', 'd.py 2', 'e.go 0']],
  ['Ship.sail', ['e.go 0']],
  ['Ship', ['a.py 0']],
  ['größe', ['d.py 0']],
  ['odd', []],
  ['.odd', ['e.go 1']],
  ['sai', ['d.py 1']],
  ['ai', []],
  ['', []],
])('%s is declared in %j', (name, places) => {
  expect(declared(name).map(({ path, index }) => `${path} ${index}`)).toEqual(places)
})
