// An empty overload of C++ is the case in which nothing is to be done, where another of its name does something.

import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const stubsOf = (text: string) =>
  outlineOf('a.cpp', text)
    .declarations.filter(each => each.isStub)
    .map(each => `${each.name} ${each.line}`)

it.each([
  ['void go(std::false_type) {}\nvoid go(std::true_type) { run(); }\n', []],
  ['struct A {\n  void go(std::false_type) {}\n  void go(std::true_type) { run(); }\n};\n', []],
  ['void go(std::false_type) {}\nvoid go(std::true_type) {}\n', ['go 1', 'go 2']],
  ['struct A {\n  void go() {}\n};\nstruct B {\n  void go() { run(); }\n};\n', ['go 2']],
  [
    'void go(std::false_type) { throw std::logic_error("not implemented"); }\nvoid go(std::true_type) { run(); }\n',
    ['go 1'],
  ],
  ['// TODO\nvoid go(std::false_type) {}\nvoid go(std::true_type) { run(); }\n', ['go 2']],
  ['void go(std::false_type) {}\nvoid went(std::true_type) { run(); }\n', ['go 1']],
])('%j: %j', (text, stubs) => {
  expect(stubsOf(text)).toEqual(stubs)
})
