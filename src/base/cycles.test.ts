import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCycles } from './cycles.ts'

const edges = (text: string) =>
  new Map(
    text.split(' ').map(each => [
      each.split(':')[0]!,
      each
        .split(':')[1]!
        .split(',')
        .filter(to => to !== ''),
    ]),
  )

describe('cycles', () => {
  it('are told once, as a path that starts at the smallest name', () => {
    expect(findCycles(edges('c:a a:b b:c d:a'))).toEqual([['a', 'b', 'c', 'a']])
  })

  it('are the shortest way round within their group', () => {
    expect(findCycles(edges('a:b,c b:c c:a'))).toEqual([['a', 'c', 'a']])
  })

  it('include what depends on itself, and leave out what is only reached', () => {
    expect(findCycles(edges('a:a b:a c:'))).toEqual([['a', 'a']])
  })

  it('are not seen where there are none: a chain of 100,000', () => {
    const chain = new Map(
      Array.from({ length: 100_000 }, (_, i) => [`n${i}`, i > 0 ? [`n${i - 1}`] : []]),
    )
    expect(findCycles(chain)).toEqual([])
  })

  it('exist exactly when sorting by dependencies gets stuck', () => {
    const graph = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(graph, rows => {
        const map = new Map(rows.map((to, i) => [String(i), to.map(String)]))
        const paths = findCycles(map)
        expect(paths.length > 0).toBe(getsStuck(map))
        for (const path of paths) {
          expect(path[0]).toBe(path.at(-1))
          for (const [index, node] of path.slice(0, -1).entries())
            expect(map.get(node)).toContain(path[index + 1])
        }
      }),
    )
  })
})

function getsStuck(map: Map<string, string[]>): boolean {
  const left = new Set(map.keys())
  for (let shrinks = true; shrinks; ) {
    const free = [...left].filter(node => map.get(node)!.every(to => !left.has(to)))
    shrinks = free.length > 0
    for (const node of free) left.delete(node)
  }
  return left.size > 0
}
