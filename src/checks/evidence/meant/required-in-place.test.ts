import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const users = `exports.list = (req, res) => res.json(find())
exports.stub = (req, res) => { throw new Error('not implemented') }
`
const whole = (body: string) => `module.exports = (req, res) => ${body}\n`

async function verdict(handler: string, more: Readonly<Record<string, string>>, brings = '') {
  const app = `const express = require('express')\n${brings}const app = express()\napp.get('/x', ${handler})\napp.listen(1)\n`
  const spec = '  endpoint:\n    x:\n      attributes: {method: GET, path: /x}\n'
  const found = await judge({ 'app.js': app, 'users.js': users, ...more }, spec)
  const { status, reason = '' } = found.get('endpoint.x')!
  return `${status} ${reason.replace(/ ?\(app\.js:\d+\)/, '')}`.trim()
}

it.each([
  ["require('./users').list", 'implemented'],
  ["auth, require('./users').list.bind(app)", 'implemented'],
  ["wrap(require('./users').list)", 'implemented'],
  ["require('users').gone", 'implemented'],
  ["require('./users').gone", 'partial GET /x is registered, but gone is not in ./users'],
  ["wrap(require('./users').gone)", 'partial GET /x is registered, but gone is not in ./users'],
  ["require('./users').stub", 'partial GET /x is a stub body'],
  ["wrap(require('./users').stub)", 'partial GET /x is a stub body'],
  [
    "require('./no').x",
    'partial GET /x is registered, but ./no is not there, from which x is imported',
  ],
  ["require('./no')", 'partial GET /x is registered, but ./no is not there'],
])('a handler that is required in place is what it means: %s', async (handler, says) => {
  expect(await verdict(handler, {})).toBe(says)
})

it('a handler that is a whole module is what that exports as such', async () => {
  const brings = "const show = require('./show')\n"
  const work = { 'show.js': whole('res.json(find())') }
  const stub = { 'show.js': whole('{}') }
  expect(await verdict('show', work, brings)).toBe('implemented')
  expect(await verdict('show', stub, brings)).toBe('partial GET /x is a stub body')
  expect(await verdict("require('./show')", work)).toBe('implemented')
  expect(await verdict("require('./show')", stub)).toBe('partial GET /x is a stub body')
  const handed = { 'show.js': 'function show (req, res) {}\nmodule.exports = show\n' }
  expect(await verdict('show', handed, brings)).toBe('partial GET /x is a stub body')
  const made = { 'show.js': "module.exports = make(require('./users'))\n" }
  expect(await verdict('show', made, brings)).toBe('implemented')
})
