import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const registering = (clause: string) =>
  `import { ${clause} } from './router'\nconst router = new Router()\nrouter.get('/x', () => 1)\nexport { router }\n`
const own = `export class Router {\n  get(path: string, run: () => void) {\n    this.all.push(run)\n  }\n}\n`

const cases: readonly EndpointCase[] = [
  {
    name: 'nothing, where it has only the name',
    files: { 'src/a.ts': registering('Router'), 'src/router.ts': own },
    verdicts: ['GET /x: missing'],
  },
  {
    name: 'nothing, under an alias',
    files: {
      'src/a.ts': registering('Own as Router'),
      'src/router.ts': own.replace('Router', 'Own'),
    },
    verdicts: ['GET /x: missing'],
  },
  {
    name: 'nothing, where files pass it on',
    files: {
      'src/a.ts': registering('Router').replace('./router', './lib'),
      'src/lib/index.ts': `export * from './web'\n`,
      'src/lib/web.ts': `export { Own as Router } from './own'\n`,
      'src/lib/own.ts': own.replace('Router', 'Own'),
    },
    verdicts: ['GET /x: missing'],
  },
  {
    name: 'nothing, where an object passes it on',
    files: {
      'a.js': `const { Router } = require('./lib')\nconst r = new Router()\nr.get('/x', () => 1)\nmodule.exports = r\n`,
      'lib/index.js': `module.exports = { Router: require('./router') }\n`,
      'lib/router.js': `${own.replace('export ', '').replace(/: [^,)]+/g, '')}module.exports = Router\n`,
    },
    verdicts: ['GET /x: missing'],
  },
  {
    name: 'its routes, where a router stands above it',
    files: {
      'src/a.ts': registering('Router'),
      'src/router.ts': `import * as koa from '@koa/router'\n${own.replace('Router', 'Router extends koa.Router')}`,
    },
    verdicts: ['GET /x: implemented'],
  },
]

describe('a class of the repository that is called like a router registers', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
