import { Request } from 'express';

export interface Page {
  offset: number;
  limit: number;
}

export abstract class BaseController {
  protected pageOf(req: Request): Page {
    const limit = Math.min(Number(req.query.limit) || 20, 100);
    const page = Math.max(Number(req.query.page) || 1, 1);
    return { offset: (page - 1) * limit, limit };
  }

  protected sortOf(_req: Request): string[] {
    // TODO: read ?sort= and check it against a list of columns
    return [];
  }
}
