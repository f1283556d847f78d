// What a file calls a framework is its own matter: `import ex from 'express'`, `from flask import Flask as F`, `import g ".../gin"`. Its
// calls are read under the names by which everybody knows it. Pure.

import type { Import } from '../../model.ts'
import type { Call } from './calls.ts'

/** Of modules that are called, or whose members make a router. */
const known: Readonly<Record<string, string>> = {
  express: 'express',
  fastify: 'fastify',
  koa: 'Koa',
  '@koa/router': 'Router',
  'koa-router': 'Router',
  restify: 'restify',
  flask: 'flask',
  fastapi: 'fastapi',
  sanic: 'sanic',
  bottle: 'bottle',
}

/** Of these a package has the name of its folder: `github.com/go-chi/chi/v5` is chi. */
const goFrameworks = /\/(gin|chi|mux|echo|fiber|httprouter)(?:\/v\d+)?$/

/** What other files of the repository call their own is told by their imports. */
const frameworks =
  /^(?:express|fastify|koa|@koa\/router|koa-router|hono|elysia|restify|flask|quart|fastapi|sanic|starlette|bottle|aiohttp)(?:[./][\w./-]*)?$/

export function underTrueNames(
  calls: readonly Call[],
  imports: readonly Import[],
): readonly Call[] {
  const names = new Map(
    imports.flatMap(each => {
      const name = trueName(each)
      return name === undefined || name === each.alias ? [] : [[each.alias, name] as const]
    }),
  )
  return names.size === 0 ? calls : calls.map(each => renamed(each, names))
}

function trueName({ module, name, alias }: Import): string | undefined {
  if (alias === '') return undefined
  if (name !== '*' && name !== 'default') return frameworks.test(module) ? name : undefined
  return known[module] ?? goFrameworks.exec(module)?.[1]
}

/** What makes something: `e()`, `e.Router()`, `g.New()`; `const app = require('express')()` has routes below the name of its import. */
function renamed(call: Call, names: ReadonlyMap<string, string>): Call {
  const [first, ...others] = call.links
  if (call.root === '') {
    const [, made = '', called = ''] = /^(new )?(.*)$/s.exec(first!.name) ?? []
    const name = names.get(called)
    if (name === undefined) return call
    return { ...call, links: [{ ...first!, name: `${made}${name}` }, ...others] }
  }
  const name = names.get(call.root)
  return name !== undefined && /^[A-Z]/.test(first!.name) ? { ...call, root: name } : call
}
