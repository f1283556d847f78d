// What each setting is for, in the words of the schema. One text serves help, the commented file and the schema for editors.

import type * as z from 'zod/mini'
import { configSchema } from '../contract/config.ts'
import { descriptionOf, memberOf, shapeOf } from '../contract/described-keys.ts'

/** The description of a dotted key. Every key of the schema has one. */
export function describeSetting(key: string): string {
  return descriptionOf(key.split('.').reduce(memberOf, configSchema() as z.core.$ZodType))
}

/** Every dotted key that a config file may hold, in the order of the schema. */
export function settingKeys(schema: z.core.$ZodType = configSchema(), prefix = ''): string[] {
  return Object.keys(shapeOf(schema) ?? {}).flatMap(key => {
    const inner = memberOf(schema, key)
    return shapeOf(inner) ? settingKeys(inner, `${prefix}${key}.`) : [`${prefix}${key}`]
  })
}
