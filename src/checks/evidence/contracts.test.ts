import { expect, it } from 'vitest'
import { judge } from '../../../test/judged.ts'

const counter = `pragma solidity ^0.8.13;
contract Counter {
    uint256 public number;
    function increment() external { number++; }
}
`
const forge = `import {Test} from "forge-std/Test.sol";
import {Counter} from "../src/Counter.sol";
contract CounterTest is Test {
    Counter public counter;
    function setUp() public { counter = new Counter(); }
    function test_Increment() public { counter.increment(); assertEq(counter.number(), 1); }
}
`
const hardhat = (name: string) => `const { ethers } = require('hardhat')
describe('counts', () => {
  it('up', async () => {
    const made = await ethers.getContractFactory('${name}')
    const counter = await made.deploy()
    await counter.increment()
  })
})
`

const statusOf = async (
  files: Readonly<Record<string, string>>,
  attributes: string,
  test: string,
) => {
  const resource = `{ attributes: { ${attributes} }, tests: [${test}] }`
  const found = await judge(files, `  logic:\n    c: ${resource}\n`)
  return found.get('logic.c')!.status
}

it.each([
  [
    'Foundry, in the language of the contract',
    { 'src/Counter.sol': counter, 'test/Counter.t.sol': forge },
    'test/Counter.t.sol',
    'implemented',
  ],
  [
    'Hardhat, by its name',
    { 'contracts/Counter.sol': counter, 'test/counter.js': hardhat('Counter') },
    'test/counter.js',
    'implemented',
  ],
  [
    'Hardhat, by its file and its name',
    {
      'contracts/Counter.sol': counter,
      'test/counter.ts': hardhat('contracts/Counter.sol:Counter'),
    },
    'test/counter.ts',
    'implemented',
  ],
  [
    'nobody: another contract is made',
    { 'contracts/Counter.sol': counter, 'test/counter.js': hardhat('Other') },
    'test/counter.js',
    'partial',
  ],
])('a contract is tested by %s', async (_, files, test, status) => {
  expect(await statusOf(files, 'class: Counter', test)).toBe(status)
  if (status === 'implemented')
    expect(await statusOf(files, 'functions: [Counter.increment]', test)).toBe(status)
})
