import { expect, it } from 'vitest'
import { isRegistering } from './registering.ts'

it.each(['app.route', 'task', 'no_mangle', 'tokio::main', 'Component', 'Scheduled', 'HttpGet'])(
  '%s hands a declaration to a caller',
  decorator => {
    expect(isRegistering(decorator)).toBe(true)
  },
)

it.each([
  'allow',
  'derive',
  'functools.wraps',
  'price.setter',
  'Override',
  'Obsolete',
  'rustfmt::skip',
])('%s only describes one', decorator => {
  expect(isRegistering(decorator)).toBe(false)
})
