// POST /links: takes a long URL and answers a short one.

import type { LinkStore } from './links.ts'
import { makeSlug } from './slugs.ts'

export function shorten(links: LinkStore, url: string): string | undefined {
  if (!URL.canParse(url) || !/^https?:/.test(url)) return undefined
  let slug = makeSlug()
  while (!links.add(slug, url)) slug = makeSlug()
  return slug
}
