import type { Line } from '../types.js'

export const totalCents = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.cents, 0)

export function formatCents(cents: number): string
export function formatCents(cents: number, currency: string): string
export function formatCents(cents: number, currency = 'EUR'): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)
}

function splitEvenly(cents: number, parts: number): number[] {
  const share = Math.floor(cents / parts)
  return Array.from({ length: parts }, (_, index) => share + (index < cents % parts ? 1 : 0))
}

export const taxCents = (cents: number, rate: number) => Math.round(cents * rate)
