// The words of a code text, so that a name can be told to be nowhere in it: comments and plain strings are no code. Works on the
// text alone, for every language alike, and reads nothing in depth.

const noCode = {
  hash: /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g,
  php: /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#(?!\[)[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
  slashes: /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
}

export function codeText(path: string, text: string): string {
  const isHash = /\.(pyi?|rb)$/.test(path)
  const spoken = isHash ? noCode.hash : path.endsWith('.php') ? noCode.php : noCode.slashes
  return text.replace(spoken, found => found.replace(/[^\n]/g, ' '))
}

/** How often a name stands in a code text by itself: `h.show` is no `show`. */
export function timesOf(name: string, code: string): number {
  const own = name.replaceAll('$', '\\$')
  return [...code.matchAll(new RegExp(String.raw`(?<![\w$.])${own}(?![\w$])`, 'g'))].length
}

export const isWordIn = (name: string, code: string) =>
  new RegExp(String.raw`(?<![\w$])${name.replaceAll('$', '\\$')}(?![\w$])`).test(code)
