import { DataClient, LotRow } from './client';
import { Page } from '../controllers/BaseController';

export class LotRepository {
  constructor(private readonly client: DataClient) {}

  async page({ offset, limit }: Page): Promise<LotRow[]> {
    const all = await this.client.lot.findMany();
    return all.slice(offset, offset + limit);
  }

  byId(id: number): Promise<LotRow | null> {
    return this.client.lot.findUnique(id);
  }

  insert(lot: Omit<LotRow, 'id'>): Promise<LotRow> {
    return this.client.lot.create(lot);
  }

  async withdraw(id: number): Promise<void> {
    console.warn('withdraw', id);
    throw new Error('not implemented yet');
  }
}
