// JSON with comments and trailing commas as a value; a text that is not even that is an empty object, since others report it.

const part =
  /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=\s*(?:(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)\s*)*[}\]])/g

export type Json = { readonly [key: string]: unknown }

export function readJsonc(text: string): Json {
  try {
    return asObject(JSON.parse(text.replace(part, each => (each.startsWith('"') ? each : ''))))
  } catch {
    return {}
  }
}

export function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
