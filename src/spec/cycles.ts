// Cycles in a dependency graph, each once and as a path, in time linear in nodes and edges and without recursion.

export type Edges = ReadonlyMap<string, readonly string[]>

/** One shortest-to-read cycle for each strongly connected group, as `a → b → a`, starting at its smallest name. */
export function findCycles(edges: Edges): readonly (readonly string[])[] {
  return stronglyConnected(edges)
    .filter(group => group.length > 1 || edges.get(group[0]!)!.includes(group[0]!))
    .map(group => cycleThrough(group, edges))
    .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

interface Visit {
  readonly node: string
  next: number
}

/** Groups in which each node reaches each other, by Tarjan's algorithm with a stack of its own, so that a chain of any length fits. */
export function stronglyConnected(edges: Edges): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const waiting: string[] = []
  const isWaiting = new Set<string>()
  const groups: string[][] = []
  for (const root of edges.keys()) {
    if (index.has(root)) continue
    const path: Visit[] = []
    enter(root, path)
    while (path.length > 0) step(path)
  }
  return groups

  function enter(node: string, path: Visit[]): void {
    index.set(node, index.size)
    low.set(node, index.get(node)!)
    waiting.push(node)
    isWaiting.add(node)
    path.push({ node, next: 0 })
  }

  function step(path: Visit[]): void {
    const visit = path.at(-1)!
    const target = edges.get(visit.node)![visit.next++]
    if (target === undefined) leave(path)
    else if (!edges.has(target)) return
    else if (!index.has(target)) enter(target, path)
    else if (isWaiting.has(target)) lower(visit.node, index.get(target)!)
  }

  function leave(path: Visit[]): void {
    const { node } = path.pop()!
    const parent = path.at(-1)
    if (parent) lower(parent.node, low.get(node)!)
    if (low.get(node) !== index.get(node)) return
    const group = waiting.splice(waiting.lastIndexOf(node))
    for (const member of group) isWaiting.delete(member)
    groups.push(group)
  }

  function lower(node: string, to: number): void {
    if (to < low.get(node)!) low.set(node, to)
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
