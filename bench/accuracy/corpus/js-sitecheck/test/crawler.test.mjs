import assert from 'node:assert/strict'
import test from 'node:test'
import { crawl } from '../src/crawler.mjs'
import Frontier from '../src/frontier.mjs'

async function fakeFetch(url) {
  const html = url.pathname === '/' ? '<title>Home</title><a href="/about">about</a>' : ''
  return { statusCode: html ? 200 : 404, body: { text: async () => html } }
}

test('a broken link is a finding', async () => {
  const codes = []
  for await (const finding of crawl(new URL('http://site.test/'), { fetch: fakeFetch })) codes.push(finding.code)
  assert.deepEqual(codes, ['broken-link', 'title-missing'])
})

test('a page is visited once', () => {
  const frontier = new Frontier(new URL('http://site.test/'), 1)
  assert.equal(frontier.add(new URL('http://site.test/#top'), 1), false)
})
