import { Pool } from 'pg';

export interface Delegate<T extends { id: number }> {
  findMany(where?: Partial<T>): Promise<T[]>;
  findUnique(id: number): Promise<T | null>;
  create(data: Omit<T, 'id'>): Promise<T>;
}

export interface LotRow { id: number; auctionId: number; title: string; reserve: number | null }
export interface BidRow { id: number; lotId: number; paddle: number; amount: number }

export interface DataClient {
  lot: Delegate<LotRow>;
  bid: Delegate<BidRow>;
}

function delegate<T extends { id: number }>(pool: Pool, table: string): Delegate<T> {
  return {
    async findMany(where = {}) {
      const keys = Object.keys(where);
      const sql = keys.map((k, i) => `"${k}" = $${i + 1}`).join(' AND ') || 'true';
      const { rows } = await pool.query(`SELECT * FROM "${table}" WHERE ${sql}`, Object.values(where));
      return rows;
    },
    async findUnique(id) {
      const { rows } = await pool.query(`SELECT * FROM "${table}" WHERE id = $1`, [id]);
      return rows[0] ?? null;
    },
    async create(data) {
      const keys = Object.keys(data);
      const slots = keys.map((_, i) => `$${i + 1}`).join(', ');
      const { rows } = await pool.query(
        `INSERT INTO "${table}" (${keys.map(k => `"${k}"`).join(', ')}) VALUES (${slots}) RETURNING *`,
        Object.values(data),
      );
      return rows[0];
    },
  };
}

export function createClient(url = process.env.DATABASE_URL): DataClient {
  const pool = new Pool({ connectionString: url });
  return { lot: delegate<LotRow>(pool, 'Lot'), bid: delegate<BidRow>(pool, 'Bid') };
}

export const REFRESH = `
  create or replace function refreshCatalogue() returns void as $$ begin end $$;
`;
