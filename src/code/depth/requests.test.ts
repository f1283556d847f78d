import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../test/tree.ts'

const requestsOf = (path: string, text: string) =>
  depthOfText(path, text).requests.map(each => `${each.method} ${each.path}`)

const cases: readonly (readonly [name: string, path: string, text: string, found: string[]])[] = [
  [
    'supertest and fetch',
    'test/a.test.ts',
    `request(app).post('/a').send({ b: '/no' })\nfetch(\`\${base}/users/\${id}?x=1\`)\nfetch('/c', { method: 'PUT' })\n`,
    ['POST /a', 'GET /users/{}', 'PUT /c'],
  ],
  [
    'inject with an object',
    'test/a.test.ts',
    "app.inject({ method: 'DELETE', url: '/users/1' })\n",
    ['DELETE /users/1'],
  ],
  [
    'clients of python',
    'tests/test_a.py',
    'client.post("/auth/login", json={})\nrequests.get(f"http://localhost:1/items/{item}")\nclient.open("/x", method="PATCH")\n',
    ['POST /auth/login', 'GET /items/{}', 'PATCH /x'],
  ],
  [
    'go',
    'api/a_test.go',
    'package api\n\nfunc TestA(t *testing.T) {\n\thttptest.NewRequest("POST", "/a", nil)\n\thttp.Post(server.URL+"/api/links", "application/json", body)\n\thttp.NewRequest(http.MethodDelete, url+"/links/"+code, nil)\n}\n',
    ['POST /a', 'POST /api/links', 'DELETE /links/{}'],
  ],
  [
    'rows of a table',
    'api/a_test.go',
    'package api\n\nfunc TestA(t *testing.T) {\n\tfor _, step := range []struct{ method, path string }{\n\t\t{http.MethodPost, "/a"},\n\t\t{"DELETE", "/a/1"},\n\t} {\n\t\tsrv.ServeHTTP(rec, httptest.NewRequest(step.method, step.path, nil))\n\t}\n}\n',
    ['POST /a', 'DELETE /a/1'],
  ],
  [
    'rows that pytest fills in',
    'tests/test_a.py',
    '@pytest.mark.parametrize("method,path", [("get", "/a"), ("POST", "/b")])\ndef test_all(client, method, path):\n    client.request(method, path)\n',
    ['GET /a', 'POST /b'],
  ],
  [
    'rows that are compared, or that nobody sends',
    'test/a.test.js',
    "expect(routes).toEqual([['GET', '/a']])\nassert.deepEqual(table(), ['GET', '/b'])\nawait app.inject({ url: '/c' })\n",
    ['GET /c'],
  ],
  [
    'spring',
    'src/test/java/ATest.java',
    'class ATest {\n  void a() {\n    mockMvc.perform(post("/items").contentType("application/json"));\n    web.get().uri("/items/{id}", 1).exchange();\n  }\n}\n',
    ['POST /items', 'GET /items/{}'],
  ],
  [
    'asp.net',
    'tests/ATests.cs',
    'class ATests {\n  async Task A() {\n    await client.PostAsJsonAsync("/api/trips", trip);\n  }\n}\n',
    ['POST /api/trips'],
  ],
  [
    'laravel',
    'tests/Feature/ATest.php',
    "<?php\n$this->postJson('/api/tickets', []);\n$this->json('PUT', '/api/tickets/1');\n",
    ['POST /api/tickets', 'PUT /api/tickets/1'],
  ],
  [
    'rails',
    'test/a_test.rb',
    'post \'/invoices\', params: {}\nget "/invoices/#{invoice.id}"\n',
    ['POST /invoices', 'GET /invoices/{}'],
  ],
  [
    'no path in a comment, in a plain string, and in a call of something else',
    'test/a.test.ts',
    "// client.get('/comment')\nconst text = '/string'\nexpect(path).toBe('/compared')\nreadFile('/etc/hosts')\n",
    [],
  ],
]

describe('the requests of a test', () => {
  it.each(cases)('are those of %s', (_, path, text, found) => {
    expect(requestsOf(path, text)).toEqual(found)
  })

  it('are read from tests only', () => {
    expect(requestsOf('src/client.ts', "client.post('/a')\n")).toEqual([])
  })
})
