import { RequestHandler } from 'express';
import { HttpError } from './errors';

const RANK: Record<string, number> = { guest: 0, bidder: 1, clerk: 2, auctioneer: 3 };

export function requireRole(role: string): RequestHandler {
  return (req, _res, next) => {
    const actual = req.get('X-Role') || 'guest';
    if ((RANK[actual] ?? 0) < RANK[role]) {
      next(new HttpError(403, `needs ${role}`));
      return;
    }
    next();
  };
}

function roleFromCookie(cookie: string): string {
  const match = /role=(\w+)/.exec(cookie);
  return match ? match[1] : 'guest';
}
