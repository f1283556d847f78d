// JSON whose bytes depend on nothing but the value: keys in code-unit order. Used wherever something is hashed.

export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  let pairs = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member === undefined) continue
    pairs += `${pairs && ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${pairs}}`
}
