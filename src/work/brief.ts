// What a unit file says to its agent, as one text: the fields that concern it, then the words of its author as they are.

import type { UnitFrontMatter } from '../contract/unit.ts'

export function briefText(front: UnitFrontMatter, body: string): string {
  const parts = [
    body,
    section('Context', front.context),
    section(
      'Accepted when',
      front.acceptance?.map(each => each.criterion),
    ),
    section('See for yourself that it is done', front.verification),
    section('Stop and ask a person when', front.escalation),
    section('For the resource', front.resource),
  ]
  return parts.filter(each => each !== '').join('\n\n')
}

function section(title: string, text: string | readonly string[] | undefined): string {
  const lines = text === undefined ? [] : typeof text === 'string' ? [text] : text
  if (lines.length === 0) return ''
  const body = lines.length === 1 ? lines[0]! : lines.map(each => `- ${each}`).join('\n')
  return `## ${title}\n\n${body}`
}
