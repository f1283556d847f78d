// Components of Vue and Svelte as the scripts that they hold: their script blocks stand on their lines, markup and styles are blank.
// Of the markup remain the names that the scripts have, too: a component as a tag, a handler, what an expression asks for. Pure text.

export interface Code {
  /** With an ending that tells the language. */
  readonly path: string
  readonly bytes: Uint8Array
}

const component = /\.(vue|svelte)$/i

export const isComponent = (path: string) => component.test(path)

/** Whatever is no component is code as it is. */
export function asCode(path: string, content: Uint8Array): Code {
  const bytes = withLines(content)
  const ending = component.exec(path)?.[1]?.toLowerCase()
  if (ending === undefined) return { path, bytes }
  const text = Buffer.from(bytes).toString('utf8')
  const blocks = blocksIn(text)
  const scripts = blocks.flatMap(each => each.script ?? [])
  const markup: Markup = {
    known: new Set(
      scripts
        .join('\n')
        .match(word)
        ?.filter(each => !keywords.has(each)),
    ),
    spots: spots[ending]!,
  }
  const read = scriptOf(text, blocks, markup)
  const code = ending === 'svelte' ? withoutStores(read, markup) : read
  return { path: `${path}.${languageOf(blocks)}`, bytes: Buffer.from(code) }
}

const RETURN = 13
const NEWLINE = 10

/** Old systems of Apple end lines with a return alone. */
function withLines(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(NEWLINE) || !bytes.includes(RETURN)) return bytes
  return bytes.map(each => (each === RETURN ? NEWLINE : each))
}

interface Markup {
  /** The words of the scripts. */
  readonly known: ReadonlySet<string>
  /** Where it holds names. */
  readonly spots: RegExp
}

/** A part that is no markup; `script` where it is one. */
interface Block {
  readonly start: number
  readonly end: number
  readonly head: string
  readonly script: string | undefined
}

const opening = /<!--|<(script|style)\b/gi
const heading = /<\w+(?:[^>"']|"[^"]{0,500}"|'[^']{0,500}'){0,500}>/y

/** What nobody closes goes to the end of the file. */
function blocksIn(text: string): readonly Block[] {
  const found: Block[] = []
  let at = 0
  for (const { 0: open, 1: name, index } of text.matchAll(opening)) {
    if (index < at) continue
    heading.lastIndex = index
    const head = name === undefined ? open : (heading.exec(text)?.[0] ?? '')
    if (head === '') continue
    const start = index + head.length
    const close = closing(name, start, text)
    const script = name?.toLowerCase() === 'script' ? text.slice(start, close) : undefined
    at = name === undefined ? close + 3 : endOfTag(text, close)
    found.push({ start: index, end: Math.min(at, text.length), head, script })
  }
  return found
}

function closing(name: string | undefined, from: number, text: string): number {
  if (name === undefined) {
    const end = text.indexOf('-->', from)
    return end < 0 ? text.length : end
  }
  const tag = name.toLowerCase() === 'script' ? /<\/script\s{0,20}>/gi : /<\/style\s{0,20}>/gi
  tag.lastIndex = from
  return tag.exec(text)?.index ?? text.length
}

const endOfTag = (text: string, at: number) => {
  const end = text.indexOf('>', at)
  return end < 0 ? text.length : end + 1
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu
const keywords = new Set(
  'as async await class const default delete do else export extends for from function if import in instanceof let new null of return this true false type typeof undefined var void while'.split(
    ' ',
  ),
)

/** Tags, and what holds expressions: `{{ x }}`, `:a="x"`, `@click="x"`, `v-if="x"` of Vue; `{x}` and `use:x` of Svelte. */
const spots: Readonly<Record<string, RegExp>> = {
  vue: /<[\w.-]{1,100}|\{\{(?:[^}]|\}(?!\})){0,2000}\}\}|(?<=\s)(?:[:@#]|v-)[^\s=>"']{0,100}\s{0,20}=\s{0,20}(?:"[^"]{0,2000}"|'[^']{0,2000}')/g,
  svelte:
    /<[\w.]{1,100}|(?<=\s)(?:use|transition|in|out|animate|bind):[\w.]{1,100}|\{(?:[^{}]|\{[^{}]{0,200}\}){0,2000}\}/g,
}

function languageOf(blocks: readonly Block[]): string {
  const heads = blocks.filter(each => each.script !== undefined).map(each => each.head)
  const said = /\blang\s*=\s*["']?(\w+)/.exec(heads.join(''))?.[1]?.toLowerCase() ?? 'js'
  return said === 'typescript' ? 'ts' : /^(tsx?|jsx)$/.test(said) ? said : 'js'
}

function scriptOf(text: string, blocks: readonly Block[], markup: Markup): string {
  const read: string[] = []
  let at = 0
  for (const { start, end, head, script } of blocks) {
    read.push(namesIn(text.slice(at, start), markup))
    const whole = text.slice(start, end)
    const tail = script === undefined ? '' : whole.slice(head.length + script.length)
    read.push(script === undefined ? blank(whole) : `${blank(head)}${script};${blank(tail)}`)
    at = end
  }
  return read.join('') + namesIn(text.slice(at), markup)
}

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ')

/** The names of a part of the markup, each a statement that does nothing. */
function namesIn(text: string, markup: Markup): string {
  const read: string[] = []
  let at = 0
  for (const { 0: spot, index } of text.matchAll(markup.spots)) {
    read.push(blank(text.slice(at, index)))
    read.push(spot.startsWith('<') ? tagName(spot.slice(1), markup) : namesOf(spot, markup))
    at = index + spot.length
  }
  return read.join('') + blank(text.slice(at))
}

/** `<side-bar>` is the component that a script calls SideBar. */
function tagName(name: string, { known }: Markup): string {
  const pascal = name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
  const found = [name, pascal].find(each => known.has(each.split('.')[0]!))
  return found === undefined ? '' : `;${found};`
}

/** Members stay with what they are of; texts and keys of objects are none. */
const pieces =
  /'[^'\n]*'|"[^"\n]*"|(?<key>[{,]\s*[\w$]+\s*:)|(?<name>(?<![\w$.])[A-Za-z_$][\w$]*)(?<of>(?:\??\.[A-Za-z_$][\w$]*)*)|\n/g

function namesOf(spot: string, { known }: Markup): string {
  const lines = (text: string) => text.replace(/[^\n]/g, '')
  const value = spot
    .replace(/^[^\s={]*\s*=\s*["']([\s\S]*)["']$/, '$1')
    .replace(/^\{\s*[#/:@]\w+|^[a-z]+:/, '')
  const found = [...value.matchAll(pieces)].map(({ 0: piece, groups }) => {
    const { name, of } = groups!
    return name !== undefined && known.has(name.replace(/^\$/, ''))
      ? `;${name}${of};`
      : lines(piece)
  })
  return found.join('') + '\n'.repeat(lines(spot).length - lines(value).length)
}

/** `$count` is what the store `count` holds. */
const withoutStores = (code: string, { known }: Markup) =>
  code.replace(/(?<![\w$.])\$([A-Za-z_]\w*)/g, (written, store: string) =>
    known.has(store) ? store : written,
  )
