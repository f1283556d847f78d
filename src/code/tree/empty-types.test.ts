// A class of nothing that comes from nothing says nothing, with braces or without; one that holds, marks or extends something does.

import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'

const stubsOf = (path: string, text: string) =>
  outlineOf(path, text)
    .declarations.filter(each => each.isStub)
    .map(each => each.name)

it.each([
  'class P {}',
  'class P',
  'class P()',
  'internal class P',
  'open class P',
  'class P<T>',
  'class P() {}',
])('%s of Kotlin is a stub', text => {
  expect(stubsOf('a.kt', `${text}\n`)).toEqual(['P'])
})

it.each([
  'data class P(val x: Int)',
  'class P(x: Int)',
  'object P',
  'data object P',
  'class P : Exception()',
  'class P : Marker',
  'annotation class P',
  'sealed class P',
  'abstract class P',
  'interface P',
  'value class P(val x: Int)',
  'expect class P',
  'class P private constructor()',
  '@Serializable class P',
  'enum class P { A }',
  'sealed class S { class P : S() }',
  '/** Nothing to do. */\nclass P',
])('%s is none', text => {
  expect(stubsOf('a.kt', `${text}\n`)).toEqual([])
})
