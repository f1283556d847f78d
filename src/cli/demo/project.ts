// The project of the demonstration: a URL shortener, half built, with a spec of what it must contain and a unit for each thing that is
// missing. Texts only.

/** `node` is the program that runs tests and agents, `agent` the script of the scripted agents. */
export function demoFiles(node: string, agent: string): Readonly<Record<string, string>> {
  const run = (...words: string[]) => JSON.stringify([node, '--no-warnings', ...words])
  return {
    '.gitignore': '/.fixpoint/local/\n/fixpoint.state.json\n',
    '.fixpoint/config.yaml': `agents:
  careful: { command: ${run(agent, 'careful')}, timeout: 30s }
  boaster: { command: ${run(agent, 'boaster')}, timeout: 30s }
  hasty: { command: ${run(agent, 'hasty')}, timeout: 30s }
  sleeper: { command: ${run(agent, 'sleeper')}, timeout: 30s, silence: 4s }
checks:
  unit:
    description: all tests
    command: ${run('--experimental-strip-types', '--test', 'test/*.test.ts')}
    timeout: 30s
`,
    'fixpoint.spec.yaml': spec,
    'package.json': '{ "name": "url-shortener", "private": true, "type": "module" }\n',
    'src/slugs.ts': slugs,
    'src/links.ts': links,
    'test/slugs.test.ts': slugsTest,
    ...units,
  }
}

const spec = `version: "1"

resources:
  module:
    slugs:
      description: Short, readable and hard to guess
      attributes: { functions: [makeSlug, isSlug] }
      files: [src/slugs.ts]
    links:
      description: Keeps the long URL of every slug
      attributes: { class: LinkStore }
      files: [src/links.ts]
  feature:
    shorten:
      description: Takes a long URL and answers a short one
      depends_on: [module.links, module.slugs]
      attributes: { functions: [shorten] }
      files: [src/shorten.ts]
    stats:
      description: How often a link was followed
      depends_on: [module.links]
      attributes: { functions: [countVisit, visitsOf] }
      files: [src/stats.ts]
    follow:
      description: Leads the visitor of a short URL to the long one
      depends_on: [module.links, module.slugs]
      attributes: { functions: [follow] }
      files: [src/follow.ts]
    expiry:
      description: A link may end on a date
      attributes: { functions: [isExpired] }
      files: [src/expiry.ts]
`

const slugs = `// Slugs: short, without letters that look alike, and hard to guess.
import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 7

export function makeSlug(): string {
  return Array.from({ length: LENGTH }, () => letters[randomInt(letters.length)]).join('')
}

export function isSlug(text: string): boolean {
  return text.length === LENGTH && [...text].every(each => letters.includes(each))
}
`

const links = `// Keeps the long URL of every slug, in memory.
export class LinkStore {
  readonly #urls = new Map<string, string>()

  add(slug: string, url: string): boolean {
    if (this.#urls.has(slug)) return false
    this.#urls.set(slug, url)
    return true
  }

  find(slug: string): string | undefined {
    return this.#urls.get(slug)
  }
}
`

const slugsTest = `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSlug, makeSlug } from '../src/slugs.ts'

test('what is made is a slug', () => assert.ok(isSlug(makeSlug())))
`

const unit = (id: string, agent: string, resource: string, title: string, claims: string) => `---
id: ${id}
title: ${title}
resource: feature.${resource}
agent: ${agent}
claims: { ${claims} }
produces: [src/${resource}.ts]
checks: [unit]
---
${title}. The spec says which functions ${resource} must have.
`

const units = {
  'units/T01-shorten.md': unit(
    'T01',
    'careful',
    'shorten',
    'Shorten a URL',
    'create: [test/shorten.test.ts]',
  ),
  'units/T02-stats.md': unit('T02', 'boaster', 'stats', 'Count visits', 'read: [src/links.ts]'),
  'units/T03-follow.md': unit(
    'T03',
    'hasty',
    'follow',
    'Follow a short URL',
    'edit: [src/slugs.ts]',
  ),
  'units/T04-expiry.md': unit(
    'T04',
    'sleeper',
    'expiry',
    'Let links expire',
    'read: [src/links.ts]',
  ),
}
