// The commands that a Makefile or a justfile has for a target and for what that needs, as far as its text says. Expands no variable and no
// pattern: what only make could tell is left out.

/** As a text for the shell, in the order in which they stand. Without a target the first rule of the file counts. */
export function recipesFor(text: string, targets: readonly string[]): string {
  const rules = rulesIn(text)
  const wanted = new Set(targets.length > 0 ? targets : rules.slice(0, 1).map(each => each.name))
  for (const name of wanted)
    for (const rule of rules.filter(each => each.name === name))
      for (const need of rule.needs) wanted.add(need)
  return rules
    .filter(each => wanted.has(each.name))
    .flatMap(each => each.lines)
    .join('\n')
}

interface Rule {
  readonly name: string
  readonly needs: readonly string[]
  readonly lines: string[]
}

/** `test lint: build`, and `test *args: build` of just; no assignment, and none of the names that begin with a dot. */
const header = /^@?([\w][\w./-]*(?:[ \t]+[^\s:=][^:=]*)?)::?(?!=)([^=]*)$/

function rulesIn(text: string): readonly Rule[] {
  const rules: Rule[] = []
  let open: readonly Rule[] = []
  for (const line of text.replaceAll('\r\n', '\n').replaceAll('\\\n', ' ').split('\n')) {
    if (/^[ \t]+\S/.test(line)) for (const rule of open) rule.lines.push(commandOf(line))
    else if (/^[^#\s]/.test(line)) {
      open = rulesOf(line)
      rules.push(...open)
    }
  }
  return rules
}

function rulesOf(line: string): readonly Rule[] {
  const [, names, rest = ''] = header.exec(line) ?? []
  if (names === undefined) return []
  const [needs = '', recipe] = rest.split(';', 2)
  const lines = recipe === undefined ? [] : [commandOf(recipe)]
  return wordsOf(names).map(name => ({ name, needs: wordsOf(needs), lines: [...lines] }))
}

const wordsOf = (text: string) => text.split('#', 1)[0]!.split(/\s+/).filter(Boolean)

/** Without the signs that tell make how to run it. */
const commandOf = (line: string) =>
  line
    .trim()
    .replace(/^[@+-]+\s*/, '')
    .replaceAll('$$', '$')
