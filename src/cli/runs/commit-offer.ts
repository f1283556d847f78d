// The `commit:` part of the configuration, checked before anything starts: what a landing's commit says, and whether the repository's
// own commit hooks have a say.

import { type Diagnostic, error, type Location } from '../../base/diagnostic.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { ConfigFile } from '../../contract/config.ts'
import type { CommitOrder } from '../../contract/order.ts'
import { placeholders, unknownPlaceholders } from '../../workspace/message.ts'

export interface ReadCommit {
  readonly commit: CommitOrder | undefined
  readonly problems: readonly Diagnostic[]
}

export function readCommit(config: ConfigFile, placeOf: (key: string) => Location): ReadCommit {
  const { message } = config.commit ?? {}
  const known = placeholders.map(each => `{${each}}`).join(' ')
  const problems = unknownPlaceholders(message ?? '').map(name =>
    error('config/value', `commit.message does not know {${name}}; it knows ${known}`, {
      at: placeOf('commit.message'),
      fix: didYouMean(name, placeholders) ?? 'remove it',
    }),
  )
  return { commit: config.commit, problems }
}
