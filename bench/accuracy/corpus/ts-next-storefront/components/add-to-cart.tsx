'use client'

import { memo } from 'react'
import { useCart } from './cart-context'

export const AddToCart = memo(function AddToCart({ productId }: { productId: string }) {
  const [, dispatch] = useCart()
  return <button onClick={() => dispatch({ type: 'add', productId })}>Add to cart</button>
})

export function WishlistButton() {
  return null // TODO: design is missing
}

export const Separator = () => null
