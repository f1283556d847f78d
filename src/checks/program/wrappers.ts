// Programs that start the program which their words name: `env X=1 ./check.sh`, `timeout 60 ./check.sh`. Knows their words, and says nothing
// where they use others.

import type { Word } from './shell-line.ts'

interface Wrapper {
  /** Flags that stand alone. */
  readonly flags?: RegExp
  /** Flags that take the next word. */
  readonly valued?: RegExp
  /** Words before the program. */
  readonly own?: number
  readonly assigns?: boolean
}

const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ['env', { assigns: true }],
  [
    'timeout',
    {
      flags: /^(-[fpv]|-[ks].+|--foreground|--preserve-status|--verbose|--(kill-after|signal)=.*)$/,
      valued: /^(-[ks]|--kill-after|--signal)$/,
      own: 1,
    },
  ],
  ['nice', { flags: /^(-n?[-+]?\d+|--adjustment=.*)$/, valued: /^(-n|--adjustment)$/ }],
  ['stdbuf', { flags: /^(-[ioe].+|--(input|output|error)=.*)$/, valued: /^-[ioe]$/ }],
  ['setsid', { flags: /^(-w|--wait)$/ }],
  ['nohup', {}],
  ['exec', {}],
  ['command', {}],
  ['time', {}],
])

/** The words from the program on that the first of them starts; undefined where it starts none, or nobody can tell which. */
export function behindWrapper([name, ...words]: readonly Word[]): readonly Word[] | undefined {
  const wrapper = name === undefined ? undefined : wrappers.get(name)
  if (wrapper === undefined) return undefined
  const { flags, valued, own = 0, assigns = false } = wrapper
  let at = 0
  for (let word = words[at]; word !== undefined; word = words[at]) {
    if (valued?.test(word)) at += 2
    else if (flags?.test(word) || (assigns && isAssignment(word))) at++
    else break
  }
  const rest = words.slice(at + own)
  const isKnown = words.slice(0, at + own + 1).every(each => each !== undefined)
  return isKnown && rest.length > 0 && !words[at]!.startsWith('-') ? rest : undefined
}

/** Whoever sets PATH says where programs are, which is not looked into. */
const isAssignment = (word: string) => /^(?!PATH=)[A-Za-z_]\w*=/.test(word)
