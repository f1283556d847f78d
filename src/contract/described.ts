// An optional key of a schema with the sentence that help, commented files and editors show for it.

import * as z from 'zod/mini'

export function described<T extends z.ZodMiniType>(
  schema: T,
  description: string,
): z.ZodMiniOptional<T> {
  z.globalRegistry.add(schema, { description })
  return z.optional(schema)
}
