import { describe, expect, it } from 'vitest'
import { normalisePath } from './paths.ts'

describe('a path in the repository', () => {
  it.each([
    ['./a//b/../c.ts', { path: 'a/c.ts' }],
    ['src/[id]/page.tsx', { path: 'src/[id]/page.tsx' }],
    ['a\\b', { path: 'a/b' }],
    ['.env', { path: '.env' }],
    ['.', { path: '.' }],
    ['/etc/passwd', { problem: 'absolute' }],
    ['C:/x', { problem: 'absolute' }],
    ['a/../../x', { problem: 'escapes' }],
    ['  ', { problem: 'empty' }],
    ['a\0b', { problem: 'null byte' }],
  ])('%j is %j', (path, expected) => {
    expect(normalisePath(path)).toEqual(expected)
  })
})
