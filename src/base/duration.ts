// Durations as people write them: `90s`, `15m`, `24h`, `7d`; a bare number is seconds.

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Milliseconds, or undefined where the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text.trim())
  return match ? Number(match[1]) * unitMs[match[2] ?? 's']! : undefined
}

/** As people write them, exact to the unit that is shown: `2h`, `90m`, `1500ms`. */
export function durationText(ms: number): string {
  const unit = Object.keys(unitMs).findLast(each => ms !== 0 && ms % unitMs[each]! === 0) ?? 'ms'
  return `${ms / unitMs[unit]!}${unit}`
}
