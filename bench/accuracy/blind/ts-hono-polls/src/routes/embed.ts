import { Hono } from 'hono'
import { html } from 'hono/html'

// Not mounted yet: legal is still looking at third-party cookies.
export const embedRoutes = new Hono()

embedRoutes.get('/embed/:pollId', c => {
  const id = c.req.param('pollId')
  return c.html(html`<iframe src="/v1/polls/${id}" loading="lazy"></iframe>`)
})
