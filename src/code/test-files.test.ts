import { describe, expect, it } from 'vitest'
import { isTestFile } from './test-files.ts'

describe('a file of tests', () => {
  it.each([
    'app/test_orders.py',
    'app/conftest.py',
    'src/cart.test.ts',
    'src/cart.spec.tsx',
    'types/index.tst.ts',
    'types/index.test-d.ts',
    'scripts/cart-test.mjs',
    'src/cartSpec.js',
    'src/cart/spec.js',
    'test/src/spec.js',
    'spec.js',
    'test/Vault.t.sol',
    'contracts/Vault.t.sol',
    'internal/api/router_test.go',
    'src/map_test.cpp',
    'lib/cart_spec.rb',
    'spec/support/helpers.rb',
    'src/test/java/org/shop/Fixtures.java',
    'src/main/java/org/shop/CartTest.java',
    'app/src/androidTest/kotlin/Cart.kt',
    'Shop.Tests/Fixtures.cs',
    'Tests/ShopTests/Fixtures.swift',
    'tests/Feature/CartTest.php',
    'tests/wal.rs',
    'src/__mocks__/cart.ts',
    'cypress/support/commands.ts',
  ])('is %s', path => {
    expect(isTestFile(path)).toBe(true)
  })

  it.each([
    'src/spec/read.ts',
    'src/spec.ts',
    'src/contest/latest.ts',
    'app/testimonials.py',
    'src/attest.go',
    'lib/fastest.rb',
    'src/main/java/org/shop/Split.java',
    'src/main/java/org/shop/Latest.java',
    'app/Greatest.php',
    'src/inspect.ts',
    'src/testing.rs',
    'docs/test.md',
  ])('is not %s', path => {
    expect(isTestFile(path)).toBe(false)
  })
})
