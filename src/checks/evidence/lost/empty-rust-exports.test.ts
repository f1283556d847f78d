// A `pub use` of a module of the crate that has no such name.

import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

async function verdict(files: Files) {
  const found = await judge(
    { 'Cargo.toml': '[package]\nname = "a"\n', ...files },
    '  m:\n    x:\n      attributes: {exports: [Gone]}\n      files: [src/lib.rs]\n',
  )
  const [evidence] = [...found.values()]
  return `${evidence!.status} ${evidence!.reason ?? ''}`
}

const lib = (text: string, store: string): Files => ({ 'src/lib.rs': text, 'src/store.rs': store })
const used = 'mod store;\npub use store::Gone;\n'
const here = '/// No Gone.\n#[derive(Debug, Clone)]\npub struct Here;\n'

describe('what a module of the crate does not have is not found', () => {
  it.each([
    lib(used, here),
    lib(used, `${here}impl Here {\n    fn go() -> Gone {\n        println!("Gone");\n    }\n}\n`),
    lib('mod store;\npub use self::store::{Gone, Here};\n', here),
    lib('mod store;\npub use crate::store::Lost as Gone;\n', here),
    lib(used, `use other::Gone;\n${here}#[cfg(test)]\nmod tests {\n    use super::*;\n}\n`),
    { 'src/lib.rs': used, 'src/store/mod.rs': here },
    {
      'src/lib.rs': used,
      'src/store/mod.rs': 'mod deep;\npub use deep::Gone;\n',
      'src/store/deep.rs': here,
    },
    {
      'src/lib.rs': 'pub mod store;\npub use store::deep::Gone;\n',
      'src/store.rs': 'pub mod deep;\n',
      'src/store/deep.rs': here,
    },
    { 'src/lib.rs': 'mod store {\n    pub struct Here;\n}\npub use store::Gone;\n' },
  ])('%j', async (files: Files) => {
    expect(await verdict(files)).toMatch(
      /^missing .*src\/lib\.rs:\d+ exports Gone from [\w:]+, which has no such name/,
    )
  })
})

describe('it is found where the module has it, or nobody can tell', () => {
  it.each([
    lib(used, 'pub struct Gone;\n'),
    lib(used, 'pub use other::Gone;\n'),
    lib(used, 'pub use other::Lost as Gone;\n'),
    lib(used, 'mod other;\npub use other::*;\n'),
    lib(used, 'make! { Gone }\n'),
    lib(used, 'make!(here);\n'),
    lib(used, 'include!(concat!(env!("OUT_DIR"), "/store.rs"));\n'),
    lib(used, '#[derive(Debug, Builder)]\npub struct Here;\n'),
    lib(used, '#[make_gone]\npub struct Here;\n'),
    lib('pub use lib::Gone;\n', here),
    lib('pub use ::store::Gone;\n', here),
    lib('mod store;\npub use store::Here::Gone;\n', 'pub enum Here {\n    Gone,\n}\n'),
    lib('mod store;\npub use store::*;\n', 'pub struct Gone;\n'),
    lib('#[path = "other.rs"]\nmod store;\npub use store::Gone;\n', here),
    lib('mod store;\npub use store::deep::Gone;\n', 'pub mod deep {\n    pub struct Gone;\n}\n'),
    lib('mod store;\npub use self::store::{self as Gone};\n', here),
    lib('make!();\npub use store::Gone;\n', here),
    lib('mod store;\nuse store::Here;\npub struct Gone;\n', here),
    { 'src/lib.rs': 'mod store {\n    pub struct Gone;\n}\npub use store::Gone;\n' },
    { 'src/lib.rs': 'mod store {\n    pub use other::Gone;\n}\npub use store::Gone;\n' },
    { 'src/lib.rs': 'mod store {\n    make!();\n}\npub use store::Gone;\n' },
    lib(used, 'extern "C" {\n    pub static Gone: u8;\n}\n'),
  ])('%j', async (files: Files) => {
    expect(await verdict(files)).toMatch(/^implemented/)
  })
})
