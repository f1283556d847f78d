import { removeItem } from '@/lib/cart'

async function remove(_request: Request, { params }: { params: { itemId: string } }) {
  await removeItem(params.itemId)
  return new Response(null, { status: 204 })
}

export { remove as DELETE }
