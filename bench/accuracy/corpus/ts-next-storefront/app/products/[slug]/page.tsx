import { notFound } from 'next/navigation'
import { AddToCart } from '@/components/add-to-cart'
import { findProduct } from '@/lib/catalogue'

export async function generateMetadata({ params }: { params: { slug: string } }) {
  const product = await findProduct(params.slug)
  return { title: product?.name ?? 'Not found' }
}

const ProductPage = async ({ params }: { params: { slug: string } }) => {
  const product = await findProduct(params.slug)
  if (!product) notFound()
  return (
    <main>
      <h1>{product.name}</h1>
      <p>function ProductReviews() is coming soon</p>
      <AddToCart productId={product.id} />
    </main>
  )
}

export default ProductPage
