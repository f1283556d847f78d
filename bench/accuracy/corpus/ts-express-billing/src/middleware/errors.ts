import type { NextFunction, Request, Response } from 'express'

export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

export class NotFound extends HttpError {
  constructor(what: string) {
    super(404, `${what} not found`)
  }
}

export function errorHandler(error: unknown, _req: Request, res: Response, _next: NextFunction) {
  const status = error instanceof HttpError ? error.status : 500
  res.status(status).json({ error: error instanceof Error ? error.message : 'unknown' })
}
