// Documents that are made from the program's own data say what the data says.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { functionRules } from '../src/code/depth/routes/annotated-functions.ts'
import { annotationRules } from '../src/code/depth/routes/annotation-rules.ts'
import { routeRules } from '../src/code/depth/routes/route-rules.ts'
import { provenAttributes } from '../src/contract/attributes.ts'
import { matchRules } from '../src/evidence/matching/rules.ts'
import { REPOSITORY } from './e2e/places.ts'
import { project } from './e2e/project.ts'

const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8')

describe('docs/evidence.md', () => {
  it('has the rows of what a spec is warned by', () => {
    expect(matchRules.map(each => each.attribute)).toEqual(provenAttributes)
  })

  it.each(matchRules.map(each => [each.attribute, each] as const))(
    'has the row of %s',
    (_, rule) => {
      expect(read('docs/evidence.md')).toContain(
        `| \`${rule.attribute}\` | ${rule.looksIn} | ${rule.how} |\n`,
      )
    },
  )
})

const languages: Readonly<Record<string, string>> = {
  typescript: 'JavaScript and TypeScript',
  tsx: 'JavaScript and TypeScript',
  javascript: 'JavaScript and TypeScript',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  kotlin: 'Kotlin',
  csharp: 'C#',
  rust: 'Rust',
  ruby: 'Ruby',
  php: 'PHP',
  swift: 'Swift',
}

it('docs/evidence.md lists the frameworks that the tables of routes have, and no others', () => {
  const rules = [...routeRules, ...annotationRules, ...functionRules]
  const known = rules.flatMap(({ framework, languages: own }) =>
    own.map(each => `${languages[each]}: ${framework}`),
  )
  const table = read('docs/evidence.md').split('frameworks whose routes are read |\n')[1]!
  const rows = table.split('\n\n')[0]!.split('\n').slice(1)
  const listed = rows.flatMap(row => {
    const [, language, names] = row.split('|').map(each => each.trim())
    const plain = names!.replace(/;.*$|\([^()]*\)/g, '').split(',')
    return plain.map(each => `${language}: ${each.trim()}`)
  })
  expect(listed.toSorted()).toEqual([...new Set(known)].toSorted())
})

describe('README.md', () => {
  const example = () => {
    const names = [
      'fixpoint.spec.yaml',
      'fixpoint.state.json',
      'README.md',
      ...['follow', 'links', 'main', 'server', 'shorten', 'slugs', 'visits'].map(
        each => `src/${each}.ts`,
      ),
      ...['follow', 'shorten', 'slugs'].map(each => `test/${each}.test.ts`),
    ]
    return project(
      Object.fromEntries(names.map(name => [name, read(`examples/url-shortener/${name}`)])),
    )
  }

  it.each(['plan --refresh', 'why feature.visits'])(
    'shows what fixpoint %s really prints',
    async line => {
      const shown = new RegExp(`\\$ fixpoint ${line}\\n\\n([\\s\\S]*?)\\n\`\`\``).exec(
        read('README.md'),
      )?.[1]
      expect((await example().fixpoint(line)).stdout.trimEnd()).toBe(shown)
    },
  )
})
