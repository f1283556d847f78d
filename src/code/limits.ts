// Bounds of what is read as code, and the care that is taken with files that change while they are read.

/** Files above this are no source that anybody wrote. */
export const LARGEST_BYTES = 16 * 1024 * 1024

/** How coarse the clock of a file system may be: a file that changed less than this before a moment may have changed after it. */
const COARSE_MS = 2_000

/** Whether a file with this time of change may have been another one at `sinceMs`. */
export const mayHaveChangedSince = (changedMs: number, sinceMs: number) =>
  changedMs >= sinceMs - COARSE_MS
