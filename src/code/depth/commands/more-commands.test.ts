import { describe, expect, it } from 'vitest'
import { depthOfText } from '../../../../test/tree.ts'

const commandsOf = (path: string, text: string) =>
  depthOfText(path, text).commands.map(({ name, handler }) =>
    [name, handler].filter(each => each !== '').join(' '),
  )

const cases: readonly (readonly [name: string, path: string, text: string, found: string[]])[] = [
  [
    'urfave/cli, in lists',
    'main.go',
    'package main\n\nimport "github.com/urfave/cli/v2"\n\nvar app = &cli.App{Name: "no", Commands: []*cli.Command{{Name: "add", Flags: []cli.Flag{&cli.StringFlag{Name: "no"}}}, {Name: "template", Subcommands: []*cli.Command{{Name: "new"}}}}}\n',
    ['add', 'template', 'new'],
  ],
  [
    'commander, handed to a function',
    'schedule.js',
    `export const registerSchedule = program => {
  const schedule = program.command('schedule').alias('plan')
  schedule.command('show', { isDefault: true }).option('--day <day>').action(show)
  schedule.command('days').action(() => console.log(WEEK.join('\\n')))
}
bot.command('start', ctx => ctx.reply('hello'))
redis.command('info')
`,
    ['schedule', 'show show', 'days'],
  ],
  [
    'symfony console, in configure',
    'src/A.php',
    `<?php
use Symfony\\Component\\Console\\Command\\Command;
class A extends Command {
    protected function configure(): void { $this->setName('app:sync')->setDescription('x'); }
}
class B extends Command {
    protected function configure(): void { $this->setDescription('x')->setName('app:push'); }
}
`,
    ['app:sync A.handle', 'app:push B.handle'],
  ],
  [
    'spring shell',
    'A.java',
    `import org.springframework.shell.standard.*;
@ShellComponent
class A {
    @ShellMethod(value = "Adds", key = "sum")
    public int add(int a, int b) { return a + b; }
    @ShellMethod("Says hello")
    public String sayHello(String name) { return name; }
    public String other() { return ""; }
}
`,
    ['sum add', 'say-hello sayHello'],
  ],
  [
    'Spectre.Console',
    'Program.cs',
    'using Spectre.Console.Cli;\nvar app = new CommandApp();\napp.Configure(config => { config.AddCommand<AddCommand>("add"); config.AddBranch<S>("remote", r => { r.AddCommand<R>("rm"); }); });\n',
    ['add', 'remote', 'rm'],
  ],
  [
    'thor',
    'lib/cli.rb',
    `class CLI < Thor
  desc "sync NAME", "Copies"
  def sync(name)
    run(name)
  end
  desc 'drop-all', 'Drops'
  def drop_all
    run
  end
end
class Other
  desc "no", "x"
end
`,
    ['sync CLI.sync', 'drop-all CLI.drop_all'],
  ],
  [
    'typer and click, put together from files',
    'cli.py',
    'import typer\nfrom . import users\nfrom .sync import sync\napp = typer.Typer()\napp.add_typer(users.app, name="users")\ncli.add_command(sync, "sync-all")\ncli.add_command(other)\n',
    ['users', 'sync-all'],
  ],
  [
    'typer, applied to a function of another file',
    'cli.py',
    'import typer\nfrom . import db\napp = typer.Typer()\napp.command("sync")(db.sync_all)\napp.command(name="push")(push)\napp.command()(pull_all)\nlater = app.command("no")\n@app.command("own")\ndef own(): print(1)\n',
    ['sync db.sync_all', 'push push', 'pull-all pull_all', 'own own'],
  ],
  [
    'clap, derived by its path',
    'src/main.rs',
    '#[derive(clap::Subcommand)]\nenum Cmd {\n    BuildAll { x: i32 },\n}\n#[derive(other::Subcommand)]\nenum No { Gone }\n',
    ['build-all'],
  ],
  [
    'symfony console, in attributes',
    'src/D.php',
    `<?php
use Symfony\\Component\\Console\\Attribute\\AsCommand;
#[AsCommand('app:pos')]
class D extends Command { protected function execute($i, $o): int { return work(); } }
#[\\Symfony\\Component\\Console\\Attribute\\AsCommand('app:whole')]
class E extends Command { protected function execute($i, $o): int { return work(); } }
`,
    ['app:pos D.execute', 'app:whole E.execute'],
  ],
  [
    'commander, made apart',
    'serve.ts',
    `import { Command } from 'commander'\nexport const serve = new Command('serve').action(run)\n`,
    ['serve run'],
  ],
  [
    'oclif, by the name of the file',
    'src/commands/plugins/link.ts',
    `import { Command } from '@oclif/core'\nexport default class Link extends Command {\n  async run() { await link() }\n}\n`,
    ['plugins:link Link.run'],
  ],
]

describe('the commands of', () => {
  it.each(cases)('%s', (_, path, text, found) => {
    expect(commandsOf(path, text)).toEqual(found)
  })

  it('need the tool', () => {
    expect(commandsOf('a.rb', 'class A\n  desc "no", "x"\nend\n')).toEqual([])
    expect(commandsOf('src/commands/a.ts', 'export default class A {}\n')).toEqual([])
    expect(commandsOf('a.ts', `new Command('no')\n`)).toEqual([])
  })
})
