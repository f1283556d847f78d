// Files in which one thing stands again and again, on one line or many: they take as long as their length, and no square of it.

import { expect, it } from 'vitest'
import { depthOf } from './depth/depth.ts'
import { builtIn } from './languages/all.ts'
import { grammarFolders } from './open.ts'
import { outlineOf } from './outline.ts'

const LENGTH = 300_000
const languages = { languages: builtIn, folders: grammarFolders(undefined) }

it.each([
  ['a.ts', 'function a(){}'],
  ['a.ts', 'class A{b(){}}'],
  ['a.ts', '@a '],
  ['a.ts', 'declare '],
  ['a.js', '$.fn.a=function(){};'],
  ['a.js', '\n'],
  ['a.py', 'class A:\n def b(self): pass\n'],
  ['a.py', '\n'],
  ['a.sol', 'function a() public {}'],
  ['a.go', '\n'],
  ['a.rb', '\n'],
])('%s is read, where all of it is %j', (path, text) => {
  const bytes = Buffer.from(text.repeat(LENGTH / text.length))
  const outline = outlineOf(path, bytes)
  expect(depthOf(path, bytes, outline, languages).depth.routes).toEqual([])
})
