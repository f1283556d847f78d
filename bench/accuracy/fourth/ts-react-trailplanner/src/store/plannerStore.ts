import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Trail } from '../schemas/trail';
import { createFilterSlice, type FilterSlice } from './filterSlice';

interface PlannerState {
  stages: Trail[];
  addStage(trail: Trail): void;
  removeStage(id: string): void;
  moveStage: (id: string, by: 1 | -1) => void;
  clear: () => void;
  undo: () => void;
}

export const usePlanner = create<PlannerState & FilterSlice>()(
  persist(
    (set, get, store) => ({
      ...createFilterSlice(set as never, get, store as never),
      stages: [],
      addStage(trail) {
        if (get().stages.some((s) => s.id === trail.id)) return;
        set((state) => ({ stages: [...state.stages, trail] }));
      },
      removeStage(id) {
        set((state) => ({ stages: state.stages.filter((s) => s.id !== id) }));
      },
      moveStage: (id, by) => {
        const stages = [...get().stages];
        const at = stages.findIndex((s) => s.id === id);
        const [stage] = stages.splice(at, 1);
        stages.splice(at + by, 0, stage);
        set({ stages });
      },
      clear: () => set({ stages: [] }),
      undo: () => {},
    }),
    { name: 'planner' },
  ),
);

export const selectTotal = (state: PlannerState) => state.stages.reduce((sum, s) => sum + s.metres, 0);

export const selectAscent = (state: PlannerState) => state.stages.reduce((sum, s) => sum + s.ascent, 0);

const selectHardest = (state: PlannerState) =>
  state.stages.map((s) => s.difficulty).sort().at(-1);
