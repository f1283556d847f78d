import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'

export abstract class Problem extends Error {
  abstract readonly status: 400 | 404 | 409
  get title(): string {
    return this.constructor.name.replace(/Problem$/, '')
  }
}

export class NotFoundProblem extends Problem {
  readonly status = 404
}

export class ConflictProblem extends Problem {
  readonly status = 409
}

/** RFC 9457 answers for everything that is thrown. */
export const problem = (c: Context, err: Error): Response => {
  if (err instanceof HTTPException) return err.getResponse()
  if (err instanceof Problem) return c.json({ title: err.title, detail: err.message }, err.status)
  console.error(err)
  return c.json({ title: 'Internal error' }, 500)
}
