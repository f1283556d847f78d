const HELP = `
export function slugFromTitle(title: string): string {
  return title.toLowerCase()
}
was replaced by slugFor, which adds a suffix.`

/** "Where do we eat?" becomes "where-do-we-eat-x7k2". */
export function slugFor(question: string, random: () => number = Math.random): string {
  const words = question
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${words.slice(0, 40)}-${suffix(random)}`
}

function suffix(random: () => number): string {
  return random().toString(36).slice(2, 6).padEnd(4, '0')
}

/** Kept for the import script of last year; nobody calls it now. */
function legacySlug(id: number): string {
  return `poll-${id.toString(36)}`
}

export function explainSlug(): string {
  return HELP.trim()
}
