// An export that its own module takes back is none.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function verdict(files: Files) {
  const [path] = Object.keys(files)
  const found = await judge(
    files,
    `  m:\n    x:\n      attributes: {exports: [gone]}\n      files: [${path}]\n`,
  )
  const [evidence] = [...found.values()]
  return `${evidence!.status} ${evidence!.reason ?? ''}`
}

const js = (text: string): Files => ({ 'a.js': text })
const py = (text: string): Files => ({ 'a.py': text })
const whole = 'module.exports = { here: 1 }\n'
const making = 'function () {\n  return 1\n}\n'

describe('what is offered and taken back is not found', () => {
  it.each([
    js(`exports.gone = ${making}${whole}`),
    js(`module.exports.gone = ${making}${whole}`),
    js(`const gone = ${making}exports.gone = gone\nmodule.exports = {\n  here: 1,\n}\n`),
    js(`exports.gone = 1\nexports = module.exports = { here: 1 }\nexports.other = 2\n`),
    js(`exports.gone = 1\nmodule.exports = exports = { here: 1 }\n`),
    js(`${whole}exports.gone = ${making}`),
    js(`exports.gone = ${making}exports.here = 1\ndelete exports.gone\n`),
    js(`exports.gone = ${making}delete module.exports.gone; // gone\nexports.here = 1\n`),
    py('def gone():\n    return 1\n\n\ndel gone\n'),
    py('gone = 1\nfor each in gone:\n    pass\ndel (each, gone)\n'),
    py('gone = 1\nhere = gone\ndel gone; other = 1\n'),
    py('class gone:\n    """Doc."""\n\n    here = 1\n\n\n__all__ = ["gone"]\ndel gone\n'),
    {
      'p/__init__.py': 'from .core import gone\n\nhere = gone()\ndel gone\n',
      'p/core.py': 'def gone():\n    return 1\n',
    },
  ])('%j', async (files: Files) => {
    expect(await verdict(files)).toMatch(/^missing .* exports gone, and (?:deletes|overwrites) it/)
  })
})

describe('it is found where it stays, or nobody can tell', () => {
  it.each([
    js(`module.exports = exports = { here: 1 }\nexports.gone = ${making}`),
    js(`exports = module.exports = { here: 1 }\nexports.gone = ${making}`),
    js(`module.exports = exports = create\nexports.gone = ${making}`),
    js(`exports = module.exports = create\nexports.gone = ${making}`),
    js(`module.exports = { here: 1 }\nmodule.exports.gone = ${making}`),
    js(`exports.gone = ${making}module.exports = { here: 1, gone: exports.gone }\n`),
    js(`exports.gone = ${making}module.exports = { here: 1, ...exports }\n`),
    js(`exports.gone = ${making}module.exports = {\n  ...require('./lib'),\n}\n`),
    js(`exports.gone = ${making}${whole}module.exports.gone = 2\n`),
    js(`exports.gone = ${making}${whole}Object.assign(module.exports, all)\n`),
    js(`exports.gone = ${making}if (here) {\n  module.exports = { here: 1 }\n}\n`),
    js(`const all = exports\nexports.gone = 1\n${whole}module.exports = all\n`),
    js(`exports.gone = ${making}if (here) {\n  delete exports.gone\n}\n`),
    js(`exports.gone = 1\ndelete exports.gone\nexports.gone = ${making}`),
    js(`exports.gone = ${making}if (here)\ndelete exports.gone\n`),
    js(`exports.gone = ${making}delete exports.gone.here\n`),
    py('def gone():\n    return 1\n\n\nfor each in range(3):\n    gone()\ndel each\n'),
    py('gone = 1\ndel gone\n\n\ndef gone():\n    return 1\n'),
    py('gone = {}\ndel gone["here"]\ndel gone.other\n'),
    py('def gone():\n    return 1\n\n\nif gone():\n    del gone\n'),
    py('def gone():\n    return 1\n\n\ndef other(gone):\n    del gone\n'),
    py('gone = 1\ndel gone\n\n\ndef make():\n    global gone\n    gone = 1\n'),
    py('def make():\n    global gone\n    gone = 1\n\n\ngone = 1\ndel gone\nmake()\n'),
    py('gone = 1\ndel gone\nfrom lib import *\n'),
    py('gone = 1\n"""\ndel gone\n"""\n'),
    { 'p/__init__.py': 'from . import gone\n\ndel gone\n', 'p/gone.py': 'a = 1\n' },
  ])('%j', async (files: Files) => {
    expect(await verdict(files)).toMatch(/^implemented/)
  })
})
