'use client'

import { createContext, useContext, useReducer, type Dispatch, type ReactNode } from 'react'

export type CartAction = { type: 'add'; productId: string } | { type: 'clear' }
type CartState = readonly string[]

const CartContext = createContext<[CartState, Dispatch<CartAction>] | null>(null)

function reducer(state: CartState, action: CartAction): CartState {
  switch (action.type) {
    case 'add':
      return [...state, action.productId]
    case 'clear':
      return []
  }
}

export function CartProvider({ children }: { children: ReactNode }) {
  return <CartContext.Provider value={useReducer(reducer, [])}>{children}</CartContext.Provider>
}

export function useCart() {
  const context = useContext(CartContext)
  if (!context) throw new Error('useCart outside of CartProvider')
  return context
}
