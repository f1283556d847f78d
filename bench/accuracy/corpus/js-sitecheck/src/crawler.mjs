import { request } from 'undici'
import * as links from './checks/links.mjs'
import { titleMissing } from './checks/title.mjs'
import { Frontier } from './frontier.mjs'

const checks = [links.brokenLinks, titleMissing]

export async function* crawl(start, { depth = 2, fetch = request } = {}) {
  const frontier = new Frontier(start, depth)
  for (const { url, level } of frontier) {
    const { statusCode, body } = await fetch(url)
    const html = await body.text()
    for (const check of checks) yield* check({ url, statusCode, html })
    for (const href of links.extractLinks(html)) frontier.add(new URL(href, url), level + 1)
  }
}

export const politeDelay = host => new Promise(resolve => setTimeout(resolve, host.length > 0 ? 250 : 0))
