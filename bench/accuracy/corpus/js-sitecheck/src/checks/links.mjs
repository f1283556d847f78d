const HREF = /<a\s[^>]*href="([^"#][^"]*)"/g

export function* extractLinks(html) {
  for (const match of html.matchAll(HREF)) yield match[1]
}

export function* brokenLinks({ url, statusCode }) {
  if (statusCode >= 400) yield { code: 'broken-link', url: url.href, message: `answered ${statusCode}` }
}
