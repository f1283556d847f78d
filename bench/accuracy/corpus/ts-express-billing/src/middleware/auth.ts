import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { HttpError } from './errors.js'

export const requireApiKey: RequestHandler = (req, _res, next) => {
  const given = Buffer.from(req.header('x-api-key') ?? '')
  const wanted = Buffer.from(process.env.API_KEY ?? '')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    next(new HttpError(401, 'api key missing or wrong'))
    return
  }
  next()
}

export const rateLimit = (perMinute: number): RequestHandler => {
  throw new Error(`Not implemented: rateLimit(${perMinute})`)
}
