import { hutSchema, parseTrails, type Hut, type Trail } from '../schemas/trail';

type Fetcher = typeof fetch;

export interface TrailApi {
  trails(): Promise<Trail[]>;
  hut(id: string): Promise<Hut>;
  reserve(id: string, beds: number): Promise<void>;
}

export function createApi(base = '/api', fetcher: Fetcher = fetch): TrailApi {
  const getJson = async (path: string): Promise<unknown> => {
    const response = await fetcher(base + path);
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    return response.json();
  };

  return {
    trails: async () => parseTrails(await getJson('/trails')),
    hut: async (id) => hutSchema.parse(await getJson(`/huts/${id}`)),
    async reserve(id, beds) {
      await fetcher(`${base}/huts/${id}/reservations`, { method: 'POST', body: JSON.stringify({ beds }) });
    },
  };
}

export const api = createApi();

export const offlineApi: TrailApi = {
  trails: async () => [],
  hut: () => Promise.reject(new Error('offline')),
  async reserve() {
    throw new Error('not implemented');
  },
};
