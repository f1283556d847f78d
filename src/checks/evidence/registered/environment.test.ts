import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

const spec = (names: string) =>
  `  config:\n    app:\n      files: [src/app.ts]\n      attributes:\n        environment: [${names}]\n`

const app = `import { requireEnv, loadEnv as load, fakeEnv } from './env'
export const port = requireEnv('PORT')
export const key = load('API_KEY')
export const fake = fakeEnv('FAKE')
`

const env = `export function requireEnv(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(name)
  return value
}
export const loadEnv = (name: string) => process.env[name]
export const fakeEnv = (name: string) => name.toLowerCase()
`

it.each([
  ['PORT, API_KEY', 'implemented'],
  ['FAKE', 'missing'],
])('a variable that a function of another file reads is read: %s', async (names, status) => {
  const found = await judge({ 'src/app.ts': app, 'src/env.ts': env }, spec(names))
  expect(found.get('config.app')!.status).toBe(status)
})
