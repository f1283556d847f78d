// A command line that cannot be understood: said once, with the nearest word that can, and exit code 64.

import { DiagnosticError, error } from '../base/diagnostic.ts'

export class UsageError extends DiagnosticError {
  constructor(message: string, fix?: string) {
    super([error('cli/usage', message, { fix })])
    this.name = 'UsageError'
  }
}
