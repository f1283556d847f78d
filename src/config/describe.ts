// What each setting is for, in the words of the schema. One text serves help, the commented file and the schema for editors.

import * as z from 'zod/mini'
import { configSchema } from '../contract/config.ts'

/** The description of a dotted key. Every key of the schema has one. */
export function describeSetting(key: string): string {
  const schema = key.split('.').reduce(memberOf, configSchema() as z.core.$ZodType)
  return z.globalRegistry.get(schema)?.description ?? ''
}

/** Every dotted key that a config file may hold, in the order of the schema. */
export function settingKeys(schema: z.core.$ZodType = configSchema(), prefix = ''): string[] {
  return Object.keys(shapeOf(schema) ?? {}).flatMap(key => {
    const inner = memberOf(schema, key)
    return shapeOf(inner) ? settingKeys(inner, `${prefix}${key}.`) : [`${prefix}${key}`]
  })
}

type Definition = {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly innerType?: z.core.$ZodType
}

const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Definition

const shapeOf = (schema: z.core.$ZodType) => definitionOf(schema).shape

function memberOf(schema: z.core.$ZodType, key: string): z.core.$ZodType {
  const member = shapeOf(schema)![key]!
  return definitionOf(member).innerType ?? member
}
