// Whether a module of Python may bind a name, by its text alone: a call of the name, or a word in a text, binds nothing.

/** Without comments and what its texts say; its lines stay where they are. */
export const withoutTexts = (source: string) =>
  source.replace(texts, each => `""${each.includes('\n') ? each.replace(/[^\n]/g, '') : ''}`)

const texts =
  /#.*|"""(?:\\[\s\S]|(?!""")[\s\S])*"""|'''(?:\\[\s\S]|(?!''')[\s\S])*'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g

/** `code` is without texts. */
export function mayBind(code: string, name: string): boolean {
  if (anything.test(code)) return true
  const word = String.raw`(?<![\w.])${name.replaceAll('$', String.raw`\$`)}(?!\w)`
  return bindings(word).some(each => new RegExp(each, 'u').test(code))
}

/** Names by texts. */
const anything = /\b(?:vars|locals|globals|exec|eval|setattr)\s*\(|\b__dict__\b|\bsys\.modules\b/

const bindings = (word: string): readonly string[] => [
  // `name = 1`, `name: int`, `(name := 1)`, and `(other, name) = two()`.
  String.raw`${word}[\s)\]]*(?::|=(?!=))`,
  // `name, other = two()`
  String.raw`${word}[ \t]*,[\w \t,.*()[\]]*=(?!=)`,
  String.raw`\([^()=]*${word}[^()=]*\)\s*=(?!=)`,
  String.raw`${word}\s*(?:\*\*|\/\/|>>|<<|[+*\/%&\|\^@\-])=`,
  String.raw`\b(?:def|class|type|as)\s+${word}`,
  String.raw`\bas\s*[\(\[][^\n]*?${word}`,
  String.raw`\b(?:import|global|nonlocal|case)\b(?:\\\n|[^\n])*?${word}`,
  String.raw`\bimport\s*\([^\)]*?${word}`,
  String.raw`\bfor\b[^:]{0,300}?${word}[^:]{0,300}?\bin\b`,
]
