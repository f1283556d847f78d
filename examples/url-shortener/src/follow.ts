// GET /:slug: where the visitor of a short URL goes.

import type { LinkStore } from './links.ts'
import { isSlug } from './slugs.ts'
import { countVisit } from './visits.ts'

export function follow(links: LinkStore, slug: string): string | undefined {
  const url = isSlug(slug) ? links.find(slug) : undefined
  if (url !== undefined) countVisit(slug)
  return url
}
