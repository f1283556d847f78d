// Cycles in a dependency graph, each once and as a path, in time linear in nodes and edges and without recursion.

export type Edges = ReadonlyMap<string, readonly string[]>

/** One shortest-to-read cycle for each strongly connected group, as `a → b → a`, starting at its smallest name. */
export function findCycles(edges: Edges): readonly (readonly string[])[] {
  return stronglyConnected(edges)
    .filter(group => group.length > 1 || edges.get(group[0]!)!.includes(group[0]!))
    .map(group => cycleThrough(group, edges))
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

/** A circle of thousands is told by its two ends. */
export function cycleText(path: readonly string[]): string {
  const isLong = path.length > 12
  const shown = isLong
    ? [...path.slice(0, 6), `… ${path.length - 8} more …`, ...path.slice(-2)]
    : path
  return shown.join(' → ')
}

/** Names as numbers: a graph of ten thousand names is walked in arrays that fit the processor's cache. */
interface Numbered {
  readonly names: readonly string[]
  /** Targets of a node stand from `first[node]` to before `first[node + 1]`. */
  readonly first: Int32Array
  readonly targets: Int32Array
}

function numbered(edges: Edges): Numbered {
  const names = [...edges.keys()]
  const numberOf = new Map(names.map((name, index) => [name, index]))
  const first = new Int32Array(names.length + 1)
  const targets: number[] = []
  let node = 0
  for (const list of edges.values()) {
    for (const target of list) {
      const number = numberOf.get(target)
      if (number !== undefined) targets.push(number)
    }
    first[++node] = targets.length
  }
  return { names, first, targets: Int32Array.from(targets) }
}

const UNSEEN = -1

/** Groups in which each node reaches each other, by Tarjan's algorithm with a stack of its own, so that a chain of any length fits. */
export function stronglyConnected(edges: Edges): string[][] {
  const { names, first, targets } = numbered(edges)
  const index = new Int32Array(names.length).fill(UNSEEN)
  const low = new Int32Array(names.length)
  const next = first.slice()
  const isWaiting = new Uint8Array(names.length)
  const waiting: number[] = []
  const groups: string[][] = []
  let seen = 0
  for (let root = 0; root < names.length; root++) {
    if (index[root] !== UNSEEN) continue
    const path = [root]
    enter(root)
    while (path.length > 0) step(path)
  }
  return groups

  function enter(node: number): void {
    index[node] = low[node] = seen++
    waiting.push(node)
    isWaiting[node] = 1
  }

  function step(path: number[]): void {
    const node = path.at(-1)!
    if (next[node] === first[node + 1]) return leave(path)
    const target = targets[next[node]!++]!
    if (index[target] === UNSEEN) {
      enter(target)
      path.push(target)
    } else if (isWaiting[target]) lower(node, index[target]!)
  }

  function leave(path: number[]): void {
    const node = path.pop()!
    const parent = path.at(-1)
    if (parent !== undefined) lower(parent, low[node]!)
    if (low[node] !== index[node]) return
    const group = waiting.splice(waiting.lastIndexOf(node))
    for (const member of group) isWaiting[member] = 0
    groups.push(group.map(member => names[member]!))
  }

  function lower(node: number, to: number): void {
    if (to < low[node]!) low[node] = to
  }
}

/** The shortest way from the smallest member back to itself, by breadth first. */
function cycleThrough(group: readonly string[], edges: Edges): string[] {
  const start = [...group].sort()[0]!
  const members = new Set(group)
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const target of edges.get(node)!) {
      if (target === start) return pathTo(node, cameFrom, start)
      if (!members.has(target) || cameFrom.has(target)) continue
      cameFrom.set(target, node)
      queue.push(target)
    }
  }
  throw new Error(`invariant: ${start} lies on a cycle of its own group`)
}

function pathTo(last: string, cameFrom: ReadonlyMap<string, string>, start: string): string[] {
  const backwards = [start]
  for (let node = last; node !== start; node = cameFrom.get(node)!) backwards.push(node)
  return [...backwards, start].reverse()
}
