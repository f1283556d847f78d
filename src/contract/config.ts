// The schema of `.fixpoint/config.yaml`: one home for every key of every room. A key lives here only while something reads it.

import * as z from 'zod/mini'
import { described } from './described.ts'

const text = () => z.string().check(z.minLength(1))

const build = () =>
  z.strictObject({
    spec: described(text(), 'Path of the spec file, relative to the repository root.'),
    state: described(text(), 'Path of the state file, relative to the repository root.'),
    lock_timeout: described(
      z.union([text(), z.number().check(z.minimum(0))]),
      'How long to wait for the lock of the state: 30s, 2m; 0 for not at all.',
    ),
    agent: described(text(), 'Who marks resources when --agent is not given.'),
    ci: z.optional(
      z.strictObject({
        fail_under: described(
          z.number().check(z.minimum(0), z.maximum(100)),
          'Exit 2 when convergence is below this percentage.',
        ),
        fail_on_incomplete: described(
          z.boolean(),
          'Exit 2 while a required resource is not implemented.',
        ),
      }),
    ),
  })

let built: ReturnType<typeof build> | undefined

/** Made when it is first asked for: a project without a config file never needs it. */
export function configSchema(): ReturnType<typeof build> {
  built ??= build()
  return built
}

export type ConfigFile = z.infer<ReturnType<typeof build>>
