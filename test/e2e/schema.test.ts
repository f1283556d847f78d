// Schemas for editors: generated from what reads the files, and committed as they are generated.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schemaNames } from '../../src/contract/json-schemas.ts'
import { REPOSITORY } from './places.ts'
import { project } from './project.ts'

const folder = join(REPOSITORY, 'schemas')

it.each(schemaNames)('schemas/%s.schema.json is up to date (else: npm run schemas)', async name => {
  const { exitCode, stdout, stderr } = await project().fixpoint(`schema ${name}`)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(readFileSync(join(folder, `${name}.schema.json`), 'utf8')).toBe(stdout)
})

it('no schema is left over', () => {
  expect(readdirSync(folder).sort()).toEqual(schemaNames.map(each => `${each}.schema.json`).sort())
})

it('a person reads in the editor what each key of a spec is for', async () => {
  const { stdout } = await project().fixpoint('schema spec')
  const { properties, additionalProperties } = JSON.parse(stdout)
  const resource = properties.resources.additionalProperties.additionalProperties.anyOf[0]
  expect(additionalProperties).toBe(false)
  const members = [...Object.values(properties), ...Object.values(resource.properties)]
  expect(members.filter(each => !(each as { description?: string }).description)).toEqual([])
})

it('an unknown schema is refused with the nearest one', async () => {
  expect(await project().fixpoint('schema spek')).toEqual({
    exitCode: 64,
    stdout: '',
    stderr: 'Error: cli/usage schema does not know "spek" (did you mean spec?)\n',
  })
})
