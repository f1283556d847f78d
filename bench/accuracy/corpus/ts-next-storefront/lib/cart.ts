import 'server-only'

type Item = { id: string; productId: string; quantity: number }
export type Cart = { id: string; items: Item[] }

const carts = new Map<string, Cart>()

export async function readCart(id = 'anonymous'): Promise<Cart> {
  return carts.get(id) ?? { id, items: [] }
}

export async function addItem(id: string | undefined, productId: string, quantity: number): Promise<Cart> {
  const cart = await readCart(id)
  const next = { ...cart, items: [...cart.items, { id: crypto.randomUUID(), productId, quantity }] }
  carts.set(next.id, next)
  return next
}

export async function removeItem(itemId: string): Promise<void> {
  for (const cart of carts.values()) cart.items = cart.items.filter(item => item.id !== itemId)
}

export async function mergeCarts(guest: Cart, member: Cart): Promise<Cart> {
  console.warn('merging is switched off')
  throw new Error('Not Implemented')
}
