import { describe, expect, it } from 'vitest'
import { decodeSpec } from './decode.ts'

const problemsOf = (endpoints: string) =>
  decodeSpec(
    `resources:\n  endpoint:\n    users:\n      attributes:\n        endpoints: ${endpoints}\n`,
    'fixpoint.spec.yaml',
  ).problems

const knownOnes =
  'known are GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY, WS and the rarer ones of the registry'

describe('an endpoint of a spec', () => {
  it('with a method that nobody knows is an error, which names the entry, its place and the known ones', () => {
    expect(problemsOf('["GET /users", "GETT /users"]')).toEqual([
      {
        severity: 'error',
        code: 'spec/endpoint',
        message: 'endpoint "GETT /users" asks for GETT, which is no HTTP method',
        at: { file: 'fixpoint.spec.yaml', line: 5, column: 35 },
        fix: `did you mean GET? ${knownOnes}`,
      },
    ])
  })

  it('that is written as method and path is asked the same', () => {
    const problems = (method: string) =>
      decodeSpec(
        `resources:\n  endpoint:\n    users:\n      attributes: { method: ${method}, path: /users }\n`,
        'fixpoint.spec.yaml',
      ).problems.map(each => [each.message, each.at?.line])
    expect(problems('PUTT')).toEqual([
      ['endpoint "PUTT /users" asks for PUTT, which is no HTTP method', 4],
    ])
    expect(problems('PUT')).toEqual([])
  })

  it.each([
    ['FETCH /users', knownOnes],
    ['ALL /users', knownOnes],
    ['"psot /users"', `did you mean POST? ${knownOnes}`],
    ['"DELET /users/{id}"', `did you mean DELETE? ${knownOnes}`],
  ])('%s has a fault', (endpoint, fix) => {
    expect(problemsOf(endpoint).map(each => [each.code, each.fix])).toEqual([
      ['spec/endpoint', fix],
    ])
  })

  it.each([
    'GET /users',
    'get /users',
    '[GET /, "ANY /x", "WS /live", HEAD /x, OPTIONS /x]',
    '[PROPFIND /files, QUERY /search, PURGE /cache, TRACE /x, LINK /x]',
    '/users',
    '[users list, fetch users, Query users]',
    '[]',
  ])('%s has none', endpoint => {
    expect(problemsOf(endpoint)).toEqual([])
  })
})
