// What a user may rely on about Solidity files; tree-sitter is the judge over OpenZeppelin's contracts.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { agreement, report, total } from '../../../../test/oracles/agreement.ts'
import { solidityRows } from '../../../../test/oracles/solidity-rows.ts'
import { qualifiedNames } from '../../names.ts'
import { scanSolidity } from './scanner.ts'

const scan = (source: string, path = 'src/A.sol') =>
  scanSolidity(path, Buffer.from(source).toString('latin1'))

function namesWhere(source: string, holds: 'isStub' | 'isExported' | 'isTest', path?: string) {
  const outline = scan(source, path)
  const names = qualifiedNames(outline)
  return names.filter((_, index) => outline.declarations[index]![holds])
}

it('sees in OpenZeppelin what tree-sitter sees, to the line', () => {
  const folder = join(import.meta.dirname, '../../../../node_modules/@openzeppelin/contracts')
  const agreements = []
  for (const path of globSync('**/*.sol', { cwd: folder }).sort()) {
    const bytes = readFileSync(join(folder, path))
    const wanted = solidityRows(bytes.toString('utf8'))
    if (wanted === undefined) continue
    const outline = scanSolidity(path, bytes.toString('latin1'))
    expect({ path, isSuspect: outline.isSuspect }).toEqual({ path, isSuspect: false })
    const names = qualifiedNames(outline)
    const found = outline.declarations.map(
      ({ kind, line, endLine }, index) => `${kind} ${names[index]} ${line}-${endLine}`,
    )
    const rows = wanted.map(({ kind, name, line, endLine }) => `${kind} ${name} ${line}-${endLine}`)
    agreements.push({ path, of: agreement(rows, found) })
  }
  const judged = total(agreements)
  report('Solidity in @openzeppelin/contracts', judged)
  expect(judged.differences).toEqual([])
  expect(judged.same).toBeGreaterThan(2_000)
})

describe('declarations', () => {
  it('are contracts and all that they hold', () => {
    const source = `
import {A as B, C} from "./a.sol";
import "./b.sol";
import * as D from './c.sol';
uint256 constant MAX = 1e18;
abstract contract Bank is Base(1), Other {
  mapping(address => mapping(address => uint256)) public balances;
  uint256 private constant FEE = 3;
  event Paid(address indexed who);
  error Broke(uint256 amount);
  struct Account { uint256 id; }
  enum State { Open, Closed }
  modifier only() { _; }
  constructor(uint256 a) { x = a; }
  function pay(uint256 a) external only returns (uint256) { assembly { let b := "}" } return a; }
  function _hidden() internal {}
  receive() external payable {}
}
`
    const outline = scan(source)
    const names = qualifiedNames(outline)
    expect(
      outline.declarations.map(({ kind, line }, index) => `${kind} ${names[index]} ${line}`),
    ).toEqual([
      'constant MAX 5',
      'contract Bank 6',
      'field Bank.balances 7',
      'constant Bank.FEE 8',
      'event Bank.Paid 9',
      'error Bank.Broke 10',
      'struct Bank.Account 11',
      'enum Bank.State 12',
      'modifier Bank.only 13',
      'method Bank.constructor 14',
      'method Bank.pay 15',
      'method Bank._hidden 16',
      'method Bank.receive 17',
    ])
    expect(outline.imports.map(({ module, name, alias }) => [module, name, alias])).toEqual([
      ['./a.sol', 'A', 'B'],
      ['./a.sol', 'C', ''],
      ['./b.sol', '*', '*'],
      ['./c.sol', '*', 'D'],
    ])
    expect(namesWhere(source, 'isStub')).toEqual(['Bank._hidden'])
    expect(namesWhere(source, 'isExported')).not.toContain('Bank._hidden')
  })

  it('are stubs when they only refuse, and not when they are hooks', () => {
    const source = `
contract Empty {}
abstract contract Open {}
contract Wrong is Base {}
contract A {
  constructor() Base("a") {}
  function a() public { revert("Not implemented"); }
  function b() public { revert Errors.NotImplemented(); }
  function c() public { // later
  }
  function d() internal virtual {}
  function e() public override {}
  function f() public { if (g) revert("not implemented"); h(); }
  function g() public virtual;
}
`
    expect(namesWhere(source, 'isStub')).toEqual(['Empty', 'A.a', 'A.b', 'A.c'])
  })

  it('are stubs where a choice holds nothing, and not where it asks or does', () => {
    const source = `
contract A {
  function a() public { if (open) {} }
  function b() public {
    if (n > 1) { // later
    } else {}
  }
  function c() public { for (uint i = 0; i < n; i++) {} }
  function d() public { if (ask()) {} }
  function e() public { if (open) { n++; } }
  function f() public { if (open) {} n++; }
  function g() internal virtual { if (open) {} }
}
`
    expect(namesWhere(source, 'isStub')).toEqual(['A.a', 'A.b', 'A.c'])
  })

  it('are none where the header does the work: it takes ether, or a modifier does', () => {
    const source = `
contract A is Base {
  modifier counts() { n++; _; }
  modifier nothing() { _; }
  modifier owned() { require(msg.sender == owner, "no"); if (closed) { revert Closed(); } _; }
  function a(address payable b) public counts {}
  function b() external payable {}
  function c() public initializer {}
  function d() public reinitializer(2) returns (uint) {}
  function e() public nothing {}
  function f() public owned {}
  function g(address payable b) public returns (address payable) {}
  function h() public onlyOwner nonReentrant whenNotPaused {}
  function i() public counts { // TODO
  }
  function j() public payable { revert("not implemented"); }
  function k(function (uint) external payable b) private {}
}
`
    expect(namesWhere(source, 'isStub')).toEqual(
      ['e', 'f', 'g', 'h', 'i', 'j', 'k'].map(each => `A.${each}`),
    )
  })

  it('are tests in test files and in contracts that extend Test', () => {
    const source = 'contract A is Test { function testPay() public { x(); } }\n'
    expect(namesWhere(source, 'isTest')).toEqual(['A', 'A.testPay'])
    expect(namesWhere('contract A { }', 'isTest', 'test/A.t.sol')).toEqual(['A'])
  })
})

describe('damage', () => {
  it('of a brace costs no other declaration', () => {
    const source =
      'contract A {\n  function a() public {\n    if (x) {\n      y();\n  }\n  function b() public { z(); }\n}\ncontract B {}\n'
    const outline = scan(source)
    expect(outline.isSuspect).toBe(true)
    expect(qualifiedNames(outline)).toEqual(['A', 'A.a', 'A.b', 'B'])
  })

  it('of any nesting costs neither the stack nor the time', () => {
    for (const opener of ['(', '{', '[', 'contract A {', 'function f() {'])
      expect(scan(opener.repeat(20_000)).language).toBe('solidity')
  })
})
