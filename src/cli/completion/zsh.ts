// The completion script for zsh, by its own `_arguments`.

import { type Entry, groupsIn, type OptionEntry, sharedOptions, verbOf } from './entries.ts'
import type { NameKind } from './names.ts'

export function zshScript(entries: readonly Entry[]): string {
  const groups = groupsIn(entries)
  const single = entries.filter(({ path }) => !path.includes(' '))
  const firsts = [
    ...single.map(({ path, summary }) => describe(path, summary)),
    ...groups.map(({ word, verbs }) => describe(word, verbs.map(verbOf).join(', '))),
  ]
  return `#compdef fixpoint
# Completion of fixpoint for zsh. In ~/.zshrc: source <(fixpoint completion zsh)

_fixpoint() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C \\
${sharedOptions
  .flatMap(optionLines)
  .map(each => `    ${each} \\`)
  .join('\n')}
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${firsts.map(each => `        ${each}`).join('\n')}
      )
      _describe command commands
      ;;
    rest)
      case $words[1] in
${single.map(entry => commandArm(entry, entry.path)).join('\n')}
${groups.map(({ word }) => `        ${word}) _fixpoint_${functionName(word)} ;;`).join('\n')}
      esac
      ;;
  esac
}

# The names of this project: addresses, units, runs; and files where they are told so.
_fixpoint_names() {
  local -a found kinds
  local kind
  for kind in $@; do
    case $kind in
      addresses | units | runs) kinds+=($kind) ;;
    esac
  done
  for kind in $kinds; do found+=(\${(f)"$(fixpoint completion $kind 2>/dev/null)"}); done
  compadd -a found
  [[ $argv[-1] = files ]] && _files
}

${groups.map(({ word, verbs }) => groupFunction(word, verbs)).join('\n\n')}

if [ "$funcstack[1]" = _fixpoint ]; then
  _fixpoint "$@"
else
  compdef _fixpoint fixpoint
fi`
}

const functionName = (word: string) => word.replaceAll('-', '_')

function groupFunction(word: string, verbs: readonly Entry[]): string {
  return `_fixpoint_${functionName(word)}() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a verbs
      verbs=(
${verbs.map(entry => `        ${describe(verbOf(entry), entry.summary)}`).join('\n')}
      )
      _describe verb verbs
      ;;
    rest)
      case $words[1] in
${verbs.map(entry => commandArm(entry, verbOf(entry))).join('\n')}
      esac
      ;;
  esac
}`
}

function commandArm({ options, words, names }: Entry, word: string): string {
  const rest =
    words.length > 0
      ? `'*:word:(${words.join(' ')})'`
      : `'*:word:${afterNames([...names, 'files'])}'`
  const lines = [...options.flatMap(optionLines), rest].join(' \\\n            ')
  return `        ${word})\n          _arguments \\\n            ${lines}\n          ;;`
}

function optionLines({ name, short, help, value }: OptionEntry): string[] {
  const after = {
    none: '',
    file: ':FILE:_files',
    folder: ':DIR:_files -/',
    free: ':VALUE: ',
    words: value.kind === 'words' ? `:VALUE:(${value.words.join(' ')})` : '',
    names: value.kind === 'names' ? `:NAME:${afterNames(value.names)}` : '',
  }[value.kind]
  const names = short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]
  return names.map(each => `'*${each}[${escaped(help)}]${after}'`)
}

const afterNames = (names: readonly (NameKind | 'files')[]) =>
  names[0] === 'files' ? '_files' : `_fixpoint_names ${names.join(' ')}`

const describe = (word: string, summary: string) => `'${word}:${escaped(summary)}'`

/** Inside single quotes, in a place where zsh reads : [ and ] as signs. */
const escaped = (text: string) =>
  text.replaceAll("'", "'\\''").replaceAll(/[:[\]]/g, sign => `\\${sign}`)
