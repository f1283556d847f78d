// `ci`: a gate that fails when a threshold is missed, and for nothing else.

import { describe, expect, it } from 'vitest'
import { project } from './project.ts'

const names = [...'abcdefghijklmnopqrst']

/** 16 of 20 implemented, two partial, one missing, one broken: 85 %. */
const files = {
  'fixpoint.spec.yaml': `resources:\n  feature:\n${names.map(each => `    ${each}: {}\n`).join('')}`,
  'fixpoint.state.json': JSON.stringify({
    version: '1',
    serial: 7,
    lineage: 'l',
    resources: names
      .filter(each => each !== 's')
      .map((name, index) => ({
        type: 'feature',
        source: 'manual',
        name,
        status: index < 16 ? 'implemented' : index < 18 ? 'partial' : 'broken',
        ...(name === 't' && { reason: 'tests <fail> & "burn"' }),
      })),
  }),
}

describe('ci', () => {
  it('passes over its threshold with changes pending, and exits 2 under it', async () => {
    const here = project(files)
    const over = await here.fixpoint('ci --fail-under 80')
    expect(over.exitCode).toBe(0)
    expect(JSON.parse(over.stdout)).toMatchObject({ convergence: 85, has_changes: true })
    const under = await here.fixpoint('ci --fail-under 85.5')
    expect(under.exitCode).toBe(2)
    expect(under.stderr).toBe('Convergence 85.0% is below the threshold of 85.5%.\n')
    expect((await here.fixpoint('ci --fail-under 110')).exitCode).toBe(64)
    expect((await here.fixpoint('ci --fail-undr 80')).exitCode).toBe(64)
    expect((await here.fixpoint('ci')).exitCode).toBe(0)
  })

  it('exits 2 while required resources are incomplete, when asked', async () => {
    const here = project(files)
    const outcome = await here.fixpoint('ci --fail-on-incomplete')
    expect(outcome.exitCode).toBe(2)
    expect(outcome.stderr).toBe(
      '4 required resources are not implemented: feature.q, feature.r, feature.s, feature.t\n',
    )
    here.write('fixpoint.spec.yaml', 'resources: {feature: {a: {}, s: {priority: optional}}}')
    expect((await here.fixpoint('ci --fail-on-incomplete')).exitCode).toBe(0)
  })

  it('takes its thresholds from the settings too', async () => {
    const here = project({ ...files, '.fixpoint/config.yaml': 'ci:\n  fail_under: 90\n' })
    expect((await here.fixpoint('ci')).exitCode).toBe(2)
    expect((await here.fixpoint('ci', { env: { FIXPOINT_FAIL_UNDER: '10' } })).exitCode).toBe(0)
    expect(
      (await here.fixpoint('ci --fail-under 90', { env: { FIXPOINT_FAIL_UNDER: '10' } })).exitCode,
    ).toBe(2)
  })

  it('writes the report, the comment and the badge, and prints the report alone', async () => {
    const here = project(files)
    const { stdout, stderr } = await here.fixpoint(
      'ci --format json --output out.json --comment comment.md --badge badge.json',
    )
    expect(stderr).toBe('')
    expect(here.read('out.json')).toBe(stdout)
    expect(Object.keys(JSON.parse(stdout))).toEqual(
      expect.arrayContaining([
        'version',
        'convergence',
        'total_resources',
        'implemented',
        'partial',
        'missing',
        'has_changes',
        'actions',
      ]),
    )
    expect(here.read('comment.md')).toContain('| `feature.t` | 🔴 broken | `~` fix |\n')
    expect(JSON.parse(here.read('badge.json'))).toEqual({
      schemaVersion: 1,
      label: 'convergence',
      message: '85.0%',
      color: 'yellow',
    })
  })

  it('keeps the keys of the absorbed report', async () => {
    const here = project({
      'fixpoint.spec.yaml': 'resources: {feature: {a: {}, b: {}}}',
      'fixpoint.state.json': JSON.stringify({
        version: '1',
        serial: 1,
        resources: [{ type: 'feature', name: 'a', status: 'partial', source: 'manual' }],
      }),
    })
    const {
      version,
      convergence,
      total_resources,
      implemented,
      partial,
      missing,
      has_changes,
      actions,
    } = JSON.parse((await here.fixpoint('ci')).stdout)
    expect({
      version,
      convergence,
      total_resources,
      implemented,
      partial,
      missing,
      has_changes,
      actions,
    }).toEqual({
      version: '1',
      convergence: 25,
      total_resources: 2,
      implemented: 0,
      partial: 1,
      missing: 1,
      has_changes: true,
      actions: [
        {
          action: 'create',
          address: 'feature.b',
          reason: 'no file was found that declares it',
        },
        { action: 'update', address: 'feature.a', reason: 'Resource is partially implemented' },
      ],
    })
  })

  it('speaks JUnit', async () => {
    const { stdout } = await project(files).fixpoint('ci --format junit')
    expect(stdout).toContain('<testsuites name="fixpoint" tests="20" failures="4">')
    expect(stdout).toContain(
      '<testcase classname="feature" name="feature.t" file="fixpoint.spec.yaml" line="22"><failure type="broken" message="tests &lt;fail&gt; &amp; &quot;burn&quot;"/></testcase>',
    )
  })

  it('speaks SARIF, at the line of the spec', async () => {
    const { stdout } = await project(files).fixpoint('ci --format sarif')
    const { version, runs } = JSON.parse(stdout)
    expect(version).toBe('2.1.0')
    expect(runs[0].results).toHaveLength(4)
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'fixpoint/create',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'fixpoint.spec.yaml' },
            region: { startLine: 21 },
          },
        },
      ],
    })
  })

  it('answers errors as JSON on stdout and prose on stderr', async () => {
    const outcome = await project({ 'fixpoint.spec.yaml': '' }).fixpoint('ci --json')
    expect(outcome.exitCode).toBe(1)
    expect(JSON.parse(outcome.stdout).error).toBe('the spec declares nothing')
    expect(outcome.stderr).toMatch(/^Error: /)
  })
})
