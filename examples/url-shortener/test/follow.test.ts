import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow } from '../src/follow.ts'
import { LinkStore } from '../src/links.ts'
import { shorten } from '../src/shorten.ts'

test('following a short link goes to the long one', () => {
  const links = new LinkStore()
  const slug = shorten(links, 'https://example.org/')
  assert.equal(follow(links, slug!), 'https://example.org/')
})

test('an unknown slug leads nowhere', () => {
  assert.equal(follow(new LinkStore(), 'aaaaaaa'), undefined)
})
