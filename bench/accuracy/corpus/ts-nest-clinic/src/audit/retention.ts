export function retentionDays(kind: string): number {
  switch (kind) {
    case 'clinical':
      return 3650
    case 'billing':
      return 2555
    default:
      throw new Error(`retention of ${kind} is not implemented`)
  }
}

export function purgeOlderThan(days: number {
  return new Date(Date.now() - days * 86_400_000)
}
