// How often each link was followed. Counts are lost when the service restarts.

const visits = new Map<string, number>()

export function countVisit(slug: string): void {
  visits.set(slug, visitsOf(slug) + 1)
}

export function visitsOf(slug: string): number {
  return visits.get(slug) ?? 0
}
