import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function verdict(files: Files, path: string, name = 'gone') {
  const found = await judge(
    files,
    `  m:\n    x:\n      attributes: {exports: [${name}]}\n      files: [${path}]\n`,
  )
  const [evidence] = [...found.values()]
  return [evidence!.status, evidence!.reason]
}

const core = { 'core.ts': 'export function here() { return 2 }\n// gone\n' }
const pkg = (init: string) => ({
  'p/core.py': 'def here():\n    return 2\n',
  'p/__init__.py': init,
})

describe('an export of nothing is not found', () => {
  it.each([
    [
      { ...core, 'index.ts': "export { gone } from './core'\n" },
      'index.ts',
      'index.ts:1 exports gone from ./core, which has no such name',
    ],
    [
      { ...core, 'index.ts': "export { lost as gone } from './core'\n" },
      'index.ts',
      'index.ts:1 exports gone from ./core, which has no such name',
    ],
    [
      { 'index.ts': "export { gone } from './core'\n" },
      'index.ts',
      'index.ts:1 exports gone from ./core, which does not exist',
    ],
    [
      { 'index.ts': 'const a = 1\nexport { a, gone }\n' },
      'index.ts',
      'index.ts:2 exports gone, which it does not have',
    ],
    [
      {
        ...core,
        'mid.ts': "export * from './core'\n",
        'index.ts': "export { gone } from './mid'\n",
      },
      'index.ts',
      'index.ts:1 exports gone from ./mid, which has no such name',
    ],
    [
      pkg('from .core import gone\n'),
      'p/__init__.py',
      'p/__init__.py:1 exports gone from .core, which has no such name',
    ],
    [
      pkg("import os\n__all__ = ['gone']\n"),
      'p/__init__.py',
      'p/__init__.py:2 exports gone, which it does not have',
    ],
    ...[
      'class Other:\n    def go(self):\n        return gone(1)\nhere = 1\n',
      'class Other:\n    """gone = 1."""\n',
      "here = 'gone'\nprint('gone: ', here)\n",
      'here = 1\nhere.gone = 2\nif gone == 1:\n    pass\n',
    ].map((text): [Files, string, string] => [
      { ...pkg('from .core import gone\n'), 'p/core.py': text },
      'p/__init__.py',
      'p/__init__.py:1 exports gone from .core, which has no such name',
    ]),
    [
      { 'core.js': 'exports.here = () => 2\n', 'index.js': "exports.gone = require('./nofile')\n" },
      'index.js',
      'index.js:1 exports gone from ./nofile, which does not exist',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'index.js': "exports.gone = require('./core').gone\n",
      },
      'index.js',
      'index.js:1 exports gone from ./core, which has no such name',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'index.js': "const gone = require('./nofile')\nmodule.exports = { gone }\n",
      },
      'index.js',
      'index.js:2 exports gone from ./nofile, which does not exist',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'index.js': "const { gone } = require('./core')\nexports.gone = gone\n",
      },
      'index.js',
      'index.js:2 exports gone from ./core, which has no such name',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'index.js': "import { gone } from './core'\nexport { gone }\n",
      },
      'index.js',
      'index.js:2 exports gone from ./core, which has no such name',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'index.js': 'const a = 1\nmodule.exports = {\n  a,\n  gone,\n}\n',
      },
      'index.js',
      'index.js:4 exports gone, which it does not have',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'index.js': 'module.exports = { gone: lost, a: 1 }\n',
      },
      'index.js',
      'index.js:1 exports gone, which it does not have',
    ],
    [
      { 'core.js': 'exports.here = () => 2\n', 'index.js': 'exports.gone = gone // gone\n' },
      'index.js',
      'index.js:1 exports gone, which it does not have',
    ],
    ...[
      ["import * as lib from './core'\nexport const gone = lib.gone\n", 2],
      ["import * as lib from './core'\nexport const gone: () => void = lib.lost;\n", 2],
    ].map(([text, line]): [Files, string, string] => [
      { ...core, 'index.ts': `${text}` },
      'index.ts',
      `index.ts:${line} exports gone from ./core, which has no such name`,
    ]),
    ...['exports.gone = lib.gone\n', 'module.exports = { here: lib.here, gone: lib.gone }\n'].map(
      (text): [Files, string, string] => [
        {
          'core.js': 'exports.here = () => 2\n',
          'index.js': `const lib = require('./core')\n${text}`,
        },
        'index.js',
        'index.js:2 exports gone from ./core, which has no such name',
      ],
    ),
  ])('%j', async (files: Files, path, reason) => {
    expect(await verdict(files, path)).toEqual(['missing', expect.stringContaining(reason)])
  })
})

describe('an export is found where something has it, or nobody can tell', () => {
  it.each([
    [
      { 'core.ts': 'export const gone = 1\n', 'index.ts': "export { gone } from './core'\n" },
      'index.ts',
    ],
    [
      {
        'core.ts': 'export const { gone } = make()\n',
        'index.ts': "export { gone } from './core.js'\n",
      },
      'index.ts',
    ],
    [
      { 'core.ts': "export * from 'lib'\n", 'index.ts': "export { gone } from './core'\n" },
      'index.ts',
    ],
    [{ 'index.ts': "export { gone } from 'lib'\n" }, 'index.ts'],
    [{ 'index.ts': "export { gone } from './generated/client'\n" }, 'index.ts'],
    [
      {
        'core.js': 'Object.assign(module.exports, make())\n',
        'index.js': "export { gone } from './core.js'\n",
      },
      'index.js',
    ],
    [{ 'index.ts': 'const gone = 1\nexport { gone }\n' }, 'index.ts'],
    [
      { 'index.ts': "import { here as gone } from './core'\nexport { gone }\n", ...core },
      'index.ts',
    ],
    [
      {
        'core.ts': 'const a = 1\nexport { a as b }\n',
        'index.ts': "import { b as gone } from './core'\nexport { gone }\n",
      },
      'index.ts',
    ],
    [{ 'view.vue': '<template/>', 'index.ts': "export { gone } from './view.vue'\n" }, 'index.ts'],
    [{ 'p/core.py': 'gone = 1\n', 'p/__init__.py': 'from .core import gone\n' }, 'p/__init__.py'],
    [{ 'p/gone.py': 'a = 1\n', 'p/__init__.py': "__all__ = ['gone']\n" }, 'p/__init__.py'],
    [{ 'p/gone.py': 'a = 1\n', 'p/__init__.py': 'from . import gone\n' }, 'p/__init__.py'],
    [
      {
        'p/core.py': 'def __getattr__(name):\n    return make(name)\n',
        'p/__init__.py': 'from .core import gone\n',
      },
      'p/__init__.py',
    ],
    [
      { 'p/core.py': 'gone = 1\n', 'p/__init__.py': "from .core import *\n__all__ = ['gone']\n" },
      'p/__init__.py',
    ],
    [{ 'p/__init__.py': "from other import *\n__all__ = ['gone']\n" }, 'p/__init__.py'],
    ...[
      'if True:\n    gone = 1\n',
      'here, gone = 1, 2\n',
      '(here, *gone) = make()\n',
      '(\n    gone,\n    here,\n) = make()\n',
      'gone, here = make()\n',
      'here = gone = make()\n',
      'gone: int\n',
      'if (gone := make()):\n    pass\n',
      'for here, gone in make():\n    pass\n',
      'with make() as gone:\n    pass\n',
      'with make() as (here, gone):\n    pass\n',
      'try:\n    from lib import here, gone\nexcept ImportError:\n    pass\n',
      'try:\n    from lib import (\n        here,\n        gone,\n    )\nexcept ImportError:\n    pass\n',
      'def make():\n    global here, gone\n',
      'import sys\nsetattr(sys.modules[__name__], "gone", 1)\n',
      'vars()["gone"] = 1\n',
      `here = "it's"; gone = 'a "word"'\n`,
    ].map((text): [Files, string] => [
      { ...pkg('from .core import gone\n'), 'p/core.py': text },
      'p/__init__.py',
    ]),
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "exports.gone = require('./core')\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "exports.gone = require('./core').here\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "exports.gone = require('lib').gone\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "exports.gone = require('./data.json')\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "exports.gone = require('./build/native.node')\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "exports.gone = require('./made').gone\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': 'exports.gone = exports.other = make()\n',
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': 'const { gone } = make()\nmodule.exports = { gone }\n',
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': '/* global gone */\nmodule.exports = { gone }\n',
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': 'module.exports = { gone: fetch }\n',
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "module.exports = { gone: true, a: 'gone' }\n",
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': '(function () {\n  exports.gone = gone\n  function gone() { return 1 }\n})()\n',
      },
      'index.js',
    ],
    [
      {
        'core.js': 'exports.here = () => 2\n',
        'made.js': "module.exports = { ...require('./core') }\n",
        'data.json': '{}\n',
        'index.js': "import gone from './core'\nexport { gone }\n",
      },
      'index.js',
    ],
    ...[
      "import * as lib from './core'\nexport const gone = lib.here\n",
      "import * as lib from 'core'\nexport const gone = lib.gone\n",
      "import lib from './core'\nexport const gone = lib.gone\n",
      "import { here as lib } from './core'\nexport const gone = lib.gone\n",
      "import * as lib from './core'\nexport const gone = lib.gone ?? 1\n",
      "import * as lib from './core'\nlib.gone = 1\nexport const gone = lib.gone\n",
      "import * as lib from './made'\nexport const gone = lib.gone\n",
    ].map((text): [Files, string] => [
      { ...core, 'made.ts': "export * from 'lib'\n", 'index.ts': text },
      'index.ts',
    ]),
    ...[
      "const lib = require('./core')\nexports.gone = lib.here\n",
      "const lib = require('core')\nexports.gone = lib.gone\n",
      "const lib = require('./core')()\nexports.gone = lib.gone\n",
      "let lib = require('./core')\nlib = make(lib)\nexports.gone = lib.gone\n",
    ].map((text): [Files, string] => [
      { 'core.js': 'exports.here = () => 2\n', 'index.js': text },
      'index.js',
    ]),
  ])('%j', async (files: Files, path) => {
    expect((await verdict(files, path))[0]).toBe('implemented')
  })
})
