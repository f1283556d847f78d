// Scripts that are called `spec` beside the code: a specification of something else, or one file of tests for all. Only what they say tells:
// tests bring in a framework of tests, or describe. Pure.

import { specification } from '../test-files.ts'
import { latin1Of, yesOrNo } from './sign.ts'

const framework =
  /\b(?:from|import|require\s*\()\s*["'](?:node:test|vitest|@jest\/globals|mocha|chai|jasmine\w*|ava|tape|tap|uvu|bun:test|protractor|@playwright\/test|@angular\/core\/testing|expect(?:\.js)?|should|zone\.js\/[\w/-]*testing)["']/
const describing =
  /^[ \t]*(?:describe|it|suite|fdescribe|xdescribe|context)(?:\.\w+)*\s*\(\s*["'`]/m
/** An entry of karma draws the tests in. */
const drawing = /\brequire\.context\(|\bimport\.meta\.glob\(/

export const testsItself = yesOrNo('tests-itself', file => {
  if (!specification.test(file.path)) return false
  const text = latin1Of(file)
  return framework.test(text) || describing.test(text) || drawing.test(text)
})
