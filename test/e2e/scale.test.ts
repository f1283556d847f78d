// Large specs: no recursion that ends, no work that grows faster than the spec. (How fast is measured in bench/.)

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

describe('a large spec', () => {
  it('of a chain of 10,000 is planned', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) =>
      i === 0 ? '    r0: {}\n' : `    r${i}: {depends_on: [module.r${i - 1}]}\n`,
    )
    const here = project({ 'fixpoint.spec.yaml': `resources:\n  module:\n${lines.join('')}` })
    expect((await here.fixpoint('plan')).stdout).toContain('Plan: 10000 to create.\n')
    expect((await here.fixpoint('plan --target module.r9999 --json')).stdout).toContain(
      '"total_resources": 10000',
    )
  })

  it('of 200 in layers, each on the whole layer before, has no cycle', async () => {
    const layers = Array.from({ length: 20 }, (_, layer) =>
      Array.from({ length: 10 }, (_, i) => `l${layer}_${i}`),
    )
    const lines = layers.flatMap((names, layer) =>
      names.map(
        name =>
          `    ${name}: {depends_on: [${(layers[layer - 1] ?? []).map(each => `module.${each}`).join(', ')}]}\n`,
      ),
    )
    const here = project({ 'fixpoint.spec.yaml': `resources:\n  module:\n${lines.join('')}` })
    expect((await here.fixpoint('plan')).stdout).toContain('Plan: 200 to create.\n')
  })

  it('closed to a circle of 10,000 is told as one path', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `    r${i}: {depends_on: [module.r${(i + 1) % 10_000}]}\n`,
    )
    const here = project({ 'fixpoint.spec.yaml': `resources:\n  module:\n${lines.join('')}` })
    const outcome = await here.fixpoint('plan')
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toBe(
      'Error: fixpoint.spec.yaml:3:23 spec/cycle dependencies go in a circle: module.r0 → module.r1 → module.r2 → module.r3 → module.r4 → module.r5 → … 9993 more … → module.r9999 → module.r0 (remove one of these depends_on)\n',
    )
  })
})
