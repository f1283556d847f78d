// A class of Ruby is offered by its own name, wherever it lies.

import { expect, it } from 'vitest'
import { outlineOf } from '../../test/tree.ts'
import { offeredOf } from './offered.ts'

const offered = (text: string) =>
  offeredOf('a.rb', outlineOf('a.rb', text))
    .filter(each => !each.isMember)
    .map(each => each.name)

const body = 'def go\n run\nend'

it.each([
  [`class API::Instance\n${body}\nend\n`, ['Instance']],
  [`class API::Version::Deep\n${body}\nend\n`, ['Deep']],
  [
    `module Grape\n class API\n  class Instance\n   ${body}\n  end\n end\nend\n`,
    ['API', 'Instance'],
  ],
  [`class User\n class Error < StandardError\n end\n ${body}\nend\n`, ['User']],
])('%j offers %j', (text, names) => {
  expect(offered(text)).toEqual(names)
})
