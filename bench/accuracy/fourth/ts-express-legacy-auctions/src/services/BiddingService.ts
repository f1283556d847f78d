import { BidRepository } from '../data/BidRepository';
import { LotRepository } from '../data/LotRepository';
import { ConflictError, NotFoundError } from '../middleware/errors';
import { AuctionEvents, EventBus } from './events';
import { IncrementRule } from './increments';

export interface BidDraft {
  lotId: number;
  paddle: number;
  amount: number;
}

export class BiddingService {
  private readonly limits = new Map<number, number>();

  constructor(
    private readonly lots: LotRepository,
    private readonly bids: BidRepository,
    private readonly bus: EventBus<AuctionEvents>,
    private readonly increment: IncrementRule,
  ) {}

  async place(draft: BidDraft) {
    const lot = await this.lots.byId(draft.lotId);
    if (!lot) throw new NotFoundError('lot');
    const limit = this.limits.get(draft.paddle);
    if (limit !== undefined && draft.amount > limit) throw new ConflictError('over the limit of the paddle');
    const top = await this.bids.highest(draft.lotId);
    if (top && draft.amount < top.amount + this.increment(top.amount)) {
      throw new ConflictError('bid too low');
    }
    const bid = await this.bids.save(draft);
    this.bus.emit('bid.placed', { lotId: draft.lotId, amount: draft.amount });
    return bid;
  }

  history(lotId: number) {
    return this.bids.forLot(lotId);
  }

  setLimit(paddle: number, limit: number): void {
    this.limits.set(paddle, limit);
  }

  summaryFor(paddle: number) {
    return { paddle, limit: this.limits.get(paddle) ?? null };
  }

  closeLot(lotId: number): number | null {
    // FIXME implement me: needs the clock of the auctioneer
    return null;
  }
}
