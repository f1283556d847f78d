import { expect, it } from 'vitest'
import { outlineOf } from '../../../test/tree.ts'
import { outlineOf as scannedOutline } from '../outline.ts'

const stubsOf = (path: string, text: string) =>
  outlineOf(path, text)
    .declarations.filter(each => each.isStub)
    .map(each => each.name)

const scanned = (path: string, text: string) =>
  scannedOutline(path, Buffer.from(text))
    .declarations.filter(each => each.isStub)
    .map(each => each.name)

it.each([
  [
    'a.go',
    'package a\nfunc F() (Pond, error) { return Pond{}, errors.New("pond: not implemented") }\nfunc G() (int, error) { return 0, ErrNotImplemented }\nfunc H() (Pond, error) {\n\tvar p Pond\n\treturn p, fmt.Errorf("not implemented: %s", "x")\n}\nfunc I() (*Pond, error) { return nil, status.Error(codes.Unimplemented, "later") }\nfunc Real(p Pond) error { return fmt.Errorf("no pond %s", p) }\nfunc Also(p Pond) (Pond, error) { return fill(p), nil }\n',
    ['F', 'G', 'H', 'I'],
  ],
  [
    'a.rs',
    'impl A {\n fn f(&self) -> R { Err(E::NotImplemented) }\n fn g(&self) -> R { bail!("not implemented") }\n fn real(&self) -> R { Err(E::NotFound) }\n fn also(&self) -> R { self.find().map_err(|_| E::NotImplemented) }\n}\n',
    ['A.f', 'A.g'],
  ],
  [
    'a.rb',
    'class A\n def f = fail(NotImplementedError)\n def g\n  raise Pond::Error, "not implemented"\n end\n def real\n  raise Pond::Error, "no such pond"\n end\nend\n',
    ['f', 'g'],
  ],
  [
    'a.php',
    '<?php class A {\n function f() { trigger_error("later"); throw new \\BadMethodCallException("not implemented"); }\n function g() { throw new \\LogicException(sprintf("%s is not implemented", __METHOD__)); }\n function real() { trigger_error("old", E_USER_DEPRECATED); return $this->find(); }\n}\n',
    ['f', 'g'],
  ],
  [
    'a.cs',
    'class A {\n Task F() => Task.FromException(new NotImplementedException());\n async Task G() { await Task.CompletedTask; // TODO\n }\n Pond H() { return default!; /* TODO */ }\n Task Real() => Task.FromException(new LateException());\n Pond Also() { return default!; }\n}\n',
    ['F', 'G', 'H'],
  ],
  [
    'a.sol',
    'contract A {\n function f() public { revert("not implemented"); }\n function g() public returns (address) { return address(0); // TODO\n }\n function real() public { emit Asked(); }\n}\n',
    ['f', 'g'],
  ],
])('what only says in %s that it is not implemented is a stub', (path, text, stubs) => {
  expect(stubsOf(path, text)).toEqual(stubs)
})

it('a function that is called after having nothing is none', () => {
  const text = 'export const noListener = () => {}\nexport const notify = () => {}\n'
  expect(scanned('a.ts', text)).toEqual(['notify'])
})
