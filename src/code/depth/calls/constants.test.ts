import { expect, it } from 'vitest'
import { registeredIn } from '../../../../test/registered.ts'
import { routesOf } from '../../../../test/routes.ts'

it.each([
  [
    'a name, a template and an object of TypeScript',
    'a.ts',
    "import express from 'express'\nconst app = express()\nconst API = '/api'\nconst PATHS = { users: '/users', jobs: '/jobs' } as const\napp.get(API, root)\napp.get(`@{API}/books`, books)\napp.post(PATHS.users, users)\napp.get(API + '/carts/:id', cart)\n",
    [
      'GET /api root 5',
      'GET /api/books books 6',
      'POST /users users 7',
      'GET /api/carts/{id} cart 8',
    ],
  ],
  [
    'the prefix of a router in Python',
    'a.py',
    'from fastapi import APIRouter, FastAPI\nPREFIX = "/users"\napp = FastAPI()\nrouter = APIRouter(prefix=PREFIX)\n@router.get(f"{PREFIX}/me")\ndef me(): return 1\napp.include_router(router, prefix="/v1" + PREFIX)\n',
    ['GET /v1/users/users/users/me me 5'],
  ],
  [
    'a group in Go',
    'a.go',
    'package a\nimport "github.com/gin-gonic/gin"\nconst api = "/api"\nfunc main() {\n\tr := gin.Default()\n\tg := r.Group(api)\n\tg.GET("/x", show)\n}\n',
    ['GET /api/x show 7'],
  ],
  [
    'a mapping of Spring',
    'A.java',
    'import org.springframework.web.bind.annotation.*;\n@RestController @RequestMapping(API)\nclass A {\n  static final String API = "/api";\n  @GetMapping(ONE) String one() { return "1"; }\n  static final String ONE = "/one";\n}\n',
    ['GET /api/one A.one 5'],
  ],
  [
    'a member of an enum',
    'a.ts',
    "import express from 'express'\nconst app = express()\nenum Paths { Users = '/users', X = 1 }\nenum Other { Users = '/other' }\napp.get(Paths.Users, users)\napp.post(Other.Users + '/all', all)\n",
    ['GET /users users 5', 'POST /other/all all 6'],
  ],
  [
    'two texts that are one in Go',
    'a.go',
    'package a\nimport "github.com/gin-gonic/gin"\nconst api = "/api" + "/v1"\nfunc main() {\n\tr := gin.Default()\n\tg := r.Group(api)\n\tg.GET("/x", show)\n}\n',
    ['GET /api/v1/x show 7'],
  ],
  [
    'two texts that are one in Python',
    'a.py',
    'from fastapi import FastAPI\nBASE = ("/api" "/v1")\napp = FastAPI()\n@app.get("/multi" "/line")\ndef one(): return 1\n@app.get(BASE)\ndef two(): return 1\n@app.get("/a" f"/{x}")\ndef three(): return 1\n',
    ['GET /multi/line one 4', 'GET /api/v1 two 6'],
  ],
] as const)('a path under %s is read', (_, path, text, routes) => {
  expect(routesOf(path, text.replace('@{', '${'))).toEqual(routes)
})

it('a name that holds two texts, or one of a file that is not there, is no path', () => {
  const head =
    "import express from 'express'\nimport { OTHER } from './paths'\nconst app = express()\n"
  const two = "function a() { const P = '/a' }\nfunction b() { const P = '/b' }\n"
  const text = `${head}${two}app.get(P, show)\napp.get(OTHER, show)\n`
  expect(registeredIn({ 'a.ts': text })).toEqual([])
  expect(registeredIn({ 'a.ts': text, 'paths.ts': "export const OTHER = '/other'\n" })).toEqual([
    'GET /other',
  ])
})

it('a member of an enum of another file is read, and one that nobody declares is no path', () => {
  const text =
    "import express from 'express'\nimport { Paths } from './paths'\nconst app = express()\napp.get(Paths.Users, show)\napp.get(Paths.Gone, show)\n"
  const paths = "export enum Paths { Users = '/users' }\n"
  expect(registeredIn({ 'a.ts': text, 'paths.ts': paths })).toEqual(['GET /users'])
})

it('an optional group of Express is two routes', () => {
  const text =
    "import express from 'express'\nconst app = express()\napp.get('/opt{/:id}', show)\napp.get('/a{/:b}/c', show)\n"
  expect(registeredIn({ 'a.ts': text })).toEqual([
    'GET /a/c',
    'GET /a/{b}/c',
    'GET /opt',
    'GET /opt/{id}',
  ])
})
