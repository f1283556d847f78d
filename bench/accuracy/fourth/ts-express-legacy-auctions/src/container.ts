import { createClient, DataClient } from './data/client';
import { LotRepository } from './data/LotRepository';
import { BidRepository } from './data/BidRepository';
import { BiddingService } from './services/BiddingService';
import { CatalogueService } from './services/CatalogueService';
import { EventBus, AuctionEvents } from './services/events';
import { incrementFor } from './services/increments';

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
}

export interface Container {
  version: string;
  log: Logger;
  bidding: BiddingService;
  catalogue: CatalogueService;
  bus: EventBus<AuctionEvents>;
}

const silent: Logger = {
  info() { /* tests want quiet; nothing to do on purpose */ },
  warn() { /* tests want quiet; nothing to do on purpose */ },
};

export function buildContainer(client: DataClient = createClient()): Container {
  const bus = new EventBus<AuctionEvents>();
  const lots = new LotRepository(client);
  const bids = new BidRepository(client);
  return {
    version: '3.2.0',
    log: process.env.NODE_ENV === 'test' ? silent : console,
    bus,
    bidding: new BiddingService(lots, bids, bus, incrementFor),
    catalogue: new CatalogueService(lots),
  };
}
