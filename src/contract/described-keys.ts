// Every key that a schema allows, also inside of its maps and lists, with the sentence that people read. Help is made of this, so that no
// key can be missing there.

import * as z from 'zod/mini'

export interface DescribedKey {
  /** Dotted: `checks.NAME.command`, `acceptance[].criterion`. */
  readonly key: string
  readonly description: string
}

export function describedKeys(schema: z.core.$ZodType, prefix = ''): readonly DescribedKey[] {
  return Object.keys(shapeOf(schema) ?? {}).flatMap(name => {
    const member = memberOf(schema, name)
    const key = `${prefix}${name}`
    const own = { key, description: descriptionOf(member) }
    const { element, valueType } = definitionOf(member)
    if (element) return [own, ...describedKeys(element, `${key}[].`)]
    return [own, ...describedKeys(valueType ?? member, `${key}.${valueType ? 'NAME.' : ''}`)]
  })
}

interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly innerType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
}

const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Definition

export const descriptionOf = (schema: z.core.$ZodType): string =>
  z.globalRegistry.get(schema)?.description ?? ''

export const shapeOf = (schema: z.core.$ZodType) => definitionOf(schema).shape

/** What stands under a key, whether it may be left out or not. */
export function memberOf(schema: z.core.$ZodType, key: string): z.core.$ZodType {
  const member = shapeOf(schema)![key]!
  return definitionOf(member).innerType ?? member
}
