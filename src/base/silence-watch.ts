// Tells when nothing was heard for too long. Time in which the listener itself is busy does not count as silence.

export class SilenceWatch {
  #limit: { readonly ms: number; readonly onSilence: () => void } | undefined
  #timer: NodeJS.Timeout | undefined
  #busy = 0

  /** Counts from now; replaces an earlier limit. */
  limit(ms: number, onSilence: () => void): void {
    this.#limit = { ms, onSilence }
    this.#arm()
  }

  /** Wraps the taking of something heard. */
  async during(take: () => void | Promise<void>): Promise<void> {
    clearTimeout(this.#timer)
    this.#busy++
    try {
      await take()
    } finally {
      this.#busy--
      this.#arm()
    }
  }

  stop(): void {
    this.#limit = undefined
    clearTimeout(this.#timer)
  }

  #arm(): void {
    clearTimeout(this.#timer)
    if (this.#limit && this.#busy === 0)
      this.#timer = setTimeout(this.#limit.onSilence, this.#limit.ms)
  }
}
