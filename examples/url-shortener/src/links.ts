// Keeps the long URL of every slug, in memory.

export class LinkStore {
  readonly #urls = new Map<string, string>()

  add(slug: string, url: string): boolean {
    if (this.#urls.has(slug)) return false
    this.#urls.set(slug, url)
    return true
  }

  find(slug: string): string | undefined {
    return this.#urls.get(slug)
  }
}
