// One resource of the plan, with everything that was declared of it and what the state says.

import { type Plan, reasonOf } from '../plan.ts'
import type { Tone } from './text.ts'

type Paint = (tone: Tone, text: string) => string

const tones: Readonly<Record<string, Tone>> = {
  implemented: 'good',
  partial: 'change',
  missing: 'remove',
  broken: 'remove',
  deprecated: 'dim',
}

export function resourceText(plan: Plan, address: string, paint: Paint): string {
  const verdict = plan.verdicts.find(each => each.address === address)
  if (!verdict)
    return `${paint('strong', address)} is in the state and not declared in ${plan.specFile}.`
  const { resource, status, required, entry, waitsFor } = verdict
  const dependents = plan.verdicts
    .filter(each => each.resource.dependsOn.includes(address))
    .map(each => each.address)
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['status', paint(tones[status] ?? 'dim', `${status}${entry?.locked ? ' (locked)' : ''}`)],
    ['reason', reasonOf(entry)],
    ['required', required],
    ['description', resource.description],
    ['declared', `${resource.at.file}:${resource.at.line}`],
    ['files', list(entry?.files?.length ? entry.files : resource.files)],
    ['tests', list(entry?.tests?.length ? entry.tests : resource.tests)],
    ['checks', list(resource.checks)],
    ['depends on', list(resource.dependsOn)],
    ['waits for', list(waitsFor)],
    ['needed by', list(dependents)],
    ['connects to', list(resource.connects.map(({ to, via }) => (via ? `${to} via ${via}` : to)))],
    ['group', resource.group],
    ['priority', resource.isOptional ? 'optional' : undefined],
    ['blocked', resource.blocked && `since ${resource.blocked.since} by ${resource.blocked.by}`],
    ...Object.entries(resource.attributes)
      .filter(([key]) => key !== 'description')
      .map(([key, value]) => [key, attributeText(value)] as const),
  ]
  return [
    paint('strong', address),
    ...rows.flatMap(([key, value]) =>
      value === undefined ? [] : [`  ${key.padEnd(12)} ${value}`],
    ),
  ].join('\n')
}

const list = (items: readonly string[]) => (items.length > 0 ? items.join(', ') : undefined)

const attributeText = (value: unknown) =>
  Array.isArray(value)
    ? value.map(String).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
