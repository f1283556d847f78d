// Texts that stand beside each other and are one: `"/api" + "/v1"`, and in Python `"/api" "/v1"`. Pure text.

const piece = String.raw`(?:"[^"\\]*"|'[^'\\]*'|\x60[^\x60\\$]*\x60)`
const several = new RegExp(String.raw`^\(?\s*${piece}(?:\s*(?:\+\s*)?${piece})+\s*\)?$`)

/** In the quotes of the first; anything else stays as it is. */
export function asOneText(text: string): string {
  if (!several.test(text)) return text
  const pieces = text.match(new RegExp(piece, 'g')) ?? []
  const quote = pieces[0]!.charAt(0)
  return `${quote}${pieces.map(each => each.slice(1, -1)).join('')}${quote}`
}
