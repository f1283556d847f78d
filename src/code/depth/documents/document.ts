// Which reader takes which document, by its name. A file that no reader takes has no depth and no problems.

import type { Depth, SyntaxProblem } from '../../model.ts'
import { prismaTables, sqlFacts } from './database.ts'
import { dottedKeys, type Entries } from './entries.ts'
import { graphqlOperations } from './graphql.ts'
import { asciiHeadings, htmlHeadings, restHeadings } from './headings.ts'
import { jsonEntries } from './json.ts'
import { isOpenApi, openApiOperations } from './openapi.ts'
import { assignmentKeys, dockerInstructions, markdownHeadings } from './text.ts'
import { tomlEntries } from './toml.ts'
import { yamlEntries } from './yaml.ts'

export interface DocumentReading {
  readonly depth: Depth
  readonly problems: readonly SyntaxProblem[]
}

type Facts = Partial<Depth> & { readonly problems?: readonly SyntaxProblem[] }

const readers: readonly {
  readonly name: RegExp
  readonly read: (text: string, path: string) => Facts
}[] = [
  { name: /\.(md|mdx|markdown)$/i, read: text => ({ keys: markdownHeadings(text) }) },
  { name: /\.rst$/i, read: text => ({ keys: restHeadings(text) }) },
  { name: /\.(adoc|asciidoc|asc)$/i, read: text => ({ keys: asciiHeadings(text) }) },
  { name: /\.html?$/i, read: text => ({ keys: htmlHeadings(text) }) },
  { name: /\.ya?ml$/i, read: text => structured(yamlEntries(text)) },
  { name: /\.(json|jsonc|json5)$/i, read: text => structured(jsonEntries(text)) },
  { name: /\.toml$/i, read: text => structured(tomlEntries(text)) },
  {
    name: /^\.env(\..+)?$|\.(env|ini|cfg|properties)$/i,
    read: text => ({ keys: assignmentKeys(text) }),
  },
  {
    name: /^(Dockerfile|Containerfile)(\..+)?$|\.dockerfile$/i,
    read: text => ({ keys: dockerInstructions(text) }),
  },
  { name: /\.sql$/i, read: (text, path) => sqlFacts(text, path) },
  { name: /\.prisma$/i, read: text => ({ tables: prismaTables(text) }) },
  { name: /\.(graphql|graphqls|gql)$/i, read: text => ({ operations: graphqlOperations(text) }) },
]

const readerOf = (path: string) => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return readers.find(each => each.name.test(name))
}

export const isDocument = (path: string) => readerOf(path) !== undefined

export function documentDepth(path: string, text: string): DocumentReading {
  const { problems = [], ...facts } = readerOf(path)?.read(text, path) ?? {}
  return { depth: { ...noDepth, ...facts }, problems }
}

export const noDepth: Depth = {
  references: [],
  routes: [],
  routers: [],
  mounts: [],
  texts: [],
  refusals: [],
  requests: [],
  commands: [],
  tables: [],
  drops: [],
  operations: [],
  environment: [],
  environmentReaders: [],
  keys: [],
}

function structured({ entries, problems }: Entries): Facts {
  const keys = dottedKeys(entries)
  return isOpenApi(entries) ? { keys, problems, ...openApiOperations(entries) } : { keys, problems }
}
