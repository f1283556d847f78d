// `fixpoint completion`: the script that lets a shell complete commands, options and their values, and the names of a project that
// the script asks for.

import { command } from '../command.ts'
import { bashScript } from '../completion/bash.ts'
import { type Entry, readEntries } from '../completion/entries.ts'
import { fishScript } from '../completion/fish.ts'
import { type NameKind, nameKinds, namesOf } from '../completion/names.ts'
import { zshScript } from '../completion/zsh.ts'
import { loadCommands } from '../help/overview.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

type Shell = keyof typeof scripts

type Offer =
  | { readonly kind: 'script'; readonly shell: Shell; readonly entries: readonly Entry[] }
  | { readonly kind: NameKind; readonly names: readonly string[] }

export const completion = command<Shell | NameKind, Offer>({
  name: 'completion',
  summary: 'print a completion script for a shell',
  usage: `bash|zsh|fish|${nameKinds.join('|')}`,
  positionals: { min: 1, max: 1, choices: [...Object.keys(scripts), ...nameKinds] },
  details: [
    'bash, in ~/.bashrc:  source <(fixpoint completion bash)',
    'zsh, in ~/.zshrc:    source <(fixpoint completion zsh)',
    'fish:                fixpoint completion fish > ~/.config/fish/completions/fixpoint.fish',
    'addresses, units and runs print the names of this project that the scripts offer, a line each.',
  ],
  examples: ['fixpoint completion bash', 'fixpoint completion fish'],
  read: ({ positionals }) => positionals[0] as Shell | NameKind,
  run: async (word, world) =>
    isNameKind(word)
      ? { kind: word, names: await namesOf(word, world) }
      : { kind: 'script', shell: word, entries: readEntries(await loadCommands(() => true)) },
  view(offer) {
    if (offer.kind !== 'script')
      return { text: offer.names.join('\n'), json: { [offer.kind]: offer.names } }
    const script = scripts[offer.shell](offer.entries)
    return { text: script, json: { shell: offer.shell, script } }
  },
})

const isNameKind = (word: string): word is NameKind => nameKinds.some(each => each === word)
