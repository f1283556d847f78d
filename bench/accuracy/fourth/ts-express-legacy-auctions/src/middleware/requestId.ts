import { randomBytes } from 'crypto';
import { RequestHandler } from 'express';

export function requestId(header = 'X-Request-Id'): RequestHandler {
  return function attachRequestId(req, res, next) {
    const id = req.get(header) || randomBytes(8).toString('hex');
    res.setHeader(header, id);
    next();
  };
}
