// A route outlives its handler: what `refresh` and `ci` say when the file that answers is deleted, and how the report names a rung
// that nobody can look into.

import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { project } from './project.ts'

const spec = `resources:
  endpoint:
    login: {attributes: {endpoints: [POST /auth/login]}}
    docs: {attributes: {endpoints: [GET /docs]}}
`
const app = `const express = require('express')
const docs = require('some-docs')
const { login } = require('./auth')
const app = express()
app.post('/auth/login', login)
app.get('/docs', docs.serve)
app.listen(3000)
`

it('a route whose handler was deleted is no longer implemented, cold and warm alike', async () => {
  const here = project({
    'fixpoint.spec.yaml': spec,
    'app.js': app,
    'auth.js': 'exports.login = (req, res) => {\n  res.json(open(req.body))\n}\n',
  })
  const before = await here.fixpoint('refresh')
  expect(before.stdout).toContain('IMPLEMENTED (2 resources)')
  expect(before.stdout).toContain(
    'Level: declared of substantive (substantive n/a: what answers is not found in this repository)',
  )
  rmSync(here.path('auth.js'))
  const after = await here.fixpoint('refresh')
  expect(after.stdout).toContain(
    'POST /auth/login is registered, but ./auth is not there, from which login is imported (app.js:5)',
  )
  expect(after.stdout).toContain('endpoint.login: implemented -> partial')
  expect((await here.fixpoint('ci --fail-under 100')).exitCode).not.toBe(0)
})
