// One line of `fixpoint doctor`: what was looked at, how it is, and what to do where it is not well.

import { type Diagnostic, DiagnosticError, renderDiagnostic } from '../../base/diagnostic.ts'
import { systemTrouble } from '../../base/system-trouble.ts'

export interface Finding {
  readonly name: string
  readonly verdict: 'ok' | 'warn' | 'fail'
  readonly message: string
  readonly fix?: string
}

export const ok = (name: string, message: string): Finding => ({ name, verdict: 'ok', message })

export const warn = (name: string, message: string, fix: string): Finding => ({
  name,
  verdict: 'warn',
  message,
  fix,
})

export const fail = (name: string, message: string, fix?: string): Finding => ({
  name,
  verdict: 'fail',
  message,
  ...(fix !== undefined && { fix }),
})

/** Expected trouble becomes a finding; anything else is a fault of the program and stays one. */
export async function finding(
  name: string,
  look: () => Promise<Finding> | Finding,
): Promise<Finding> {
  try {
    return await look()
  } catch (cause) {
    const trouble = systemTrouble(cause)
    if (cause instanceof DiagnosticError) return failOf(name, cause.diagnostics)
    if (trouble) return failOf(name, [trouble])
    throw cause
  }
}

export function failOf(name: string, problems: readonly Diagnostic[]): Finding {
  const [first, ...others] = problems.filter(each => each.severity === 'error')
  const { fix, ...rest } = first!
  const more = others.length > 0 ? ` and ${others.length} more: fixpoint validate` : ''
  return fail(name, `${renderDiagnostic(rest)}${more}`, fix)
}
