// The rungs that a file answers by itself: present, parsed.

import {
  type EvidenceFact,
  type FileFacts,
  fact,
  fault,
  type ResourceFacts,
  type Rung,
} from './facts.ts'

type Level = Rung['level']

export const holds = (level: Level, facts: readonly EvidenceFact[]): Rung => ({
  level,
  outcome: 'holds',
  share: 1,
  facts,
})
export const fails = (level: Level, facts: readonly EvidenceFact[], share = 0): Rung => ({
  level,
  outcome: 'fails',
  share,
  facts,
})
export const skipped = (level: Level, why: string): Rung => ({
  level,
  outcome: 'n/a',
  share: 1,
  facts: [fact(why)],
})

export const conditionText: Readonly<Record<FileFacts['condition'], string>> = {
  present: 'is there',
  empty: 'is empty: the file has no declarations',
  absent: 'does not exist',
  unreadable: 'cannot be read',
}

export function presentRung({ files, origin }: ResourceFacts): Rung {
  if (files.length === 0) return fails('present', [fault('no file was found that declares it')])
  const present = files.filter(each => each.condition === 'present').length
  const isPassedOver = (each: FileFacts) => present > 0 && isMarker(each)
  const facts = files.map(each => {
    const { path, condition } = each
    if (condition === 'present') return fact(`${path} is there`, { file: path, line: 1 })
    return isPassedOver(each)
      ? fact(`${path} is empty and passed over: only a pattern names it`)
      : fault(each.apart ?? `${path} ${conditionText[condition]}`)
  })
  const paths = files.map(each => each.path).join(', ')
  if (origin === 'moved')
    return fails('present', [
      fault(`the declared files are gone; its names were found in ${paths}: change files`),
      ...facts,
    ])
  const counted = files.filter(each => !isPassedOver(each)).length
  return present === counted ? holds('present', facts) : fails('present', facts, present / counted)
}

/** `__init__.py`, `.gitkeep`, `py.typed`: it is there by being empty. */
export const isMarker = ({ condition, isByPattern }: FileFacts) =>
  condition === 'empty' && isByPattern === true

export function parsedRung({ files }: ResourceFacts): Rung {
  const present = files.filter(each => each.condition === 'present')
  if (present.length === 0) return skipped('parsed', 'there is no file to read')
  const parsed = present.filter(each => each.problems)
  if (parsed.length === 0) return skipped('parsed', 'no parser reads this kind of file')
  const faults = parsed.flatMap(({ path, problems }) =>
    (problems ?? []).map(each =>
      fault(`syntax error at ${each.line}:${each.column}: ${each.message}`, {
        file: path,
        line: each.line,
      }),
    ),
  )
  if (faults.length > 0) return fails('parsed', faults)
  return holds(
    'parsed',
    parsed.map(({ path }) => fact(`${path} parses`, { file: path, line: 1 })),
  )
}
