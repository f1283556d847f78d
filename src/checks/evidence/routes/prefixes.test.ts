import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

const verdictsOf = async (files: Files, endpoints: readonly string[]) => {
  const resources = endpoints.map(
    (each, index) => `    r${index}:\n      attributes:\n        endpoints: ["${each}"]\n`,
  )
  const found = await judge(files, `  endpoint:\n${resources.join('')}`)
  return endpoints.map((_, index) => found.get(`endpoint.r${index}`)!)
}

const fastapi = (prefix: string, imports: string): Files => ({
  'main.py': `from fastapi import FastAPI\n${imports}\nfrom r import router\napp = FastAPI()\napp.include_router(router, prefix=${prefix})\n`,
  'r.py': `from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('/x')\ndef x():\n    return db.x()\n`,
})
const express = (prefix: string, imports: string): Files => ({
  'app.js': `const express = require('express')\nconst r = require('./r')\n${imports}\nconst app = express()\napp.use(${prefix}, r)\napp.listen(1)\n`,
  'r.js': `const r = require('express').Router()\nr.get('/x', (req, res) => { res.json(all()) })\nmodule.exports = r\n`,
})
const gin = (prefix: string, more: string): Files => ({
  'go.mod': 'module example.org/pond\n',
  'main.go': `package main\nimport (\n\t"github.com/gin-gonic/gin"\n\t"example.org/pond/config"\n)\n${more}\nfunc main() {\n\tr := gin.Default()\n\tapi := r.Group(${prefix})\n\tapi.GET("/x", func(c *gin.Context) { c.JSON(200, all()) })\n\tr.Run()\n}\n`,
})
const nest = (path: string, imports: string, main = ''): Files => ({
  'c.ts': `import { Controller, Get } from '@nestjs/common'\n${imports}\n@Controller(${path})\nexport class C {\n  @Get('x')\n  one() {\n    return this.s.one()\n  }\n}\n`,
  'm.ts': `import { Module } from '@nestjs/common'\nimport { C } from './c'\n@Module({ controllers: [C] })\nexport class M {}\n`,
  'main.ts': `import { NestFactory } from '@nestjs/core'\nimport { M } from './m'\nasync function start() {\n  const app = await NestFactory.create(M)\n  ${main}\n  await app.listen(1)\n}\nstart()\n`,
})

const read: readonly (readonly [string, Files])[] = [
  [
    'an attribute of the settings of FastAPI',
    {
      ...fastapi('settings.API_V1_STR', 'from core.config import settings'),
      'core/config.py': `class Settings(BaseSettings):\n    NAME = "x"\n    API_V1_STR: str = "/api"\nsettings = Settings()\n`,
    },
  ],
  [
    'an attribute of a class, in an f-string',
    {
      ...fastapi('f"{Settings.ROOT}pi"', 'from .config import Settings'),
      'config.py': 'class Settings:\n    ROOT = "/a"\n',
    },
  ],
  [
    'a constant of another file of Python',
    { ...fastapi('PREFIX', 'from paths import PREFIX'), 'paths.py': 'PREFIX = "/api"\n' },
  ],
  [
    'an entry of an exported object',
    {
      ...express('config.http.prefix', "const config = require('./config')"),
      'config.js': "module.exports = { name: 'x', http: { prefix: '/api', port: 1 } }\n",
    },
  ],
  [
    'a constant under another name',
    {
      ...express('BASE', "const { API: BASE } = require('./paths')"),
      'paths.js': "exports.API = '/api'\n",
    },
  ],
  [
    'a constant of another package of Go',
    { ...gin('config.Base', ''), 'config/config.go': 'package config\nconst Base = "/api"\n' },
  ],
  [
    'a constant of another file of the same package',
    { ...gin('base', ''), 'paths.go': 'package main\nconst base = "/api"\n' },
  ],
  [
    'an imported constant of Nest',
    {
      ...nest('BASE', "import { BASE } from './paths'"),
      'paths.ts': "export const BASE = 'api'\n",
    },
  ],
  [
    'a static field, below a global prefix that its file keeps',
    {
      ...nest(
        'Paths.ROOT',
        "import { Paths } from './paths'",
        'const p = "a"\n  app.setGlobalPrefix("")',
      ),
      'paths.ts': "export class Paths {\n  static readonly ROOT = 'api'\n}\n",
    },
  ],
  [
    'a constant of a class of Java',
    {
      'src/A.java': `package a;\nimport org.springframework.web.bind.annotation.*;\n@RestController\n@RequestMapping(Paths.API)\nclass A {\n  @GetMapping("/x")\n  String x() { return find(); }\n}\n`,
      'src/Paths.java': `package a;\nclass Paths {\n  static final String API = "/api";\n}\n`,
    },
  ],
]

const unread: readonly (readonly [string, Files, string])[] = [
  [
    'settings that are not written out',
    fastapi('settings.API', 'from config import settings'),
    'main.py:5',
  ],
  [
    'an f-string with a call',
    fastapi('f"{get_settings().prefix}/v1"', 'from config import get_settings'),
    'main.py:5',
  ],
  [
    'a variable of the environment in Python',
    fastapi('os.environ.get("BASE", "/api")', 'import os'),
    'main.py:5',
  ],
  [
    'a constant from the environment',
    {
      ...fastapi('BASE', 'from paths import BASE'),
      'paths.py': 'import os\nBASE = os.getenv("BASE", "/api")\n',
    },
    'main.py:5',
  ],
  [
    'a name that holds two texts',
    {
      ...fastapi('BASE', 'from paths import BASE'),
      'paths.py': 'BASE = "/api"\nif x:\n    BASE = "/v2"\n',
    },
    'main.py:5',
  ],
  [
    'configuration of Express',
    express('config.prefix', "const config = require('config')"),
    'app.js:5',
  ],
  ['a choice', express("process.env.BASE || '/api'", ''), 'app.js:5'],
  ['a field of a struct', gin('cfg.Base', 'var cfg = load(config.Path)'), 'main.go:10'],
  ['a controller of Nest', nest('BASE', "import { BASE } from '@shop/paths'"), 'c.ts:5'],
  ['the prefix of all of Nest', nest("'v1'", '', 'app.setGlobalPrefix(load())'), 'main.ts:4'],
]

describe('a prefix', () => {
  it.each(read)('that is %s is read', async (_, files) => {
    const found = await verdictsOf(files, ['GET /api/x', 'GET /x'])
    expect(found.map(each => each.status)).toEqual(['implemented', 'missing'])
  })

  it.each(unread)('that is %s makes nothing implemented', async (_, files, place) => {
    const found = await verdictsOf(files, ['GET /some/v1/x', 'POST /some/x', 'GET /y'])
    expect(found.map(each => each.status)).toEqual(['partial', 'missing', 'missing'])
    expect(found[0]!.reason).toContain(
      `GET /some/v1/x is registered below a prefix that cannot be read (${place})`,
    )
    const [bare] = await verdictsOf(files, ['GET /x'])
    expect(bare!.status).not.toBe('implemented')
  })
})

it('that cannot be read may be nothing at all', async () => {
  const files = fastapi('f"{get_settings().prefix}/v1"', 'from config import get_settings')
  const found = await verdictsOf(files, ['GET /v1/x', 'GET /x'])
  expect(found.map(each => each.status)).toEqual(['partial', 'missing'])
})

it.each([
  ['auth', "const { auth } = require('./auth')"],
  ['auth.check', "const auth = require('auth')"],
  ['express.json()', ''],
  ['(q, s, next) => next()', ''],
])('%s in front of a router is no prefix', async (middleware, imports) => {
  const [found] = await verdictsOf(express(middleware, imports), ['GET /x'])
  expect(found!.status).toBe('implemented')
})
