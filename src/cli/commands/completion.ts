// `fixpoint completion`: the script that lets a shell complete commands, options and their values.

import { command } from '../command.ts'
import { bashScript } from '../completion/bash.ts'
import { type Entry, readEntries } from '../completion/entries.ts'
import { fishScript } from '../completion/fish.ts'
import { zshScript } from '../completion/zsh.ts'
import { loadCommands } from '../help/overview.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

type Shell = keyof typeof scripts

export const completion = command<Shell, readonly Entry[]>({
  name: 'completion',
  summary: 'print a completion script for a shell',
  usage: 'bash|zsh|fish',
  positionals: { min: 1, max: 1, choices: Object.keys(scripts) },
  details: [
    'bash, in ~/.bashrc:  source <(fixpoint completion bash)',
    'zsh, in ~/.zshrc:    source <(fixpoint completion zsh)',
    'fish:                fixpoint completion fish > ~/.config/fish/completions/fixpoint.fish',
  ],
  examples: ['fixpoint completion bash', 'fixpoint completion fish'],
  read: ({ positionals }) => positionals[0] as Shell,
  run: async () => readEntries(await loadCommands(() => true)),
  view(entries, shell) {
    const script = scripts[shell](entries)
    return { text: script, json: { shell, script } }
  },
})
