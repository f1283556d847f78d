import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'

/** `name line handler`, with `(stub)` behind a function in place that does nothing. */
const commandsOf = (path: string, text: string) =>
  depthOfText(path, text).commands.map(({ name, line, handler, isStub }) =>
    [name, line, handler, isStub ? '(stub)' : ''].filter(each => each !== '').join(' '),
  )

const cases: readonly (readonly [name: string, path: string, text: string, found: string[]])[] = [
  [
    'commander, each with the action of its own chain',
    'cli.mjs',
    `import { Command } from 'commander'
program.command('crawl <url>').option('-d').action(async url => run(url))
program.command('init').action(() => {
  throw new Error('init is not implemented')
})
program.command('explain').action(explain)
`,
    ['crawl 2', 'init 3 (stub)', 'explain 6 explain'],
  ],
  [
    'click, with the function below the decorators',
    'cli.py',
    'import click\n@main.command()\n@click.option("--x")\ndef tail():\n    pass\n',
    ['tail 2 tail'],
  ],
  [
    'clikt, of those that the program lists',
    'Main.kt',
    `import com.github.ajalt.clikt.core.CliktCommand
class Habits : CliktCommand() { override fun run() = Unit }
class Done(private val store: Store) : CliktCommand(name = "done", help = "x") {
  override fun run() = store.save()
}
class ShowAll : CliktCommand() { override fun run() = Unit }
class Lost : CliktCommand(name = "lost") { override fun run() = Unit }
// class No : CliktCommand(name = "no")
fun main(args: Array<String>) = Habits().subcommands(Done(store), ShowAll()).main(args)
`,
    ['done 3 Done.run', 'show-all 6 ShowAll.run'],
  ],
  [
    'clikt without a list, as commands of another file',
    'Done.kt',
    'import com.github.ajalt.clikt.core.CliktCommand\nclass DoneCommand : CliktCommand() { override fun run() = save() }\n',
    ['done 2 DoneCommand.run'],
  ],
  [
    'ArgumentParser, of those that the program lists',
    'main.swift',
    `import ArgumentParser
struct Feed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "feed", subcommands: [Fetch.self, PruneAll.self])
}
struct Fetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "get", abstract: "x")
  func run() async throws { print(1) }
}
struct PruneAll: ParsableCommand {
  func run() { print(2) }
}
struct Share: ParsableCommand {
  func run() { print(3) }
}
struct Model: Codable { var commandName: String }
`,
    ['feed 2 Feed.run', 'get 5 Fetch.run', 'prune-all 9 PruneAll.run'],
  ],
  [
    'rake, with its namespaces',
    'lib/tasks/a.rake',
    "task :default\nnamespace :invoices do\n  desc 'x'\n  task remind: :environment do\n    Invoice.remind\n  end\n  task :prune do\n  end\nend\n",
    ['default 1', 'invoices:remind 4', 'invoices:prune 7 (stub)'],
  ],
  [
    'artisan and laravel',
    'app/Console/Commands/A.php',
    `<?php
use Illuminate\\Console\\Command;
class A extends Command
{
    protected $signature = 'tickets:close {--days=14}';
    protected $description = 'see tickets:digest';
    public function handle(): int { return 0; }
}
`,
    ['tickets:close 5 A.handle'],
  ],
  [
    'symfony',
    'src/A.php',
    `<?php
use Symfony\\Component\\Console\\Command\\Command;
#[AsCommand(name: 'app:import')]
class A extends Command {}
`,
    ['app:import 3'],
  ],
  [
    'django, by the name of the file',
    'shop/management/commands/close_polls.py',
    'from django.core.management.base import BaseCommand\nclass Command(BaseCommand):\n    def handle(self):\n        close()\n',
    ['close_polls 2 Command.handle'],
  ],
  [
    'picocli',
    'A.java',
    'import picocli.CommandLine.Command;\n@Command(description = "x", name = "sync")\nclass A implements Runnable { public void run() { go(); } }\n',
    ['sync 2 A.run'],
  ],
  [
    'System.CommandLine',
    'Program.cs',
    'using System.CommandLine;\nvar sync = new Command("sync", "Copies");\nvar other = new Query("no");\n',
    ['sync 2'],
  ],
  [
    'urfave/cli',
    'main.go',
    'package main\n\nimport "github.com/urfave/cli/v2"\n\nvar app = &cli.App{Name: "app", Commands: []*cli.Command{&cli.Command{Name: "serve"}}}\n',
    ['serve 5'],
  ],
]

const lookAlikes: readonly (readonly [name: string, path: string, text: string])[] = [
  ['a task of ruby that is no rakefile', 'a.rb', 'task :no do\n  x\nend\n'],
  ['a signature of no command', 'a.php', "<?php class A { protected $signature = 'no'; }\n"],
  ['a type of another framework', 'a.kt', 'class No : CliktCommand(name = "no")\n'],
  ['a parsable thing', 'a.swift', 'struct No: ParsableCommand { func run() {} }\n'],
  ['a module beside the commands', 'shop/management/helpers.py', 'class Command:\n    pass\n'],
]

describe('a registered command', () => {
  it.each(cases)('of %s has what answers it', (_, path, text, found) => {
    expect(commandsOf(path, text)).toEqual(found)
  })

  it.each(lookAlikes)('is not %s', (_, path, text) => {
    expect(commandsOf(path, text)).toEqual([])
  })
})
