import { expect, it } from 'vitest'
import { depthOfText, outlineOf } from '../../../../test/tree.ts'

const commandsOf = (path: string, text: string) =>
  depthOfText(path, text).commands.map(
    ({ name, handler, isStub }) => `${name} ${handler}${isStub ? '!' : ''}`,
  )

it('a command of a Rust enum is answered by the arm that names its variant', () => {
  const text = `use clap::{Parser, Subcommand};
#[derive(Subcommand)]
enum Command {
    List { all: bool },
    Drain(Args),
    Purge,
    Open,
}
async fn run(command: Command) {
    match command {
        Command::List { all } => ponds::list(all).await?,
        Command::Drain(args) => { drain(args); }
        Command::Purge => todo!("later"),
        Command::Open => { log(); todo!() }
    }
}
`
  expect(commandsOf('src/main.rs', text)).toEqual([
    'list ponds.list',
    'drain drain',
    'purge !',
    'open ',
  ])
})

it('a command of Symfony is answered by what its class does when it is run', () => {
  const head =
    "<?php\nuse Symfony\\Component\\Console\\Attribute\\AsCommand;\n#[AsCommand(name: 'pond:drain')]\nfinal class Drain extends Command\n{\n"
  expect(
    commandsOf(
      'a.php',
      `${head}    protected function execute($in, $out): int { return $this->go(); }\n}\n`,
    ),
  ).toEqual(['pond:drain Drain.execute'])
  expect(
    commandsOf('a.php', `${head}    public function __invoke(): int { return $this->go(); }\n}\n`),
  ).toEqual(['pond:drain Drain.__invoke'])
})

it('a Ruby constant that holds a new class is one', () => {
  const text =
    'Size = Struct.new(:a, :b) do\n  def sum = a + b\nend\nPoint = Data.define(:x)\nLate = Class.new(StandardError)\nLIMIT = 3\n'
  expect(outlineOf('a.rb', text).declarations.map(each => `${each.kind} ${each.name}`)).toEqual([
    'class Size',
    'method sum',
    'class Point',
    'class Late',
    'constant LIMIT',
  ])
})
