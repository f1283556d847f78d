import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const go = (body: string) =>
  `package main\nimport "net/http"\nfunc main() {\n\thttp.HandleFunc("/x", x)\n\thttp.ListenAndServe(":1", nil)\n}\nfunc x(w http.ResponseWriter, r *http.Request) {\n${body}}\n`

const refusing = `	switch r.Method {
	case http.MethodGet, http.MethodHead:
		switch kind(r) {
		case 1:
			w.Write([]byte("1"))
		default:
			w.Write([]byte("x"))
		}
	case "POST":
		if w != nil {
			w.Write([]byte("y"))
		}
	default:
		http.Error(w, "x", http.StatusMethodNotAllowed)
	}
`

const cases: readonly EndpointCase[] = [
  {
    name: 'in Go, those of the cases, where the rest is refused',
    files: { 'go.mod': 'module example.org/x\n', 'main.go': go(refusing) },
    verdicts: [
      'GET /x: implemented',
      'HEAD /x: implemented',
      'POST /x: implemented',
      'PUT /x: missing',
    ],
  },
  {
    name: 'in Go, all of them, where the rest is served',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(refusing.replace(/http\.Error.*/, 'w.Write([]byte("z"))')),
    },
    verdicts: ['GET /x: implemented', 'PUT /x: implemented'],
  },
  {
    name: 'in Go, all of them, where a case is no method',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(refusing.replace('"POST"', 'update')),
    },
    verdicts: ['GET /x: implemented', 'PUT /x: implemented'],
  },
  {
    name: 'in Go, those that are asked for before the rest is refused',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(
        '\tif r.Method == http.MethodGet {\n\t\tw.Write(all())\n\t\treturn\n\t}\n\tif r.Method == "POST" {\n\t\tw.Write(made(r))\n\t\treturn\n\t}\n\thttp.Error(w, "x", http.StatusMethodNotAllowed)\n',
      ),
    },
    verdicts: ['GET /x: implemented', 'POST /x: implemented', 'PUT /x: missing'],
  },
  {
    name: 'in Go, those of a switch over questions',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(
        '\tswitch {\n\tcase r.Method == "GET":\n\t\tw.Write(all())\n\tdefault:\n\t\thttp.Error(w, "x", 405)\n\t}\n',
      ),
    },
    verdicts: ['GET /x: implemented', 'PUT /x: missing'],
  },
  {
    name: 'in Go, all of them, where only one is refused, which nobody counts',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(
        '\tw.Write(all())\n\tif r.Method == "DELETE" {\n\t\thttp.Error(w, "x", 405)\n\t}\n',
      ),
    },
    verdicts: ['GET /x: implemented', 'PUT /x: implemented'],
  },
  {
    name: 'in Go, none that a case of its own refuses',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(
        refusing.replace(
          '\tdefault:\n\t\thttp',
          '\tcase http.MethodDelete, http.MethodPatch:\n\t\tw.WriteHeader(http.StatusMethodNotAllowed)\n\tdefault:\n\t\thttp',
        ),
      ),
    },
    verdicts: ['GET /x: implemented', 'DELETE /x: missing', 'PATCH /x: missing'],
  },
  {
    name: 'in Go, one whose case refuses it only now and then',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': go(
        refusing.replace(
          '\tdefault:\n\t\thttp',
          '\tcase http.MethodDelete:\n\t\tif isLocked {\n\t\t\thttp.Error(w, "x", 405)\n\t\t\treturn\n\t\t}\n\t\tdrop(w)\n\tdefault:\n\t\thttp',
        ),
      ),
    },
    verdicts: ['GET /x: implemented', 'DELETE /x: implemented', 'PATCH /x: missing'],
  },
  {
    name: 'in Go, in place, those of the cases',
    files: {
      'go.mod': 'module example.org/x\n',
      'main.go': `package main\nimport "net/http"\nfunc main() {\n\thttp.HandleFunc("/y", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(":-)")) })\n\thttp.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) {\n${refusing}\t})\n\thttp.Handle("/z", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n\t\tif r.Method != http.MethodPost {\n\t\t\thttp.Error(w, "x", 405)\n\t\t\treturn\n\t\t}\n\t\tw.Write(nil)\n\t}))\n\thttp.Handle("/stub", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(501) }))\n\thttp.ListenAndServe(":1", nil)\n}\n`,
    },
    verdicts: [
      'GET /x: implemented',
      'POST /x: implemented',
      'PUT /x: missing',
      'GET /y: implemented',
      'PUT /y: implemented',
      'POST /z: implemented',
      'GET /z: missing',
      'GET /stub: partial',
    ],
  },
  {
    name: 'in JavaScript, those of the cases with braces',
    files: {
      'app.js': `const express = require('express')\nconst app = express()\napp.all('/x', x)\napp.listen(1)\nfunction x(req, res) {\n  switch (req.method) {\n    case 'GET':\n    case 'PUT': {\n      return res.json(1)\n    }\n    default: {\n      res.status(405).end()\n    }\n  }\n}\n`,
    },
    verdicts: ['GET /x: implemented', 'PUT /x: implemented', 'POST /x: missing'],
  },
]

describe('a function that is registered for all methods answers', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
