import { junit } from './junit.mjs'
import text from './text.mjs'

export const reporters = { text, junit }
export { renderHtml as html } from './html.mjs'
