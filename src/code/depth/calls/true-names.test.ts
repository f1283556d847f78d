import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

it.each([
  [
    'a.js',
    "import ex from 'express'\nconst app = ex()\napp.get('/a', (q, s) => s.json(1))\napp.listen(1)\n",
  ],
  [
    'a.js',
    "const e = require('express')\nconst app = e()\napp.get('/a', (q, s) => s.json(1))\napp.listen(1)\n",
  ],
  [
    'a.ts',
    "import { Hono as H } from 'hono'\nconst app = new H()\napp.get('/a', c => c.json(1))\nserve(app)\n",
  ],
  [
    'a.py',
    "from flask import Flask as F\napp = F(__name__)\n@app.route('/a')\ndef all():\n    return rows()\n",
  ],
  [
    'a.py',
    "import fastapi as fa\napp = fa.FastAPI()\n@app.get('/a')\ndef all():\n    return rows()\n",
  ],
  [
    'main.go',
    'package main\nimport g "github.com/gin-gonic/gin"\nfunc main() {\n\tr := g.Default()\n\tr.GET("/a", func(c *g.Context) { c.JSON(200, rows()) })\n\tr.Run()\n}\n',
  ],
])('routes of a framework under another name are registered: %s', async (file, text) => {
  const found = await judge(
    { [file]: text },
    '  endpoint:\n    a: {attributes: {endpoints: [GET /a]}}\n',
  )
  expect([...found.values()][0]!.status).toBe('implemented')
})
