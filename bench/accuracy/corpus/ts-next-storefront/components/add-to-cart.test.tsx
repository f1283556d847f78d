import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AddToCart } from './add-to-cart'
import { CartProvider } from './cart-context'

function FakeShop() {
  return (
    <CartProvider>
      <AddToCart productId="p-1" />
    </CartProvider>
  )
}

test('offers a button', () => {
  render(<FakeShop />)
  expect(screen.getByRole('button')).toBeDefined()
})
