import { searchProducts } from '@/lib/catalogue'

export async function GET(request: Request) {
  const term = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await searchProducts(term))
}
