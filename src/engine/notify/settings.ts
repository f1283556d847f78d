// Where notices go, as the config declares it, with every mistake in its place. An address that could be read on its way is refused.

import { isOwnVariable } from '../../base/allowed-environment.ts'
import { type Diagnostic, error, type Location } from '../../base/diagnostic.ts'
import type { ConfigFile } from '../../contract/config.ts'
import { type NoticeKind, noticeKinds } from './notice.ts'

export interface NotifySettings {
  readonly kinds: readonly NoticeKind[]
  readonly isDesktop: boolean
  readonly webhooks: readonly string[]
  readonly command: string | readonly string[] | undefined
  /** Names of variables that the command sees besides the usual ones. */
  readonly environment: readonly string[]
}

export function readNotify(
  config: ConfigFile,
  placeOf: (key: string) => Location,
): { readonly settings: NotifySettings; readonly problems: readonly Diagnostic[] } {
  const {
    on = noticeKinds,
    desktop = false,
    webhook = [],
    command,
    environment = [],
  } = config.notify ?? {}
  const settings = { kinds: on, isDesktop: desktop, webhooks: webhook, command, environment }
  const problems = [
    ...webhook.filter(each => !isSafe(each)).map(() => unsafe(placeOf('notify.webhook'))),
    ...environment.filter(isOwnVariable).map(name =>
      error('config/environment', `${name} is Fixpoint's own and never reaches a notification`, {
        at: placeOf('notify.environment'),
        fix: 'remove it',
      }),
    ),
  ]
  return { settings, problems }
}

/** The address itself may be a secret, so it is never repeated. */
const unsafe = (at: Location) =>
  error(
    'config/value',
    'a webhook must be an https address, or http to this machine, without a name or password in it',
    {
      at,
      fix: 'for example https://hooks.example.org/fixpoint',
    },
  )

function isSafe(text: string): boolean {
  const url = URL.parse(text)
  if (url?.username !== '' || url.password !== '') return false
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}
