// What refuses by an error that the file keeps under a name refuses, and one that is given another way out does not.

import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const isStub = (path: string, text: string) =>
  outlineOf(path, text).declarations.find(each => /(^|\.)login$/.test(each.name))?.isStub

const go = (body: string, above = 'var errLater = errors.New("not implemented")') =>
  `package a\n${above}\nfunc login(x int) (u *User, err error) {\n\t${body}\n}\n`
const java = (body: string, value = 'new UnsupportedOperationException("Not implemented")') =>
  `class A {\n  private static final RuntimeException LATER = ${value};\n  void login() { ${body} }\n}\n`
const csharp = (body: string, value = 'new NotImplementedException()') =>
  `class A {\n  static readonly Exception Later = ${value};\n  void login() { ${body} }\n}\n`
const kotlin = (body: string, value = 'NotImplementedError()') =>
  `private val later = ${value}\nfun login() { ${body} }\n`

it.each([
  ['a.go', go('return nil, errLater')],
  [
    'a.go',
    go(
      'return nil, errNotImplemented',
      'var (\n\terrNotImplemented = errors.New("not implemented")\n)',
    ),
  ],
  ['a.go', go('return User{}, errLater', 'var errLater error = fmt.Errorf("todo: login")')],
  ['a.go', go('err = errors.New("not implemented")\n\treturn')],
  ['a.go', go('err = fmt.Errorf("login: not implemented")\n\treturn nil, err')],
  ['a.go', go('err = errLater\n\treturn')],
  ['A.java', java('throw LATER;')],
  ['A.cs', csharp('throw Later;')],
  ['a.kt', kotlin('throw later')],
])('in %s nothing is done by %j', (path, text) => {
  expect(isStub(path, text)).toBe(true)
})

it.each([
  ['a.go', go('return nil, errLater', 'var errLater = errors.New("no such user")')],
  ['a.go', go('return nil, errOther')],
  ['a.go', go('return find(x), errLater')],
  ['a.go', go('if x > 1 {\n\t\treturn nil, errLater\n\t}\n\treturn find(x)')],
  ['a.go', go('err = errors.New("no such user")\n\treturn')],
  ['a.go', go('u, err = find(x)\n\treturn')],
  ['a.go', go('err = find(x)\n\treturn')],
  ['a.go', go('return errLater.find(x)')],
  ['A.java', java('throw LATER;', 'new UnsupportedOperationException("immutable")')],
  ['A.java', java('throw LATER;', 'new UnsupportedOperationException()')],
  ['A.java', java('go(); throw LATER;')],
  ['A.cs', csharp('throw Later;', 'new InvalidOperationException("closed")')],
  ['a.kt', kotlin('go(); throw later')],
])('in %s something is done by %j', (path, text) => {
  expect(isStub(path, text)).toBe(false)
})
