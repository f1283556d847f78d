import request from 'supertest';
import { createApp } from '../src/app';
import { buildContainer } from '../src/container';
import { incrementFor } from '../src/services/increments';
import { BiddingService } from '../src/services/BiddingService';

class FakePaddleDesk {
  issued: number[] = [];
  issue(): number {
    this.issued.push(this.issued.length + 1);
    return this.issued.length;
  }
}

function fakeClient(): any {
  const bids: any[] = [];
  return {
    lot: { findMany: async () => [], findUnique: async (id: number) => ({ id, title: 'clock' }) },
    bid: { findMany: async () => bids, create: async (b: any) => (bids.push(b), b) },
  };
}

describe('bidding', () => {
  it('raises in steps', () => {
    expect(incrementFor(90)).toBe(5);
    expect(incrementFor(90000)).toBe(250);
  });

  it('refuses a bid over the limit', async () => {
    const { bidding } = buildContainer(fakeClient());
    const paddle = new FakePaddleDesk().issue();
    expect(bidding).toBeInstanceOf(BiddingService);
    bidding.setLimit(paddle, 10);
    await expect(bidding.place({ lotId: 1, paddle, amount: 20 })).rejects.toThrow('limit');
  });

  it('places a bid', async () => {
    const app = createApp(buildContainer(fakeClient()));
    await request(app).post('/api/v2/lots/7/bids').send({ paddle: 1, amount: 20 }).expect(201);
  });
});
