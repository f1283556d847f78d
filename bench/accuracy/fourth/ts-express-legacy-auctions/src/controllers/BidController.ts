import { Request, Response } from 'express';
import { BiddingService } from '../services/BiddingService';
import { BaseController } from './BaseController';

export class BidController extends BaseController {
  constructor(private readonly bidding: BiddingService) {
    super();
  }

  async list(req: Request, res: Response): Promise<void> {
    const history = await this.bidding.history(Number(req.params.lotId));
    res.json(history.map(b => ({ paddle: b.paddle, amount: b.amount })));
  }

  async place(req: Request, res: Response): Promise<void> {
    const bid = await this.bidding.place({
      lotId: Number(req.params.lotId),
      paddle: Number(req.body.paddle),
      amount: Number(req.body.amount),
    });
    res.status(201).json(bid);
  }
}
