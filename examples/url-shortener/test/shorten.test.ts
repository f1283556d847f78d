import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LinkStore } from '../src/links.ts'
import { shorten } from '../src/shorten.ts'

test('a short link leads to the long one', () => {
  const links = new LinkStore()
  const slug = shorten(links, 'https://example.org/a/long/way')
  assert.equal(links.find(slug!), 'https://example.org/a/long/way')
})

test('what is not a web address is refused', () => {
  assert.equal(shorten(new LinkStore(), 'javascript:alert(1)'), undefined)
})
