import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSlug, makeSlug } from '../src/slugs.ts'

test('what is made is a slug', () => {
  assert.ok(isSlug(makeSlug()))
})

test('a word with letters that look alike is none', () => {
  assert.ok(!isSlug('l0l0l0l'))
})
