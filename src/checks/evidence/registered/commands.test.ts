import { expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

interface Case {
  readonly tool: string
  readonly files: Readonly<Record<string, string>>
  readonly is: Readonly<Record<string, 'implemented' | 'partial' | 'missing'>>
}

const cases: readonly Case[] = [
  {
    tool: 'cobra, by functions and variables',
    files: {
      'main.go': `package main
import "github.com/spf13/cobra"
func newRoot() *cobra.Command {
	root := &cobra.Command{Use: "pond"}
	root.AddCommand(newFill(), newMend(), soakCmd)
	return root
}
func main() { newRoot().Execute() }
`,
      'more.go': `package main
import "github.com/spf13/cobra"
func newFill() *cobra.Command {
	return &cobra.Command{Use: "fill", RunE: func(c *cobra.Command, a []string) error { return open(a) }}
}
func newMend() *cobra.Command { return &cobra.Command{Use: "mend", RunE: runMend} }
func runMend(c *cobra.Command, a []string) error { return errors.New("not implemented") }
func newAudit() *cobra.Command { return &cobra.Command{Use: "ledger", RunE: runMend} }
var soakCmd = &cobra.Command{Use: "soak", Run: func(c *cobra.Command, a []string) { panic("not implemented") }}
var strayCmd = &cobra.Command{Use: "wander", RunE: runMend}
func init() { strayCmd.Flags().Bool("x", false, "") }
`,
    },
    is: {
      fill: 'implemented',
      mend: 'partial',
      soak: 'partial',
      ledger: 'missing',
      wander: 'missing',
    },
  },
  {
    tool: 'yargs, in place and as modules',
    files: {
      'bin/x.js': `import yargs from 'yargs'
import * as menu from '../lib/menu.js'
yargs(process.argv).command(menu)
 .command({ command: 'mend', handler: () => { throw new Error('Not implemented yet') } })
 .command('soak', 'x', {}, soak)
function soak() { throw new Error('not implemented') }
`,
      'lib/menu.js': `export const command = 'fill <pond>'\nexport const handler = async argv => print(argv)\n`,
      'lib/stray.js': `export const command = 'ledger'\nexport const handler = argv => print(argv)\n`,
    },
    is: { fill: 'implemented', mend: 'partial', soak: 'partial', ledger: 'missing' },
  },
  {
    tool: 'commander, built and registered by functions',
    files: {
      'cli.js': `import { Command, program } from 'commander'
import { addSweep } from './more.js'
import { fill, made } from './more.js'
addSweep(program)
program.addCommand(fill)
program.addCommand(made())
const mend = new Command('mend').action(() => { throw new Error('not implemented') })
program.addCommand(mend)
`,
      'more.js': `import { Command } from 'commander'
export const fill = new Command('fill').action(() => go())
export const strayCmd = new Command('wander').action(() => go())
export function addSweep(program) {
  program.command('sweep').action(() => go())
}
export function addLost(program) {
  program.command('ledger').action(() => go())
}
export function made() {
  const built = new Command('soak')
  built.action(() => go())
  return built
}
export function makeLost() {
  const built = new Command('sink')
  built.action(() => go())
  return built
}
`,
    },
    is: {
      fill: 'implemented',
      sweep: 'implemented',
      soak: 'implemented',
      mend: 'partial',
      wander: 'missing',
      ledger: 'missing',
      sink: 'missing',
    },
  },
  {
    tool: 'click and typer, of groups that are made',
    files: {
      'cli.py': `import click, typer
from more import kept
@click.group()
def cli():
    pass
app = typer.Typer()
users = typer.Typer()
lost = typer.Typer()
orphan = click.Group()
@orphan.command("stray")
def stray():
    click.echo(all())
@app.command("build")
def build():
    typer.echo(all())
@users.command("invite")
def invite():
    typer.echo(all())
@lost.command("drown")
def drown():
    typer.echo(all())
app.add_typer(users)
cli.add_command(kept)
if __name__ == "__main__":
    app()
`,
      'more.py': `import click
kept = click.Group()
@kept.command("soak")
def soak():
    click.echo(all())
`,
    },
    is: {
      stray: 'missing',
      drown: 'missing',
      build: 'implemented',
      invite: 'implemented',
      soak: 'implemented',
    },
  },
  {
    tool: 'click, of groups',
    files: {
      'cli.py': `import click
@click.group()
def main():
    """x"""
@main.group()
def tools():
    """x"""
@tools.command("sharpen")
def run_sharpen():
    go()
@main.command("mend-it")
def run_mend():
    raise NotImplementedError
@click.command("ledger")
def audit():
    go()
if __name__ == "__main__":
    main()
`,
    },
    is: { sharpen: 'implemented', 'mend-it': 'partial', ledger: 'missing' },
  },
  {
    tool: 'argparse, at the top of a program and by a function that is handed the commands',
    files: {
      'cli.py': `import argparse
import more
parser = argparse.ArgumentParser()
subparsers = parser.add_subparsers(dest='c')
fill = subparsers.add_parser('fill')
fill.add_argument('--x')
more.register(subparsers)
if __name__ == '__main__':
    sweep = subparsers.add_parser('sweep')
    go(parser.parse_args())
`,
      'more.py': `def register(subparsers):
    p = subparsers.add_parser('mend')
    p.set_defaults(func=cmd_mend)
def never(subparsers):
    subparsers.add_parser('ledger')
def cmd_mend(a):
    raise NotImplementedError
`,
    },
    is: { fill: 'implemented', sweep: 'implemented', mend: 'partial', ledger: 'missing' },
  },
  {
    tool: 'commander, kept in a name that nobody uses',
    files: {
      'cli.js': `import { program } from 'commander'
const fill = program.command('fill').action(() => go())
program.parse()
`,
    },
    is: { fill: 'implemented' },
  },
  {
    tool: 'argparse, by the defaults of a command',
    files: {
      'cli.py': `import argparse
def main():
    sub = argparse.ArgumentParser().add_subparsers()
    fill = sub.add_parser("fill")
    fill.set_defaults(func=cmd_one)
    sub.add_parser("mend").set_defaults(run=cmd_two)
def cmd_one(a):
    go(a)
def cmd_two(a):
    raise NotImplementedError
`,
    },
    is: { fill: 'implemented', mend: 'partial' },
  },
  {
    tool: 'picocli, of those that a command lists',
    files: {
      'A.java': `import picocli.CommandLine.Command;
@Command(name = "pond", subcommands = {A.One.class, A.Two.class})
class A implements Runnable {
  public void run() { go(); }
  public static void main(String[] a) { new CommandLine(new A()).execute(a); }
  @Command(name = "fill") static class One implements Runnable { public void run() { go(); } }
  @Command(name = "mend") static class Two implements Callable<Integer> { public Integer call() { throw new UnsupportedOperationException(); } }
  @Command(name = "ledger") static class Three implements Runnable { public void run() { go(); } }
}
`,
    },
    is: { fill: 'implemented', mend: 'partial', ledger: 'missing' },
  },
  {
    tool: 'symfony console without a framework',
    files: {
      'bin/app.php': `<?php
use Symfony\\Component\\Console\\Application;
$app = new Application();
$app->addCommands([new One()]);
`,
      'src/One.php': `<?php
use Symfony\\Component\\Console\\Command\\Command;
class One extends Command {
  protected function configure(): void { $this->setName('mend'); }
  protected function execute($i, $o): int { throw new \\LogicException('not implemented'); }
}
`,
      'src/Stray.php': `<?php
use Symfony\\Component\\Console\\Attribute\\AsCommand;
#[AsCommand('ledger')]
class Stray extends Command { protected function execute($i, $o): int { return go(); } }
`,
    },
    is: { mend: 'partial', ledger: 'missing' },
  },
  {
    tool: 'clap, under the name that it is told',
    files: {
      'src/main.rs': `use clap::Subcommand;
#[derive(Subcommand)]
enum Command {
    /// x
    #[command(name = "fill-up")]
    One(Args),
    #[clap(name = "mend", alias = "m")]
    Two { x: u8 },
}
fn main() { match c { Command::One(a) => one(a), Command::Two { x } => two(x) } }
fn one(a: Args) { go(a) }
fn two(x: u8) { todo!() }
`,
    },
    is: { 'fill-up': 'implemented', mend: 'partial' },
  },
  {
    tool: 'clap, in one line',
    files: {
      'main.rs': `use clap::{Parser, Subcommand};
#[derive(Subcommand)]
#[command(name = "tool")]
enum Cmd { Serve { port: u16 }, #[command(name = "do-migrate")] Migrate, #[command(about = "x", name = "dry")] DryRun }
fn main() { match Cmd::parse() { Cmd::Serve { .. } => serve(), Cmd::Migrate => migrate(), Cmd::DryRun => todo!() } }
fn serve() { listen(); }
fn migrate() { go(); }
`,
    },
    is: { serve: 'implemented', 'do-migrate': 'implemented', 'dry-run': 'missing' },
  },
  {
    tool: 'rake and thor',
    files: {
      Rakefile:
        'namespace :ponds do\n  task :fill, [:x] do |_t, args|\n    go(args)\n  end\nend\nmultitask :soak do\n  go\nend\n',
      'cli.rb':
        'class Cli < Thor\n  desc "sweep POND", "x"\n  def do_it(p)\n    go(p)\n  end\n  desc "mend", "x"\n  def other\n    raise NotImplementedError\n  end\nend\n',
    },
    is: { fill: 'implemented', soak: 'implemented', sweep: 'implemented', mend: 'partial' },
  },
]

it.each(
  cases.flatMap(({ tool, files, is }) =>
    Object.entries(is).map(([name, status]) => [tool, name, status, files] as const),
  ),
)('of %s: %s is %s', async (_, name, status, files) => {
  const resource = `  command:\n    x:\n      attributes:\n        commands: ["${name}"]\n`
  const [evidence] = [...(await judge(files, resource)).values()]
  expect(evidence!.status).toBe(status)
})
