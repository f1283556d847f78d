import { describe, expect, it } from 'vitest'
import { documentDepth } from './document.ts'

const keysOf = (path: string, text: string) =>
  documentDepth(path, text).depth.keys.map(({ name, line }) => `${name} ${line}`)

describe('Markdown', () => {
  it('is read at once where a line is mostly blanks', () => {
    const text = `# ${' '.repeat(30_000)}\u00a0x${' '.repeat(30_000)}\n`
    expect(keysOf('a.md', `${text}# B\n`).at(-1)).toBe('B 2')
  })

  it('has its headings, in both styles and outside fences', () => {
    const text = `# Title #

Text
====

## \`plan\` and [links](x)
\`\`\`sh
# not a heading
\`\`\`
~~~
## nor this
\`\`\`
~~~
    # nor this
#hashtag
- item
---
###### Last
### C#
#
`
    expect(keysOf('docs/README.md', text)).toEqual([
      'Title 1',
      'Text 3',
      'plan and links 6',
      'Last 18',
      'C# 19',
    ])
  })
})

describe('YAML', () => {
  it('has its keys, dotted, with their lines', () => {
    const text = `# top
services:
  web: &web
    image: node # x: y
    "quoted key": [1, {deep: 2}]
  copy: *web
list:
  - name: a
  - name: b
text: |
  not: a key
`
    expect(keysOf('compose.yaml', text)).toEqual([
      'services 2',
      'services.web 3',
      'services.web.image 4',
      'services.web.quoted key 5',
      'services.web.quoted key.deep 5',
      'services.copy 6',
      'services.copy.image 6',
      'services.copy.quoted key 6',
      'services.copy.quoted key.deep 6',
      'list 7',
      'list.name 8',
      'text 10',
    ])
  })

  it('that does not parse says where', () => {
    expect(documentDepth('a.yml', 'a: [1,\nb: }\n').problems).toEqual([
      { line: 2, column: 1, message: 'deficient indentation' },
    ])
  })
})

describe('JSON', () => {
  it('has its keys, dotted, with comments and trailing commas allowed', () => {
    const text = `{
  // "comment": 1,
  "name": "x: y",
  "scripts": { "test": "run \\"it\\"", /* "no": 1 */ },
  "files": ["a", { "b": 1 }],
}
`
    expect(keysOf('package.json', text)).toEqual([
      'name 3',
      'scripts 4',
      'scripts.test 4',
      'files 5',
      'files.b 5',
    ])
  })

  it.each([
    ['{"a": 1', 1, 8, 'unexpected end of file'],
    ['{"a": 1]', 1, 8, 'unexpected ]'],
    ['{\n  a: 1\n}', 2, 3, 'unexpected a'],
    ['{"a": 1 "b": 2}', 1, 9, 'unexpected "b"'],
    ['["a": 1]', 1, 5, 'unexpected :'],
    ['', 1, 1, 'unexpected end of file'],
  ])('%j says where it breaks', (text, line, column, message) => {
    expect(documentDepth('a.json', text).problems).toEqual([{ line, column, message }])
  })

  it('is read at any depth', () => {
    const text = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    expect(documentDepth('a.json', text).problems).toEqual([])
  })
})

describe('TOML', () => {
  it('has its tables and keys', () => {
    const text = `title = "x" # y = 1
[tool.ruff]
line-length = 100
text = """
not = "a key"
"""
[[bin]]
"quoted.name" = 1
a.b = 2
`
    expect(keysOf('pyproject.toml', text)).toEqual([
      'title 1',
      'tool.ruff 2',
      'tool.ruff.line-length 3',
      'tool.ruff.text 4',
      'bin 7',
      'bin.quoted.name 8',
      'bin.a.b 9',
    ])
  })

  it('that does not parse says where', () => {
    expect(documentDepth('a.toml', 'a = 1\nb = \n').problems).toMatchObject([{ line: 2 }])
  })
})

describe('other documents', () => {
  it('.env has its variables', () => {
    expect(keysOf('.env.example', '# A=1\nPORT=80\nexport HOST = x\n')).toEqual([
      'PORT 2',
      'HOST 3',
    ])
  })

  it('a Dockerfile has its instructions', () => {
    const text = `FROM node:24 AS build
# EXPOSE 1
RUN npm ci && \\
    EXPOSE 2
COPY --from=build /a /b
expose 8080
`
    expect(keysOf('Dockerfile', text)).toEqual([
      'FROM 1',
      'FROM.node:24 1',
      'FROM.build 1',
      'RUN 3',
      'RUN.npm 3',
      'COPY 5',
      'COPY./a 5',
      'EXPOSE 6',
      'EXPOSE.8080 6',
    ])
  })

  it('SQL creates tables, but not in comments and strings', () => {
    const text = `-- CREATE TABLE a (id int);
/* CREATE TABLE b (id int); */
CREATE TABLE IF NOT EXISTS public."orders" (id int, note text default 'CREATE TABLE c');
create temporary table d (id int);
CREATE FUNCTION f() RETURNS void AS $x$ CREATE TABLE e (id int); $x$ LANGUAGE sql;
`
    expect(documentDepth('db/1.sql', text).depth.tables).toEqual([
      { name: 'public.orders', line: 3 },
      { name: 'd', line: 4 },
    ])
  })

  it('Prisma has models', () => {
    const text =
      'model User {\n  id Int @id\n}\n// model No {\n// }\nmodel Post {\n  id Int\n  @@map("posts")\n}\n'
    expect(documentDepth('schema.prisma', text).depth.tables).toEqual([
      { name: 'User', line: 1 },
      { name: 'posts', line: 6 },
    ])
  })

  it('GraphQL has the fields of its root types', () => {
    const text = `"""type Query { fake: Int }"""
schema { query: Root mutation: Mutation }
type Root { users(first: Int = 10, by: Order): [User!]! @deprecated(reason: "type Query { no: Int }")
  me: User }
# type Mutation { no: Int }
extend type Mutation { pay(order: ID!): Order }
type User { name: String friends: [User] }
input Query2 { no: Int }
`
    expect(documentDepth('schema.graphql', text).depth.operations).toEqual([
      { name: 'Query.users', line: 3 },
      { name: 'Query.me', line: 4 },
      { name: 'Mutation.pay', line: 6 },
    ])
  })

  it('OpenAPI has routes and operations, in YAML and in JSON', () => {
    const yaml = `openapi: 3.1.0
paths:
  /users/{id}:
    parameters: []
    get:
      operationId: getUser
      responses: { '200': { description: "delete: no" } }
    post: {}
components:
  paths: { /no: { get: {} } }
`
    expect(documentDepth('api.yaml', yaml).depth).toMatchObject({
      routes: [
        { method: 'GET', path: '/users/{id}', handler: 'getUser', line: 5 },
        { method: 'POST', path: '/users/{id}', handler: '', line: 8 },
      ],
      operations: [{ name: 'getUser', line: 6 }],
    })
    const json =
      '{"swagger": "2.0", "basePath": "/v1", "paths": {"/a": {"put": {"operationId": "x"}}}}'
    expect(documentDepth('api.json', json).depth).toMatchObject({
      routes: [{ method: 'PUT', path: '/v1/a', handler: 'x', line: 1 }],
    })
    expect(documentDepth('a.json', '{"paths": {"/a": {"put": {}}}}').depth.routes).toEqual([])
  })

  it('files that no reader takes have no depth', () => {
    expect(documentDepth('a.bin', 'openapi: 1')).toMatchObject({
      depth: { keys: [] },
      problems: [],
    })
  })
})
