// Answers that say of themselves that they are none: `return { error: 'not implemented' }`, `<div>TODO</div>`. Only where that is all
// that they say: a heading, a link or a state of work may well be called so.

const phrase = `(?:not[ _-](?:yet[ _-])?implemented(?: yet)?|unimplemented|to be implemented)[.!…]*`
const text = `["'\`]${phrase}["'\`]`
const key = `[:"']?(?:error|message|msg|detail|details|reason|info|status)["']?`

/** One entry and nothing beside it, as a value or handed to whoever answers. */
const entry = String.raw`[{[] ?${key} ?(?::|=>) ?${text} ?,? ?[}\]]`
const answer = new RegExp(
  String.raw`^(?:return )?(?:await )?(?:render json: ?)?(?:[\w.$>-]+\()?${entry}\)?$`,
  'i',
)
const sent = new RegExp(
  String.raw`^(?:return )?(?:res|response|reply|ctx|c)\.(?:send|end|text|json|write)\(${text}\)$`,
  'i',
)

/** A list of work has headings of that name. */
const heading = String.raw`(?!(?:h[1-6]|title|label|a|button|th|option|\w*(?:Title|Heading|Header|Link|Button|Label|Tab))\b)`
const open = String.raw`<${heading}[A-Za-z][\w.]*(?: [^<>{}]*)?> ?`
const close = String.raw` ?</[\w.]+>`
const shown = String.raw`(?:TODO|FIXME|(?:TODO|FIXME): ?[^<>{}]*\bimplement[^<>{}]*|[Nn]ot (?:yet )?[Ii]mplemented(?: yet)?|[Uu]nimplemented|[Tt]o be implemented)[.!…]*`
const markup = new RegExp(
  String.raw`^(?:return ?)?\(? ?(?:${open}){1,2}${shown}(?:${close}){1,2} ?\)?$`,
)

/** `statement`: as `substanceOfStatement` wants it. */
export const apologises = (statement: string): boolean =>
  answer.test(statement) || sent.test(statement) || markup.test(statement)
