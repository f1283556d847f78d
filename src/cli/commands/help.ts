// `fixpoint help`: the overview, one command, the verbs of one group word, or a topic.

import { didYouMean } from '../../base/nearest.ts'
import { helpHint } from '../arguments.ts'
import { command, type View } from '../command.ts'
import { commandHelp } from '../help/command-help.ts'
import { loadCommands, type NamedCommand, overviewText, verbsText } from '../help/overview.ts'
import { type Topic, topics } from '../help/topics.ts'
import { commandTable } from '../table.ts'
import { UsageError } from '../usage.ts'

type Page =
  | { readonly kind: 'overview'; readonly commands: readonly NamedCommand[] }
  | {
      readonly kind: 'verbs'
      readonly word: string
      readonly commands: readonly NamedCommand[]
      /** A group word may be a topic too: `config`. */
      readonly topic: Topic | undefined
    }
  | { readonly kind: 'command'; readonly command: NamedCommand }
  | { readonly kind: 'topic'; readonly topic: Topic }

export const help = command<string, Page>({
  name: 'help',
  summary: 'show help for a command or a topic',
  usage: '[COMMAND | TOPIC]',
  positionals: { min: 0, max: 2 },
  examples: ['fixpoint help', 'fixpoint help plan', 'fixpoint help exit-codes'],
  read: ({ positionals }) => positionals.join(' '),
  run: findPage,
  view: showPage,
})

async function findPage(word: string): Promise<Page> {
  if (word === '') return { kind: 'overview', commands: await loadCommands(() => true) }
  if (Object.hasOwn(commandTable, word)) {
    const [found] = await loadCommands(name => name === word)
    return { kind: 'command', command: found! }
  }
  const verbs = await loadCommands(name => name.startsWith(`${word} `))
  const topic = topics.find(({ name }) => name === word) ?? beginningWith(word)
  if (verbs.length > 0) return { kind: 'verbs', word, commands: verbs, topic }
  if (topic) return { kind: 'topic', topic }
  const known = [...Object.keys(commandTable), ...topics.map(({ name }) => name)]
  throw new UsageError(
    `there is no command and no topic ${word}`,
    didYouMean(word, known) ?? helpHint(''),
  )
}

/** `help env` and `help exit` are clear enough. */
function beginningWith(word: string): Topic | undefined {
  const found = topics.filter(({ name }) => word.length >= 3 && name.startsWith(word))
  return found.length === 1 ? found[0] : undefined
}

function showPage(page: Page): View {
  switch (page.kind) {
    case 'overview':
      return { text: overviewText(page.commands), json: { commands: page.commands.map(brief) } }
    case 'verbs': {
      const verbs = verbsText(page.word, page.commands)
      const text = page.topic ? `${page.topic.text()}\n\n${verbs}` : verbs
      return { text, json: { commands: page.commands.map(brief) } }
    }
    case 'command': {
      const { usage, options, details, examples } = page.command.command
      const json = { ...brief(page.command), usage, options, details, examples }
      return { text: commandHelp(page.command.command), json: { help: json } }
    }
    case 'topic': {
      const { name, summary, text } = page.topic
      return { text: text(), json: { topic: { name, summary, text: text() } } }
    }
  }
}

const brief = ({ name, group, command: { summary } }: NamedCommand) => ({ name, group, summary })
