import { parserFor } from '/work/wt/frames/test/tree.ts'
const [path, text] = process.argv.slice(2)
const root = parserFor(path).parse(text)
const walk = (n, d) => { if (n.isNamed()) console.log(' '.repeat(d) + n.kind() + (n.children().length === 0 ? ' ' + JSON.stringify(n.text()) : '')); for (const c of n.children()) walk(c, d + 1) }
walk(root, 0)
