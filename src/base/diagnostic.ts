// Expected trouble as a value: what happened, where, and what to do about it.
// Readers collect diagnostics and answer with all of them at once; the command line, the API and the page render the same object.
import { compareText } from './order.ts'

export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

export type Severity = 'error' | 'warning'

export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly at?: Location
  readonly fix?: string
}

type Extra = { readonly at?: Location | undefined; readonly fix?: string | undefined }

export function error(code: string, message: string, extra: Extra = {}): Diagnostic {
  return diagnostic('error', code, message, extra)
}

export function warning(code: string, message: string, extra: Extra = {}): Diagnostic {
  return diagnostic('warning', code, message, extra)
}

function diagnostic(severity: Severity, code: string, message: string, extra: Extra): Diagnostic {
  return {
    code,
    severity,
    message,
    ...(extra.at && { at: extra.at }),
    ...(extra.fix && { fix: extra.fix }),
  }
}

/** Carries diagnostics from where they are found to the edge that renders them. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[], options?: { cause: unknown }) {
    super(diagnostics.map(renderDiagnostic).join('\n'), options)
    this.name = 'DiagnosticError'
    this.diagnostics = diagnostics
  }
}

/** Stops the current command with one error. */
export function refuse(
  code: string,
  message: string,
  extra: Extra & { cause?: unknown } = {},
): never {
  throw new DiagnosticError(
    [error(code, message, extra)],
    extra.cause === undefined ? undefined : { cause: extra.cause },
  )
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(each => each.severity === 'error')
}

/** One line: `file:line:col code message (fix)`. */
export function renderDiagnostic(each: Diagnostic): string {
  const place = each.at ? `${renderLocation(each.at)} ` : ''
  const fix = each.fix ? ` (${each.fix})` : ''
  return `${place}${each.code} ${each.message}${fix}`
}

export function renderLocation(at: Location): string {
  const parts: (string | number)[] = [at.file]
  if (at.line !== undefined) parts.push(at.line)
  if (at.line !== undefined && at.column !== undefined) parts.push(at.column)
  return parts.join(':')
}

/** By file, line, column, then code, so that output never depends on the order of discovery. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
}
