import { Request, Response } from 'express';
import { CatalogueService } from '../services/CatalogueService';
import { NotFoundError } from '../middleware/errors';
import { BaseController } from './BaseController';

export class LotController extends BaseController {
  constructor(private readonly catalogue: CatalogueService) {
    super();
  }

  index = async (req: Request, res: Response) => {
    const page = this.pageOf(req);
    res.json(await this.catalogue.list(page));
  };

  show = async (req: Request, res: Response) => {
    const lot = await this.catalogue.find(Number(req.params.lotId));
    if (!lot) throw new NotFoundError('lot');
    res.json(lot);
  };

  create = async (req: Request, res: Response) => {
    const lot = await this.catalogue.add(req.body);
    res.status(201).location(`/api/v2/lots/${lot.id}`).json(lot);
  };

  replacePhoto = async (_req: Request, _res: Response) => {
    throw new Error('not implemented');
  };
}
