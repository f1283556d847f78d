import { describe, expect, it } from 'vitest'
import { readResolution, resolveImport } from './resolve.ts'

function resolver(files: readonly string[], configs: Readonly<Record<string, unknown>> = {}) {
  const texts = Object.entries(configs).map(
    ([path, config]) =>
      [path, typeof config === 'string' ? config : JSON.stringify(config)] as const,
  )
  const resolution = readResolution({
    files: new Set([...files, ...Object.keys(configs)]),
    configs: new Map(texts),
  })
  return (from: string, module: string, name = '') =>
    resolveImport(from, { module, name }, resolution)
}

describe('a relative import of a script', () => {
  const resolve = resolver([
    'src/a.ts',
    'src/b.tsx',
    'src/c/index.ts',
    'src/d.mts',
    'src/e.js',
    'src/data.json',
    'src/f.d.ts',
    'index.js',
  ])

  it.each([
    ['./b', 'src/b.tsx'],
    ['./b.js', 'src/b.tsx'],
    ['./c', 'src/c/index.ts'],
    ['./c/', 'src/c/index.ts'],
    ['./d.mjs', 'src/d.mts'],
    ['./e.js', 'src/e.js'],
    ['./data.json', 'src/data.json'],
    ['./f', 'src/f.d.ts'],
    ['./b.tsx?raw', 'src/b.tsx'],
    ['..', 'index.js'],
    ['../src/b', 'src/b.tsx'],
  ])('%s is %s', (module, file) => {
    expect(resolve('src/a.ts', module)).toEqual([file])
  })

  it.each(['./gone', '../../outside', 'react', './c/gone', 'node:fs'])('%s is nothing', module => {
    expect(resolve('src/a.ts', module)).toEqual([])
  })
})

describe('a relative import of a declaration file', () => {
  const resolve = resolver(['a.d.ts', 'b.js', 'b.d.ts', 'c.cjs', 'c.d.cts', 'd/index.js', 'e.js'])

  it.each([
    ['./b.js', 'b.d.ts'],
    ['./b', 'b.d.ts'],
    ['./c.cjs', 'c.d.cts'],
    ['./d', 'd/index.js'],
    ['./e.js', 'e.js'],
  ])('%s is %s, where types are asked for', (module, file) => {
    expect(resolve('a.d.ts', module)).toEqual([file])
  })
})

describe('tsconfig', () => {
  const resolve = resolver(
    [
      'src/app/main.ts',
      'src/lib/db.ts',
      'src/lib/db/pool.ts',
      'src/util.ts',
      'types/env.d.ts',
      'other/a.ts',
    ],
    {
      'tsconfig.base.json':
        '{ // shared\n "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], }, } }',
      'src/tsconfig.json': {
        extends: '../tsconfig.base.json',
        compilerOptions: {
          paths: { '@lib/*': ['./lib/*'], '@lib/db/*': ['./lib/db/*'], env: ['../types/env'] },
        },
      },
      'other/tsconfig.json': { extends: ['../tsconfig.base', './missing'] },
    },
  )

  it.each([
    ['src/app/main.ts', '@lib/db', 'src/lib/db.ts'],
    ['src/app/main.ts', '@lib/db/pool', 'src/lib/db/pool.ts'],
    ['src/app/main.ts', 'env', 'types/env.d.ts'],
    ['src/app/main.ts', 'src/util', 'src/util.ts'],
    ['other/a.ts', '@/util', 'src/util.ts'],
  ])('of %s sends %s to %s', (from, module, file) => {
    expect(resolve(from, module)).toEqual([file])
  })

  it('that says paths of its own does not inherit others', () => {
    expect(resolve('src/app/main.ts', '@/util')).toEqual([])
  })

  it('that extends itself ends', () => {
    const turn = resolver(['a.ts'], { 'tsconfig.json': { extends: './tsconfig.json' } })
    expect(turn('a.ts', 'b')).toEqual([])
  })
})

describe('a package of the workspace', () => {
  const resolve = resolver(
    [
      'packages/ui/src/index.ts',
      'packages/ui/src/button.tsx',
      'packages/ui/src/icons/star.ts',
      'packages/ui/src/private.ts',
      'packages/old/main.js',
      'packages/old/extra.js',
      'apps/web/main.ts',
      'apps/web/internal/log.ts',
    ],
    {
      'package.json': { workspaces: ['packages/*', 'apps/*'] },
      'packages/ui/package.json': {
        name: '@acme/ui',
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.js' },
          './button': './src/button.tsx',
          './*': './src/other/*.ts',
          './icons/*': { default: './dist/icons/*.js' },
          './private': null,
        },
      },
      'packages/old/package.json': { name: 'old', main: 'main' },
      'apps/web/package.json': { name: 'web', imports: { '#log': './internal/log.ts' } },
    },
  )

  it.each([
    ['@acme/ui', 'packages/ui/src/index.ts'],
    ['@acme/ui/button', 'packages/ui/src/button.tsx'],
    ['@acme/ui/icons/star', 'packages/ui/src/icons/star.ts'],
    ['old', 'packages/old/main.js'],
    ['old/extra', 'packages/old/extra.js'],
    ['#log', 'apps/web/internal/log.ts'],
  ])('%s is %s', (module, file) => {
    expect(resolve('apps/web/main.ts', module)).toEqual([file])
  })

  it('hides what its exports do not name', () => {
    expect(resolve('apps/web/main.ts', '@acme/ui/private')).toEqual([])
  })
})

describe('an import of Python', () => {
  const resolve = resolver([
    'shop/__init__.py',
    'shop/orders.py',
    'shop/core/__init__.py',
    'shop/core/money.py',
    'src/pkg/mod.py',
    'tools/run.py',
    'tools/helper.py',
    'typed/stub.pyi',
  ])

  it.each([
    ['shop/orders.py', 'shop.core.money', '*', 'shop/core/money.py'],
    ['shop/orders.py', 'shop.core', 'money', 'shop/core/money.py'],
    ['shop/orders.py', 'shop.core', 'Rate', 'shop/core/__init__.py'],
    ['shop/orders.py', '.', 'core', 'shop/core/__init__.py'],
    ['shop/orders.py', '.core.money', 'Money', 'shop/core/money.py'],
    ['shop/core/money.py', '..orders', 'Order', 'shop/orders.py'],
    ['shop/core/money.py', '..', 'orders', 'shop/orders.py'],
    ['shop/orders.py', 'pkg.mod', 'x', 'src/pkg/mod.py'],
    ['tools/run.py', 'helper', '*', 'tools/helper.py'],
    ['tools/run.py', 'typed.stub', 'T', 'typed/stub.pyi'],
  ])('in %s of %s, %s is %s', (from, module, name, file) => {
    expect(resolve(from, module, name)).toEqual([file])
  })

  it.each([
    ['shop/orders.py', 'os.path', 'join'],
    ['shop/orders.py', '....far', 'x'],
    ['tools/run.py', '.gone', 'x'],
  ])('in %s of %s, %s is nothing', (from, module, name) => {
    expect(resolve(from, module, name)).toEqual([])
  })
})

describe('an import of Go', () => {
  const resolve = resolver(
    [
      'main.go',
      'store/store.go',
      'store/order.go',
      'store/store_test.go',
      'tools/gen/gen.go',
      'shared/log/log.go',
    ],
    {
      'go.mod':
        'module example.com/shop // the shop\n\nrequire x v1\nreplace (\n\texample.com/log v1.0.0 => ./shared/log\n)\n',
      'tools/go.mod': 'module example.com/shop/tools\n',
    },
  )

  it.each([
    ['main.go', 'example.com/shop/store', ['store/order.go', 'store/store.go']],
    ['store/store.go', 'example.com/shop', ['main.go']],
    ['main.go', 'example.com/shop/tools/gen', ['tools/gen/gen.go']],
    ['main.go', 'example.com/log', ['shared/log/log.go']],
    ['main.go', 'fmt', []],
    ['main.go', 'example.com/shopping/store', []],
  ])('in %s, %s is %j', (from, module, files) => {
    expect(resolve(from, module)).toEqual(files)
  })
})

describe('an import beside the file', () => {
  const resolve = resolver([
    'src/a.c',
    'src/a.h',
    'contracts/A.sol',
    'contracts/lib/B.sol',
    'lib/a.rb',
    'lib/b.rb',
  ])

  it.each([
    ['src/a.c', 'a.h', 'src/a.h'],
    ['contracts/A.sol', './lib/B.sol', 'contracts/lib/B.sol'],
    ['lib/a.rb', './b', 'lib/b.rb'],
  ])('of %s, %s is %s', (from, module, file) => {
    expect(resolve(from, module)).toEqual([file])
  })
})
