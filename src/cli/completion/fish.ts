// The completion script for fish.

import { type Entry, groupsIn, type OptionEntry, sharedOptions, verbOf } from './entries.ts'
import type { NameKind } from './names.ts'

export function fishScript(entries: readonly Entry[]): string {
  const groups = groupsIn(entries)
  const single = entries.filter(({ path }) => !path.includes(' '))
  const valued = sharedOptions.filter(({ value }) => value.kind !== 'none')
  return `# Completion of fixpoint for fish: fixpoint completion fish > ~/.config/fish/completions/fixpoint.fish

# The words of the command that are typed so far: nothing, plan, state, state list.
function __fixpoint_path
  set -l words (commandline -opc)
  set -e words[1]
  set -l path
  set -l skips 0
  for word in $words
    if test $skips -eq 1
      set skips 0
      continue
    end
    switch $word
      case ${valued.map(({ name }) => `--${name}`).join(' ')}
        set skips 1
      case '-*'
        continue
      case '*'
        set -a path $word
    end
    contains -- "$path" ${groups.map(({ word }) => word).join(' ')}; and continue
    test -n "$path"; and break
  end
  echo "$path"
end

function __fixpoint_at
  test (__fixpoint_path) = "$argv[1]"
end

complete -c fixpoint -f
${sharedOptions.map(each => optionLine(undefined, each)).join('\n')}
${single.map(({ path, summary }) => wordLine('', path, summary)).join('\n')}
${groups.map(({ word, verbs }) => wordLine('', word, verbs.map(verbOf).join(', '))).join('\n')}
${groups.flatMap(({ word, verbs }) => verbs.map(each => wordLine(word, verbOf(each), each.summary))).join('\n')}
${entries.flatMap(commandLines).join('\n')}`
}

const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`

const at = (path: string) => `-n ${quoted(`__fixpoint_at ${path === '' ? '""' : `"${path}"`}`)}`

/** Asked of the program while a person types. */
const ask = (names: readonly NameKind[]) =>
  names.map(each => `(fixpoint completion ${each} 2>/dev/null)`).join(' ')

const wordLine = (path: string, word: string, summary: string) =>
  `complete -c fixpoint ${at(path)} -a ${word} -d ${quoted(summary)}`

function commandLines({ path, options, words, names }: Entry): string[] {
  const own = options.filter(each => !sharedOptions.includes(each))
  const files = names.length > 0 ? `-F -a ${quoted(ask(names))}` : '-F'
  const after = words.length > 0 ? `-a ${quoted(words.join(' '))}` : files
  return [...own.map(each => optionLine(path, each)), `complete -c fixpoint ${at(path)} ${after}`]
}

function optionLine(path: string | undefined, { name, short, help, value }: OptionEntry): string {
  const after = {
    none: '',
    file: ' -r -F',
    folder: " -x -a '(__fish_complete_directories)'",
    free: ' -x',
    names: value.kind === 'names' ? ` -x -a ${quoted(ask(value.names))}` : '',
    words: value.kind === 'words' ? ` -x -a ${quoted(value.words.join(' '))}` : '',
  }[value.kind]
  const condition = path === undefined ? '' : ` ${at(path)}`
  const shortName = short === undefined ? '' : ` -s ${short}`
  return `complete -c fixpoint${condition}${shortName} -l ${name}${after} -d ${quoted(help)}`
}
