export interface Summary {
  count: number;
  mean: number;
  median: number;
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const count = sorted.length;
  const mean = count === 0 ? 0 : sorted.reduce((a, b) => a + b, 0) / count;
  return { count, mean, median: median(sorted) };
}

const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

export const histogram = memoise((values: readonly number[]) => {
  const bars = new Map<number, number>();
  for (const value of values) bars.set(value, (bars.get(value) ?? 0) + 1);
  return bars;
});

function memoise<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const seen = new WeakMap<A, R>();
  return (argument) => {
    if (!seen.has(argument)) seen.set(argument, compute(argument));
    return seen.get(argument)!;
  };
}

export function confidence(values: readonly number[]): number {
  // TODO: ask Ines which formula the reports use
  return 0;
}

export function noOutliers(): string[] {
  return [];
}

function variance(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
