export type Units = 'metric' | 'imperial';

export const formatDistance = (metres: number, units: Units): string =>
  units === 'metric' ? `${(metres / 1000).toFixed(1)} km` : `${(metres / 1609.344).toFixed(1)} mi`;

export function walkingTime(metres: number, ascent: number): number;
export function walkingTime(trail: { metres: number; ascent: number }): number;
export function walkingTime(a: number | { metres: number; ascent: number }, ascent = 0): number {
  const { metres, ascent: up } = typeof a === 'number' ? { metres: a, ascent } : a;
  const flat = metres / 4000;
  const steep = up / 300;
  return Math.max(flat, steep) + Math.min(flat, steep) / 2;
}

export function formatHours(hours: number): string {
  const h = Math.floor(hours);
  return `${h}:${String(Math.round((hours - h) * 60)).padStart(2, '0')}`;
}

export function sunset(_day: Date, _at: [number, number]): Date {
  throw new Error('sunset is not implemented');
}
