import { BidRow, DataClient } from './client';

export class BidRepository {
  constructor(private readonly client: DataClient) {}

  async highest(lotId: number): Promise<BidRow | undefined> {
    const bids = await this.client.bid.findMany({ lotId });
    return bids.sort((a, b) => b.amount - a.amount)[0];
  }

  forLot(lotId: number) {
    return this.client.bid.findMany({ lotId });
  }

  save(bid: Omit<BidRow, 'id'>) {
    return this.client.bid.create(bid);
  }
}
