import { expect, it } from 'vitest'
import { documentDepth } from './document.ts'

const keysOf = (path: string, text: string) =>
  documentDepth(path, text).depth.keys.map(({ name, line }) => `${name} ${line}`)

it('reStructuredText has its headings, with and without a line above', () => {
  const text =
    '=====\nTitle\n=====\n\nPart ``one``\n------------\n\ntext\n\n.. note::\n\n   ====  ====\n   a     b\n   ====  ====\n\nLong text that is no title\n---\n'
  expect(keysOf('a.rst', text)).toEqual(['Title 2', 'Part one 5'])
})

it('AsciiDoc has its headings, and none of its blocks', () => {
  expect(keysOf('a.adoc', '= Title\n\n== Part *one*\n----\n== no\n----\n=== Last\n')).toEqual([
    'Title 1',
    'Part one 3',
    'Last 7',
  ])
})

it('HTML has its headings, without markup, comments and scripts', () => {
  const text =
    '<h1 id="a">Title <em>one</em></h1>\n<!-- <h2>no</h2> -->\n<script>"<h2>no</h2>"</script>\n<H2>\n  Parts &amp; pieces\n</H2>\n'
  expect(keysOf('a.html', text)).toEqual(['Title one 1', 'Parts & pieces 4'])
})

it('TOML has the keys of tables in one line', () => {
  expect(keysOf('a.toml', '[dependencies]\nserde = { version = "1", x.y = [1] }\n')).toEqual([
    'dependencies 1',
    'dependencies.serde 2',
    'dependencies.serde.version 2',
    'dependencies.serde.x 2',
    'dependencies.serde.x.y 2',
  ])
})

it('YAML has the keys that an alias brings', () => {
  const text =
    'base: &base\n  image: x\n  env: { A: 1 }\njob:\n  <<: *base\n  script: y\nother: *base\n'
  expect(keysOf('a.yml', text).filter(each => !/<</.test(each))).toEqual([
    'base 1',
    'base.image 2',
    'base.env 3',
    'base.env.A 3',
    'job 4',
    'job.image 5',
    'job.env 5',
    'job.env.A 5',
    'job.script 6',
    'other 7',
    'other.image 7',
    'other.env 7',
    'other.env.A 7',
  ])
})
