// What a landing's commit says: subject and body by a template that a team may set, and trailers by which every landing is found again.

import { SOURCE_TRAILER } from './branches.ts'

/** Names the unit whose landing a commit is. */
export const UNIT_TRAILER = 'Fixpoint-Unit'

export interface LandingWords {
  readonly unit: string
  readonly attempt: string
  readonly agent: string
  /** Digest of the evidence that the landing was judged by. */
  readonly evidence: string
  readonly feature?: string | undefined
  readonly title: string
  /** The tip of the branch that it was made of. */
  readonly source?: string | undefined
  readonly body?: string | undefined
}

/** What a template may name in braces. */
export const placeholders = ['unit', 'attempt', 'agent', 'feature', 'title', 'body'] as const

/** Words in braces that nothing replaces: most likely a slip. Anything else in braces stays as it is. */
export const unknownPlaceholders = (template: string): readonly string[] =>
  [...template.matchAll(/\{([A-Za-z_]+)\}/g)]
    .map(match => match[1]!)
    .filter(name => !(placeholders as readonly string[]).includes(name))

export interface MessageOptions {
  /** `{unit}`, `{attempt}`, `{agent}`, `{feature}`, `{title}` and `{body}` are replaced. */
  readonly template?: string | undefined
  readonly signedOffBy?: Named | undefined
  /** Whoever made it besides the author. */
  readonly coAuthors?: readonly Named[] | undefined
}

interface Named {
  readonly name: string
  readonly email: string
}

const DEFAULT_TEMPLATE = '{title}\n\n{body}'

export function landingMessage(words: LandingWords, options: MessageOptions = {}): string {
  const text = fill(options.template ?? DEFAULT_TEMPLATE, words)
  return `${[cleanText(text), trailersOf(words, options).join('\n')].filter(Boolean).join('\n\n')}\n`
}

/** Placeholders that the template names; anything else in braces stays as it is. */
function fill(template: string, { unit, attempt, agent, feature, title, body }: LandingWords) {
  const values = { unit, attempt, agent, feature, title: oneLine(title), body }
  return template.replace(
    new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g'),
    (_, name: keyof typeof values) => values[name] ?? '',
  )
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ')

/** A paragraph that looks like our trailers would be read as ours. */
function cleanText(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd().replace(/^(Fixpoint-[\w-]+|Feature)(?=\s*:)/i, '($1)'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const personText = ({ name, email }: Named) => `${name} <${email}>`

function trailersOf(words: LandingWords, options: MessageOptions): string[] {
  const { signedOffBy, coAuthors = [] } = options
  const trailers: readonly (readonly [name: string, value: string | undefined])[] = [
    [UNIT_TRAILER, words.unit],
    ['Fixpoint-Attempt', words.attempt],
    ['Fixpoint-Agent', words.agent],
    ['Fixpoint-Evidence', words.evidence],
    [SOURCE_TRAILER, words.source],
    ['Feature', words.feature],
    ...coAuthors.map(each => ['Co-authored-by', personText(each)] as const),
    ['Signed-off-by', signedOffBy && personText(signedOffBy)],
  ]
  return trailers.flatMap(([name, value]) => (value ? [`${name}: ${oneLine(value)}`] : []))
}
