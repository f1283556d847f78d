// The HTTP methods under the words that frameworks have for them, in the three ways of writing. What a framework has besides
// stands in its own row.

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

type Verbs = Readonly<Record<string, string>>

const written = (spelling: (method: string) => string): Verbs =>
  Object.fromEntries(methods.map(each => [spelling(each), each]))

const asTitle = (method: string) => method.charAt(0) + method.slice(1).toLowerCase()

export const lower = written(each => each.toLowerCase())
export const upper = written(each => each)
export const title = written(asTitle)

/** `HttpGet`, `HttpPost`. */
export const titleAfter = (word: string): Verbs => written(each => word + asTitle(each))
