import { expect, it } from 'vitest'
import { registeredIn } from '../../../../test/registered.ts'

it('a route of Next.js with parts that may be left out answers without them', () => {
  expect(
    registeredIn({
      'src/app/api/cart/[[...slug]]/route.ts':
        "export async function GET() { return new Response('x') }\n",
    }),
  ).toEqual(['GET /api/cart', 'GET /api/cart/{slug}'])
})
