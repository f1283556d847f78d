export class Frontier {
  #seen = new Set()
  #queue = []

  constructor(start, depth) {
    this.depth = depth
    this.add(start, 0)
  }

  add(url, level) {
    const key = url.href.split('#')[0]
    if (level > this.depth || this.#seen.has(key)) return false
    this.#seen.add(key)
    this.#queue.push({ url, level })
    return true
  }

  *[Symbol.iterator]() {
    while (this.#queue.length) yield this.#queue.shift()
  }

  static async restore(file) {
    throw new Error('not implemented')
  }
}

export default Frontier
