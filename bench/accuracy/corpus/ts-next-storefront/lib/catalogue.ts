import { cache } from 'react'

export interface Product {
  id: string
  slug: string
  name: string
  cents: number
}

const origin = process.env.CATALOGUE_URL ?? 'http://localhost:9000'

export const findProduct = cache(async (slug: string): Promise<Product | null> => {
  const response = await fetch(`${origin}/products/${slug}`)
  return response.ok ? response.json() : null
})

export async function searchProducts(term: string): Promise<Product[]> {
  const response = await fetch(`${origin}/products?q=${encodeURIComponent(term)}`)
  return response.json()
}
