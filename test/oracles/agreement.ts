// How far two lists of rows agree: a row counts once for each time that it occurs.

interface Agreement {
  readonly same: number
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

export function agreement(wanted: readonly string[], found: readonly string[]): Agreement {
  const left = new Map<string, number>()
  for (const each of wanted) left.set(each, (left.get(each) ?? 0) + 1)
  const extra: string[] = []
  for (const each of found) {
    const count = left.get(each) ?? 0
    if (count === 0) extra.push(each)
    else left.set(each, count - 1)
  }
  const missing = [...left].flatMap(([each, count]) => Array<string>(count).fill(each))
  return { same: found.length - extra.length, missing, extra }
}

/** Sums agreements of many files and says where they differ. */
export function total(agreements: readonly { readonly path: string; readonly of: Agreement }[]) {
  const same = agreements.reduce((sum, { of }) => sum + of.same, 0)
  const differences = agreements.flatMap(({ path, of }) => [
    ...of.missing.map(each => `missing ${path} ${each}`),
    ...of.extra.map(each => `extra ${path} ${each}`),
  ])
  const missing = agreements.reduce((sum, { of }) => sum + of.missing.length, 0)
  const extra = agreements.reduce((sum, { of }) => sum + of.extra.length, 0)
  return { same, differences, precision: same / (same + extra), recall: same / (same + missing) }
}

export function report(title: string, { same, precision, recall }: ReturnType<typeof total>): void {
  const share = (value: number) => value.toFixed(5)
  process.stdout.write(
    `${title}: ${same} rows the same, precision ${share(precision)}, recall ${share(recall)}\n`,
  )
}
