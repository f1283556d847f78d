import type { StateCreator } from 'zustand';
import type { Trail } from '../schemas/trail';

export interface FilterSlice {
  query: string;
  maxMetres: number | null;
  setQuery: (query: string) => void;
  matches: (trail: Trail) => boolean;
}

export const createFilterSlice: StateCreator<FilterSlice> = (set, get) => ({
  query: '',
  maxMetres: null,
  setQuery: (query) => set({ query }),
  matches: (trail) => {
    const { query, maxMetres } = get();
    return trail.name.toLowerCase().includes(query.toLowerCase()) && (maxMetres === null || trail.metres <= maxMetres);
  },
});

export function restoreFilter(_search: string): Partial<FilterSlice> {
  // TODO: read the filter from the address
  return {};
}
