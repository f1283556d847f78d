// The one place that asks what time it is. Everything else is handed a value.

/** UTC to the second with a zone, as it is written into files: `2026-01-27T15:30:00Z`. */
export function systemTime(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Milliseconds from anywhere, to tell how long something took. The global `performance` would load a module that nothing else needs. */
export function elapsedMs(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1e3 + nanoseconds / 1e6
}
