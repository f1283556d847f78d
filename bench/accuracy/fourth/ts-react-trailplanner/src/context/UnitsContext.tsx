import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { formatDistance, type Units } from '../utils/format';

interface UnitsValue {
  units: Units;
  toggle(): void;
  distance(metres: number): string;
}

const UnitsContext = createContext<UnitsValue | null>(null);

export function UnitsProvider({ initial, children }: { initial: Units; children: ReactNode }) {
  const [units, setUnits] = useState<Units>(initial);
  const toggle = useCallback(() => setUnits((u) => (u === 'metric' ? 'imperial' : 'metric')), []);
  const value = useMemo<UnitsValue>(
    () => ({ units, toggle, distance: (metres) => formatDistance(metres, units) }),
    [units, toggle],
  );
  return <UnitsContext.Provider value={value}>{children}</UnitsContext.Provider>;
}

export function useUnits(): UnitsValue {
  const value = useContext(UnitsContext);
  if (!value) throw new Error('useUnits needs a UnitsProvider');
  return value;
}
