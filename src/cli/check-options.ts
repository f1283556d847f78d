// The options by which a command asks for checks.

import type { Args, OptionSpecs } from './command.ts'

export interface CheckOptions {
  readonly runs: boolean
  readonly isStrict: boolean
}

export const checkOptions: OptionSpecs = {
  'run-checks': {
    type: 'boolean',
    help: 'run the checks of the resources where no fresh result is kept',
  },
  strict: { type: 'boolean', help: 'a stale check result counts as none' },
}

export const noChecks: CheckOptions = { runs: false, isStrict: false }

export const readCheckOptions = (args: Args): CheckOptions => ({
  runs: args.flag('run-checks'),
  isStrict: args.flag('strict'),
})
