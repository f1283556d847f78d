// Methods that the language or a framework calls.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function statusOf(files: Files, name: string) {
  const [path] = Object.keys(files)
  const found = await judge(
    { 'package.json': '{"name": "pond", "private": true}', ...files },
    `  m:\n    x:\n      attributes: {${name === 'Pond' ? 'classes' : 'functions'}: ["${name}"]}\n      files: [${path}]\n      require: reached\n`,
  )
  return [...found.values()][0]!.status
}

const swift =
  'class Pond: Lake, UITableViewDelegate { func tableView(_ t: T) { go() } override func viewDidLoad() { go() } }\n'
const python =
  'class Pond:\n    def __len__(self):\n        return 1 + 1\n    def drain(self):\n        return 2 + 2\n'
const rust =
  'use std::fmt;\npub struct Pond;\nimpl fmt::Write for Pond {\n    fn write_str(&mut self, s: &str) -> fmt::Result { log(s) }\n}\nimpl<T: Copy> Iterator for Pond {\n    fn next(&mut self) -> Option<u8> { Some(1) }\n}\nimpl Pond {\n    fn drain(&self) -> u8 { 1 + 1 }\n}\nimpl Own for Pond {\n    fn fill(&self) -> u8 { 1 + 1 }\n}\n'
const java = (header: string, body: string) =>
  `package p;\nclass Pond ${header} {\n  ${body}\n  void drain() { log(2); }\n}\n`
const userOf: Files = {
  'm.py': 'from a import Pond\nprint(Pond())\n',
  'src/m.rs': 'fn go() { let p = Pond; log(p); }\n',
  'M.java': 'import p.Pond;\nclass M { void go() { log(new Pond()); } }\n',
  'M.kt': 'fun go() { log(Pond()) }\n',
  'M.cs': 'class M { void Go() { Log(new Pond()); } }\n',
  'm.cpp': 'void go() { Pond p; log(p); }\n',
  'm.go': 'package a\nfunc go2() { log(Pond{}) }\n',
  'm.rb': 'log(Pond.new)\n',
  'm.swift': 'func m() { log(Pond()) }\n',
  'm.php': '<?php log(new Pond());\n',
  'm.ts': "import { Pond } from './a'\nlog(Pond)\n",
}

describe('a method that nobody calls by its name is reached where its type is', () => {
  it.each([
    ['__len__', { 'a.py': python }, 'm.py'],
    ['write_str', { 'src/a.rs': rust }, 'src/m.rs'],
    ['next', { 'src/a.rs': rust }, 'src/m.rs'],
    [
      'toString',
      { 'Pond.java': java('', 'public String toString() { return "x" + 1; }') },
      'M.java',
    ],
    [
      'run',
      { 'Pond.java': java('implements Runnable', 'public void run() { log(1); }') },
      'M.java',
    ],
    [
      'onLeave',
      { 'Pond.java': java('extends Lake', '@Override\n  void onLeave() { log(1); }') },
      'M.java',
    ],
    [
      'onLeave',
      { 'Pond.kt': 'class Pond : Lake() {\n  override fun onLeave() { log(1) }\n}\n' },
      'M.kt',
    ],
    [
      'OnLeave',
      { 'Pond.cs': 'class Pond : Lake\n{\n  protected override void OnLeave() { Log(1); }\n}\n' },
      'M.cs',
    ],
    [
      'String',
      { 'a.go': 'package a\ntype Pond struct{}\nfunc (p Pond) String() string { return "x" }\n' },
      'm.go',
    ],
    ['tableView', { 'a.swift': swift }, 'm.swift'],
    ['viewDidLoad', { 'a.swift': swift }, 'm.swift'],
    [
      'onLeave',
      {
        'pond.cpp': 'class Pond : public Lake {\n  void onLeave() const override { log(1); }\n};\n',
      },
      'm.cpp',
    ],
    [
      'run',
      {
        'Pond.java': java('extends Basin', 'public void run() { log(1); }'),
        'Basin.java': 'abstract class Basin implements Runnable {\n}\n',
      },
      'M.java',
    ],
    ['to_s', { 'a.rb': 'class Pond\n  def to_s\n    name + "x"\n  end\nend\n' }, 'm.rb'],
    [
      '__toString',
      { 'a.php': '<?php\nclass Pond {\n  function __toString() { return name(1); }\n}\n' },
      'm.php',
    ],
    [
      'canActivate',
      {
        'a.ts': 'export class Pond implements CanActivate {\n  canActivate() { return ask() }\n}\n',
      },
      'm.ts',
    ],
  ])('%s', async (name, files: Files, user) => {
    expect(await statusOf(files, name)).toBe('partial')
    expect(await statusOf({ ...files, [user]: userOf[user]! }, name)).toBe('implemented')
  })

  it('and where who calls looks for all such types, without', async () => {
    const text =
      'class Pond : IRequestHandler<Fill, int>\n{\n  public int Handle(Fill f) { return f.Size; }\n}\n'
    expect(await statusOf({ 'Pond.cs': text }, 'Handle')).toBe('implemented')
    expect(await statusOf({ 'Pond.cs': text }, 'Pond')).toBe('implemented')
  })
})

describe('any other method has to be called', () => {
  it.each([
    ['a plain one', 'drain', { 'a.py': python }, 'm.py'],
    ['a plain one beside an impl', 'drain', { 'src/a.rs': rust }, 'src/m.rs'],
    [
      'one of a trait of its own',
      'fill',
      { 'src/a.rs': rust, 'src/own.rs': 'pub trait Own { fn fill(&self) -> u8; }\n' },
      'src/m.rs',
    ],
    [
      'one that is called like a hook',
      'run',
      { 'Pond.java': java('', 'public void run() { log(1); }') },
      'M.java',
    ],
    [
      'one that overrides a base of its own',
      'onLeave',
      {
        'Pond.java': java('extends Lake', '@Override\n  void onLeave() { log(1); }'),
        'Lake.java': 'abstract class Lake {\n  void onLeave() { log(0); }\n}\n',
      },
      'M.java',
    ],
  ])('%s', async (_, name, files: Files, user) => {
    expect(await statusOf({ ...files, [user]: userOf[user]! }, name)).toBe('partial')
  })
})
