// Routes that an interface or a class declares and a controller below it serves: `@RestController class Users implements UsersApi`. They
// lie below the path of the controller, where it has one of its own, and that stands in the place of the path above it.

/** The types above a class, by the text of its header. */
export function typesAbove(line: number, lines: readonly string[], language: string): string[] {
  const header = lines
    .slice(line - 1, line + LONGEST_HEADER)
    .join('\n')
    .replace(/\{[\s\S]*$/, '')
  const listed =
    language === 'kotlin'
      ? /\bclass\s+\w+[^:]*:([\s\S]*)$/.exec(withoutBrackets(header))?.[1]
      : /\b(?:extends|implements)\b([\s\S]*)$/.exec(withoutBrackets(header))?.[1]
  return (listed ?? '')
    .split(/,|\bimplements\b/)
    .flatMap(each => /([A-Za-z_]\w*)\s*(?:by\b.*)?$/.exec(each.trim())?.[1] ?? [])
}

const LONGEST_HEADER = 8

/** Parameters of constructors and of types hold colons and commas of their own. */
function withoutBrackets(text: string): string {
  const plain = text.replace(/\([^()]*\)|<[^<>]*>/g, '')
  return plain === text ? text : withoutBrackets(plain)
}
