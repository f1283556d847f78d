import type { ReactNode } from 'react'
import { CartProvider } from '@/components/cart-context'

export const metadata = { title: 'Storefront' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <CartProvider>{children}</CartProvider>
      </body>
    </html>
  )
}
