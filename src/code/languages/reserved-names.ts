// Names of modules that are words of the language: `export { _null as null }`, `import { default as a, if as b } from 'm'`. The grammar
// knows `default` alone; what stands in their place is a plain name of the same length.

const words =
  'null|true|false|void|function|instanceof|this|super|class|if|return|typeof|new|var|const|import|export|in|delete|do|while|for|throw|try|debugger|extends|with|catch|finally|switch|case|break|continue|else|enum'

const plain = (word: string) => '_'.repeat(word.length)

const exported = new RegExp(String.raw`(?<=\bas\s+)(?:${words})(?=\s*(?:[,}]|$))`, 'g')
const ofOthers = new RegExp(String.raw`(?<=[{,]\s*)(?:${words})(?=\s+as\b|\s*[,}])`, 'g')
const brought = new RegExp(String.raw`(?<=[{,]\s*)(?:${words})(?=\s+as\b)`, 'g')

export const reservedNames = [
  {
    pattern: /\bexport\s*(?:\{[^{}]*\}(?:\s*from\b)?|\*\s*as\s+\w+)/g,
    known: (match: string) => {
      const named = match.replace(exported, plain)
      return /\}\s*from$/.test(match) ? named.replace(ofOthers, plain) : named
    },
  },
  {
    pattern: /\bimport\s*(?:[\w$]+\s*,\s*)?\{[^{}]*\}\s*from\b/g,
    known: (match: string) => match.replace(brought, plain),
  },
]
