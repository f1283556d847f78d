import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const handlers = { 'src/handlers.js': 'exports.list = (req, res) => res.json(find())\n' }

const statusOf = async (files: Readonly<Record<string, string>>, endpoint: string) => {
  const spec = `  endpoint:\n    it:\n      attributes:\n        endpoints: ["${endpoint}"]\n`
  return (await judge({ ...handlers, ...files }, spec)).get('endpoint.it')!.status
}

const brings = "const { list } = require('./handlers')\n"

describe('a route of an application that other files require', () => {
  it.each([
    ['as a whole', 'module.exports = app', "const app = require('./app')"],
    ['by its name', 'module.exports = { app }', "const { app } = require('./app')"],
  ])('is found where that brings it in %s', async (_, offers, requires) => {
    const files = {
      'src/app.js': `const express = require('express')\nconst app = express()\n${offers}\n`,
      'src/server.js': `${requires}\n${brings}app.get('/x', list)\napp.listen(3000)\n`,
    }
    expect(await statusOf(files, 'GET /x')).toBe('implemented')
    expect(await statusOf(files, 'GET /y')).toBe('missing')
  })

  it.each([
    ['a function without a name', "require('./routes')(app)", 'module.exports = app => {'],
    ['a function', 'routes(app)', 'module.exports = function register (app) {'],
    ['one of several functions', "require('./routes').setup(app)", 'exports.setup = app => {'],
  ])('is found where %s is given the application', async (_, calls, offers) => {
    const files = {
      'src/server.js': `const express = require('express')
const routes = require('./routes')
const app = express()
${calls}
app.listen(3000)
`,
      'src/routes.js': `${brings}${offers}
  app.get('/x', list)
  const router = require('express').Router()
  router.get('/y', list)
  app.use('/sub', router)
}
`,
    }
    expect(await statusOf(files, 'GET /x')).toBe('implemented')
    expect(await statusOf(files, 'GET /sub/y')).toBe('implemented')
    expect(await statusOf(files, 'GET /y')).toBe('missing')
  })

  it('is not one that a name holds which something else made', async () => {
    const files = { 'src/server.js': `${brings}const app = new Map()\napp.get('/x', list)\n` }
    expect(await statusOf(files, 'GET /x')).toBe('missing')
  })
})
