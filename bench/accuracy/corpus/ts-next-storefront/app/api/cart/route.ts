import { cookies } from 'next/headers'
import { NextResponse, type NextRequest } from 'next/server'
import { addItem, readCart } from '@/lib/cart'

export async function GET() {
  return NextResponse.json(await readCart(cookies().get('cart')?.value))
}

export const POST = async (request: NextRequest) => {
  const { productId, quantity = 1 } = await request.json()
  const cart = await addItem(cookies().get('cart')?.value, productId, quantity)
  return NextResponse.json(cart, { status: 201 })
}
