// What comments say about a body that does nothing: that the work is still to be done, or that nothing is what is wanted.
// Reads prose, never code; a wrong guess only matters where a body holds no work.

/** In capitals; in small letters they may be what the program is about. */
const unfinishedWord = /\b(TODO|FIXME|XXX|HACK|TBD|WIP)\b|@todo\b/

const unfinishedPhrase = new RegExp(
  [
    String.raw`\btodo\s*[:(]`,
    String.raw`\bnot\b[^.;]{0,40}\byet\b`,
    String.raw`\b(not|never|un)[ -]?implemented\b`,
    String.raw`\b(to|must|should|needs to) be (implemented|written|filled in|added|decided|defined)\b`,
    String.raw`\bimplement (me|this|later)\b`,
    String.raw`\bplace-?holder\b`,
    String.raw`\bstub(bed)? (for|out|until|implementation)\b|\b(just|only) a stub\b|^\W*stub\W*$`,
    String.raw`\bfor now\b|\bcoming (soon|later)\b|\bwork in progress\b|\b(yet|still) (has )?to (be|do|come)\b`,
    String.raw`\bstill (missing|needs|need)\b`,
  ].join('|'),
  'im',
)

/** A comment says that the work is still to be done. */
export function saysUnfinished(comments: string): boolean {
  return comments !== '' && (unfinishedWord.test(comments) || unfinishedPhrase.test(comments))
}

const outstanding =
  /\b(?:TODO|FIXME|TBD|WIP)\b|@todo\b|\b[Tt]odo\s*[:(]|\b[Pp]lace-?holder\b|\b(?:[Nn]ot|[Uu]n)[ -]?[Ii]mplemented\b|\b[Nn]ot yet\b|\b(?:[Jj]ust|[Oo]nly) a stub\b/
const improving =
  /\b(?:better|nicer|faster|clean|improv|optimi[sz]|refactor|configur|mov(?:e|ing)\b|renam|extract|tweak|tun(?:e|ing)\b|simplif|remov|drop\b|delet|deprecat|document)/i

/** A comment says that the value beside it stands in the place of work, and not how it might be had better. */
export const saysStandIn = (comments: string): boolean =>
  comments.split('\n').some(line => outstanding.test(line) && !improving.test(line))

/** In so many words, as a message would say it. */
export const saysUnimplemented = (text: string): boolean =>
  /\bnot (yet )?implemented\b|\bunimplemented\b|["'`]\s*(TODO|FIXME)\s*(["'`:!-]|\w*\s*implement)/i.test(
    text,
  )

const intendedPhrase = new RegExp(
  [
    String.raw`\bno-?op(eration)?s?\b`,
    String.raw`\b(does|do|doing) (absolutely )?nothing\b|\bnothing (to|is|happens|here|needs|needed)\b`,
    String.raw`\b(keeps?|stores?|sends?|writes?|logs?|records?|tracks?|emits?|holds?|saves?|publish(es)?|reports?|closes?|counts?|listens? to|goes|go) (absolutely )?(nothing|nowhere)\b`,
    String.raw`\b(swallows?|discards?|ignores?|forgets?|drops?) (everything|anything|whatever)\b`,
    String.raw`\b(whole|very) point\b|\bas (it|they) should\b`,
    String.raw`\bintentional|\bdeliberate|\bon purpose\b|\bby design\b`,
    String.raw`\bnull[ -]object\b|\bmarker (class|type|interface)\b`,
    String.raw`\b(left|kept|stays?) (empty|blank)\b|\bempty (by|on|because|since|body|method|implementation)\b`,
    String.raw`\bhook (for|to|that|point|method)\b|^\W*hooks?\W*$|\bdefault implementation\b`,
    String.raw`\b(sub-?classes|implementations|implementors|children|heirs) (may|can|might|could|should|must)\b`,
    String.raw`\boverridden (by|in)\b|\boverride (this|it|me|in|to)\b|\b(to|can|may|should) be overridden\b`,
    String.raw`\bno (?:\w+ )?\w+ happens\b|\bno need\b|\bnot (needed|required|necessary)\b|\bneeds? nothing\b`,
  ].join('|'),
  'im',
)

/** Reasons for doing nothing, where a comment stands in the place of work; elsewhere such words are about other things. */
const reason = new RegExp(
  [
    String.raw`\bcompat(?:ib\w*)?\b|\blegacy\b|\bdeprecated\b|\bbecause\b|\bso that\b|\balready\b`,
    String.raw`\b(?:required|needed|expected|demanded) by\b|\bto (?:satisfy|please|fulfil)\b`,
    String.raw`\b(?:handled|closed|managed) (?:by|elsewhere)\b|\btaken care of\b`,
    String.raw`\bignored\b|\bnot (?:used|supported|applicable|relevant|available)\b`,
  ].join('|'),
  'i',
)

/** What is said to tools has nothing to do with the work. */
const directive =
  /\b(?:noqa|nosec|pragma|type: ?ignore|pylint|mypy|ruff|flake8|eslint|biome|prettier|istanbul|c8|v8|ts-\w+)\b/

/** A comment in the place of work says why there is none. */
export const saysWhy = (comments: string): boolean =>
  comments.split('\n').some(line => reason.test(line) && !directive.test(line))

/** A comment says that doing nothing is what is wanted. */
export function saysIntended(comments: string): boolean {
  return comments !== '' && intendedPhrase.test(comments)
}
