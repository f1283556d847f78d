import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openCodebase } from '../../../code/open.ts'
import { testHomes } from './test-homes.ts'

const nested = (outer: string, inner: string) =>
  `describe('${outer}', () => {\n  describe('when it ${inner}', () => {\n    it('waits', () => {\n      go()\n    })\n  })\n})\n`

const files = {
  'tests/__init__.py': '',
  'tests/test_a.py':
    'def test_add():\n    assert add()\nclass TestK:\n    def test_in(self):\n        assert add()\n',
  'lib/tests/test_b.py': 'def test_sub():\n    assert sub()\n',
  'j/src/test/java/com/x/FooTest.java':
    'package com.x;\nclass FooTest { @Test void bars() { new Foo().bar(); } }\n',
  'cs/Shop.Tests/OrderTests.cs':
    'namespace Shop.Tests.Unit;\nclass OrderTests { [Fact] public void Adds() { Go(); } }\n',
  'g/g_test.go': 'package g\nfunc TestGee(t *testing.T) { Gee() }\n',
  'h/h_test.go': 'package h\nfunc TestGee(t *testing.T) { Gee() }\n',
  'web/m.test.ts':
    "describe('Multiply', () => { \n  it('works well', () => {\n    go()\n  })\n})\n",
  'web/p.test.ts': nested('Pond', 'is empty'),
  'web/q.test.ts': nested('Queue', 'is empty'),
}

it.each([
  ['pytest', 'tests.test_a', 'test_add', 'tests/test_a.py'],
  ['pytest in a class', 'tests.test_a.TestK', 'test_in', 'tests/test_a.py'],
  ['pytest below a folder', 'tests.test_b', 'test_sub[1-2]', 'lib/tests/test_b.py'],
  ['surefire', 'com.x.FooTest', 'bars', 'j/src/test/java/com/x/FooTest.java'],
  ['a nested class', 'com.x.FooTest$Inner', 'bars()', 'j/src/test/java/com/x/FooTest.java'],
  [
    'a namespace that is no folder',
    'Shop.Tests.Unit.OrderTests',
    'Adds',
    'cs/Shop.Tests/OrderTests.cs',
  ],
  ['go-junit-report', 'm/g', 'TestGee/negative', 'g/g_test.go'],
  ['gotestsum', 'h', 'TestGee', 'h/h_test.go'],
  ['jest-junit', 'Multiply works well', 'Multiply works well', 'web/m.test.ts'],
  ['nested blocks', 'Queue', 'Queue when it is empty waits', 'web/q.test.ts'],
  ['nested blocks in the class', 'Pond › when it is empty', 'waits', 'web/p.test.ts'],
  ['a title of two files', 'Other', 'Other waits', undefined],
  ['a package that is not here', 'k', 'TestGee', undefined],
  ['what nobody knows', 'Other', 'Other does it', undefined],
])('%s: the file of a test', async (_, suite, name, home) => {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-homes-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const codebase = await openCodebase(root, { cacheFolder: undefined })
    expect(testHomes(codebase)({ suite, name })).toBe(home)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
