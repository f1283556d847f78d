// How benchmarks measure: alternatives take turns, so that what else the machine does falls on all of them alike; medians are
// compared; absolute figures are printed and only ratios are held against a limit.

export interface Contender {
  readonly name: string
  /** What comes before each run, and is not counted. */
  readonly before?: (round: number) => void
  readonly run: (round: number) => void
}

/** Median milliseconds by name. The first rounds warm caches and are not counted. */
export function measure(
  contenders: readonly Contender[],
  { rounds, warmup = 2 }: { readonly rounds: number; readonly warmup?: number },
): ReadonlyMap<string, number> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds + warmup; round++) {
    for (const { name, before, run } of contenders) {
      before?.(round)
      const start = performance.now()
      run(round)
      const elapsedMs = performance.now() - start
      if (round >= warmup) times.get(name)!.push(elapsedMs)
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Prints a ratio beside its limit; a ratio above it makes the benchmark fail at the end. */
export function holdRatio(name: string, ratio: number, limit: number): void {
  const isHeld = ratio <= limit
  console.log(`${isHeld ? '✓' : '✗'} ${name}: ${ratio.toFixed(2)} × (at most ${limit} ×)`)
  if (!isHeld) process.exitCode = 1
}

export const shownMs = (value: number) => `${value.toFixed(1).padStart(8)} ms`
