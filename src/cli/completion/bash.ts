// The completion script for bash, without bash-completion: works wherever bash 3.2 does.

import {
  type Entry,
  groupsIn,
  type OptionEntry,
  sharedOptions,
  type Value,
  verbOf,
} from './entries.ts'
import type { NameKind } from './names.ts'

export function bashScript(entries: readonly Entry[]): string {
  const groups = groupsIn(entries)
  const words = new Set(entries.map(({ path }) => path.split(' ')[0]!))
  return `# Completion of fixpoint for bash. In ~/.bashrc: source <(fixpoint completion bash)

__fixpoint_options() {
  case "$1" in
${entries.map(({ path, options }) => arm(path, options.flatMap(spellings))).join('\n')}
    *) echo ${quoted(sharedOptions.flatMap(spellings))} ;;
  esac
}

# What follows an option: @none, @file, @folder, @free or the words that may.
__fixpoint_value() {
  case "$1" in
${entries.flatMap(({ path, options }) => valueArms(path, options)).join('\n')}
${valueArms('', sharedOptions).join('\n')}
    *) echo @none ;;
  esac
}

__fixpoint_words() {
  case "$1" in
    '') echo ${quoted([...words])} ;;
${groups.map(({ word, verbs }) => arm(word, verbs.map(verbOf))).join('\n')}
${entries.flatMap(({ path, words: after }) => (after.length > 0 ? [arm(path, after)] : [])).join('\n')}
${entries.flatMap(({ path, names }) => (names.length > 0 ? [arm(path, [`${namesWord(names)},files`])] : [])).join('\n')}
    *) echo @file ;;
  esac
}

# The names of this project: addresses, units, runs.
__fixpoint_names() {
  local kind
  for kind in \${1//,/ }; do
    if [ "$kind" != files ]; then fixpoint completion "$kind" 2>/dev/null; fi
  done
}

__fixpoint_is_group() {
  case "$1" in
    ${groups.map(({ word }) => `'${word}'`).join(' | ')}) return 0 ;;
    *) return 1 ;;
  esac
}

__fixpoint_reply() {
  local IFS=$' \\t\\n'
  case "$1" in
    @none | @free) COMPREPLY=() ;;
    @file) IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$2")); compopt -o filenames 2>/dev/null ;;
    @names:*)
      COMPREPLY=($(compgen -W "$(__fixpoint_names "\${1#@names:}")" -- "$2"))
      case "$1" in
        *,files) if [ \${#COMPREPLY[@]} = 0 ]; then __fixpoint_reply @file "$2"; fi ;;
      esac
      ;;
    @folder) IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$2")); compopt -o filenames 2>/dev/null ;;
    *) COMPREPLY=($(compgen -W "$1" -- "$2")) ;;
  esac
}

_fixpoint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}" path='' i word
  # bash splits --format=json into three words
  if [ "$cur" = '=' ]; then cur=''; elif [ "$prev" = '=' ]; then prev="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in
      =) i=$((i + 1)) ;;
      -*) [ "$(__fixpoint_value "$path $word")" = @none ] || [ "\${COMP_WORDS[i + 1]}" = '=' ] || i=$((i + 1)) ;;
      *)
        if [ -z "$path" ]; then path="$word"
        elif __fixpoint_is_group "$path"; then path="$path $word"
        fi
        ;;
    esac
  done
  case "$prev" in
    -*)
      local value
      value="$(__fixpoint_value "$path $prev")"
      if [ "$value" != @none ]; then __fixpoint_reply "$value" "$cur"; return; fi
      ;;
  esac
  case "$cur" in
    -*) __fixpoint_reply "$(__fixpoint_options "$path")" "$cur" ;;
    *) __fixpoint_reply "$(__fixpoint_words "$path")" "$cur" ;;
  esac
}

complete -F _fixpoint fixpoint`
}

const quoted = (words: readonly string[]) => `'${words.join(' ')}'`

const arm = (key: string, words: readonly string[]) => `    '${key}') echo ${quoted(words)} ;;`

const spellings = ({ name, short }: OptionEntry) =>
  short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]

function valueArms(path: string, options: readonly OptionEntry[]): string[] {
  return options
    .filter(({ value }) => value.kind !== 'none')
    .map(option => {
      const keys = [...spellings(option), `-${option.name}`].map(each => `'${path} ${each}'`)
      return `    ${keys.join(' | ')}) echo '${valueWord(option.value)}' ;;`
    })
}

const namesWord = (names: readonly NameKind[]) => `@names:${names.join(',')}`

function valueWord(value: Value): string {
  if (value.kind === 'words') return value.words.join(' ')
  return value.kind === 'names' ? namesWord(value.names) : `@${value.kind}`
}
