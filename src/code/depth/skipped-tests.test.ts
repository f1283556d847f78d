import { expect, it } from 'vitest'
import { depthOfText } from '../../../test/tree.ts'

const skipped: readonly (readonly [string, string])[] = [
  ['a.test.ts', "it.skip('logs in', () => { login() })\n"],
  ['a.test.ts', "test.todo('logs in', () => { login() })\n"],
  ['a.test.ts', "describe.skip('auth', () => { it('logs in', () => { login() }) })\n"],
  ['a.test.js', "xit('logs in', () => { login() })\n"],
  ['a.test.js', "test.concurrent.skip.each([1])('logs in', n => { login(n) })\n"],
  ['a.test.js', "test('logs in', { skip: true }, () => { login() })\n"],
  ['test_a.py', '@pytest.mark.skip(reason="later")\ndef test_login():\n    login()\n'],
  [
    'test_a.py',
    '@unittest.skip("later")\nclass T(TestCase):\n    def test_login(self):\n        login()\n',
  ],
  ['test_a.py', '@pytest.mark.slow\n@pytest.mark.skip\ndef test_login():\n    login()\n'],
  ['test_a.py', 'pytestmark = pytest.mark.skip("later")\ndef test_login():\n    login()\n'],
  ['test_a.py', 'def test_login():\n    pytest.skip("later")\n    login()\n'],
  ['a_test.go', 'package a\nfunc TestLogin(t *testing.T) {\n\tt.Skip("later")\n\tlogin()\n}\n'],
  ['tests/a.rs', '#[test]\n#[ignore]\nfn logs_in() { login(); }\n'],
  ['ATest.java', 'class ATest { @Test @Disabled("later") void logsIn() { login(); } }\n'],
  ['ATest.kt', 'class ATest { @Test @Ignore fun logsIn() { login() } }\n'],
  ['ATests.cs', 'class ATests { [Fact(Skip = "later")] public void LogsIn() { login(); } }\n'],
  ['a_spec.rb', "xit 'logs in' do\n  login()\nend\n"],
  ['a_spec.rb', "it 'logs in' do\n  skip 'later'\n  login()\nend\n"],
  [
    'ATest.php',
    '<?php class ATest { function testA() { $this->markTestSkipped("x"); login(); } }\n',
  ],
  ['ATests.swift', 'class A { func testA() throws {\n throw XCTSkip("x")\n login() } }\n'],
  ['A.t.sol', 'contract T { function testA() public { vm.skip(true); login(); } }\n'],
]

const uses = (path: string, text: string) =>
  depthOfText(path, text)
    .references.filter(each => each.name === 'login')
    .map(each => each.isSkipped)

it.each(skipped)('%s: a test that is skipped is told: %s', (path, text) => {
  expect(uses(path, text)).toEqual([true])
})

it.each([
  ['a.test.ts', "it('logs in', () => { login() })\n"],
  ['a.test.ts', "it.skipIf(isWindows)('logs in', () => { login() })\n"],
  ['a.test.js', "test('logs in', { skip: isWindows }, () => { login() })\n"],
  ['test_a.py', '@pytest.mark.skipif(windows, reason="x")\ndef test_login():\n    login()\n'],
  ['test_a.py', 'def test_login():\n    if windows:\n        pytest.skip("x")\n    login()\n'],
  [
    'a_test.go',
    'package a\nfunc TestA(t *testing.T) {\n\tif testing.Short() {\n\t\tt.Skip()\n\t}\n\tlogin()\n}\n',
  ],
  ['ATest.java', 'class ATest { @DisabledOnOs(OS.MAC) @Test void logsIn() { login(); } }\n'],
])('%s: a test that may run counts: %s', (path, text) => {
  expect(uses(path, text)).toEqual([false])
})

it('a name that a running test uses as well is seen there', () => {
  const text = "it.skip('a', () => { login() })\nit('b', () => { login() })\n"
  expect(uses('a.test.ts', text)).toEqual([true, false])
})

it('requests of a skipped test ask for nothing', () => {
  const text =
    "it.skip('a', () => request(app).get('/users'))\nit('b', () => request(app).get('/items'))\n"
  expect(depthOfText('a.test.ts', text).requests.map(each => each.path)).toEqual(['/items'])
})
