// What a file offers, in the languages that have a way of their own to say it.

import { expect, it } from 'vitest'
import { outlineOf } from '../../test/tree.ts'
import { hasScanner, outlineOf as scanOutline } from '../code/outline.ts'
import { offeredOf } from './offered.ts'

const offered = (text: string) =>
  offeredOf('a.rb', outlineOf('a.rb', text))
    .filter(each => !each.isMember)
    .map(each => each.name)

/** A class of Ruby is offered by its own name, wherever it lies. */
const body = 'def go\n run\nend'

it.each([
  [`class API::Instance\n${body}\nend\n`, ['Instance']],
  [`class API::Version::Deep\n${body}\nend\n`, ['Deep']],
  [
    `module Grape\n class API\n  class Instance\n   ${body}\n  end\n end\nend\n`,
    ['API', 'Instance'],
  ],
  [`class User\n class Error < StandardError\n end\n ${body}\nend\n`, ['User']],
])('%j offers %j', (text, names) => {
  expect(offered(text)).toEqual(names)
})

const members = (path: string, text: string) =>
  offeredOf(path, (hasScanner(path) ? scanned : outlineOf)(path, text)).map(
    ({ attribute, name }) => `${attribute} ${name}`,
  )
const scanned = (path: string, text: string) => scanOutline(path, Buffer.from(text))

it('offers public constants and public nested types of Java, where all around them are public', () => {
  const text = `public class Shop {
  public static final int MAX = 3, MIN = 1;
  private static final int OWN = 1;
  static final int NEAR = 1;
  public int open() { return find(MAX); }
  public static class Cart { public int total() { return find(1); } public enum Kind { A } }
  public interface Till { int DRAWERS = 2; void ring(); }
  public record Line(int count) { }
  public static class Later { }
  static class Near { public static final int X = 1; public static class Deep { void go() { run(); } } }
}
`
  expect(members('Shop.java', text)).toEqual([
    'classes Shop',
    'functions Shop.open',
    'functions Shop.Cart.total',
    'exports Shop.MAX',
    'exports Shop.MIN',
    'classes Shop.Cart',
    'entities Shop.Cart.Kind',
    'entities Shop.Till',
    'exports Shop.Till.DRAWERS',
    'classes Shop.Line',
  ])
  expect(members('Shop.java', text.replace('public class Shop', 'class Shop'))).not.toContain(
    'exports Shop.MAX',
  )
  const test =
    'public class ShopTest { public static final int X = 1; @Test public void a() { run(); } }\n'
  expect(members('src/test/java/ShopTest.java', test)).toEqual([])
})

it('offers public constants of C#', () => {
  const text = `public class Shop
{
  public const int Max = 3;
  public static readonly string Name = Find(), Other = Find();
  private static readonly string Own = Find();
  internal const int Near = 3;
  public readonly int Count = 1;
  public static int Sold = 1;
  public static readonly Func<int> Made = () => 1;
}
`
  expect(members('Shop.cs', text)).toEqual([
    'classes Shop',
    'exports Shop.Max',
    'exports Shop.Name',
    'exports Shop.Other',
  ])
})

it('offers events and errors of Solidity', () => {
  const text = `error Broke(uint n);
interface IBank { event Opened(); }
contract Bank {
  event Paid(uint n);
  error Closed();
  function pay(uint n) external { emit Paid(n); }
}
`
  expect(members('Bank.sol', text)).toEqual([
    'entities Broke',
    'entities IBank',
    'classes Bank',
    'functions Bank.pay',
    'entities IBank.Opened',
    'entities Bank.Paid',
    'entities Bank.Closed',
  ])
})
