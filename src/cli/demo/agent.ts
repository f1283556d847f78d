// The agents of the demonstration, as one script: each does what agents are known to do, and does better once it is told what failed.
// The text of a program, and nothing that this program runs itself.

export const agentScript = `import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const character = process.argv[2]
const isToldOfFailure = readFileSync(0, 'utf8').includes('## What failed before')

const shorten = \`// Takes a long URL and answers a short one.
import type { LinkStore } from './links.ts'
import { makeSlug } from './slugs.ts'

export function shorten(links: LinkStore, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  let slug = makeSlug()
  while (!links.add(slug, url)) slug = makeSlug()
  return slug
}
\`

const shortenTest = \`import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LinkStore } from '../src/links.ts'
import { shorten } from '../src/shorten.ts'

test('a short link has seven letters', () => {
  assert.equal(shorten(new LinkStore(), 'https://example.org/')?.length, 7)
})
\`

const stats = \`// How often each link was followed.
const visits = new Map<string, number>()

export function countVisit(slug: string): void {
  visits.set(slug, visitsOf(slug) + 1)
}

export function visitsOf(slug: string): number {
  return visits.get(slug) ?? 0
}
\`

const follow = \`// Where the visitor of a short URL goes.
import type { LinkStore } from './links.ts'
import { isSlug } from './slugs.ts'

export function follow(links: LinkStore, slug: string): string | undefined {
  return isSlug(slug) ? links.find(slug) : undefined
}
\`

const expiry = \`// Whether a link has ended.
export function isExpired(endsAt: string | undefined, now: string): boolean {
  return endsAt !== undefined && endsAt <= now
}
\`

const characters = {
  async careful() {
    writeFileSync('src/shorten.ts', shorten)
    writeFileSync('test/shorten.test.ts', shortenTest)
    return 'wrote shorten with a test'
  },
  async boaster() {
    if (!isToldOfFailure) return 'implemented everything, all tests pass'
    writeFileSync('src/stats.ts', stats)
    return 'wrote stats, this time for real'
  },
  async hasty() {
    await pause(2_500)
    writeFileSync('src/follow.ts', follow)
    if (isToldOfFailure) return 'wrote follow and left slugs as they are'
    const slugs = readFileSync('src/slugs.ts', 'utf8')
    writeFileSync('src/slugs.ts', slugs.replace('LENGTH = 7', 'LENGTH = 9'))
    return 'wrote follow, and made slugs longer while at it'
  },
  async sleeper() {
    if (!isToldOfFailure) await pause(600_000)
    writeFileSync('src/expiry.ts', expiry)
    return 'wrote expiry'
  },
}

const summary = await characters[character]()
const fence = '\`'.repeat(3)
console.log([fence + 'result', 'status: done', 'summary: ' + JSON.stringify(summary), fence].join('\\n'))
`
