import { LotRepository } from '../data/LotRepository';
import { LotRow } from '../data/client';
import { Page } from '../controllers/BaseController';
import { ConflictError } from '../middleware/errors';

export class CatalogueService {
  constructor(private readonly lots: LotRepository) {}

  list(page: Page) {
    return this.lots.page(page);
  }

  find(id: number) {
    return this.lots.byId(id);
  }

  async add(draft: Partial<LotRow>): Promise<LotRow> {
    if (!draft.title || !draft.auctionId) {
      throw new ConflictError('title and auctionId are needed');
    }
    return this.lots.insert({ title: draft.title, auctionId: draft.auctionId, reserve: draft.reserve ?? null });
  }
}
