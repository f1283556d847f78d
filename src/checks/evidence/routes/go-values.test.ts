import { describe, expect, it } from 'vitest'
import { askedFor, type EndpointCase, endpointsIn } from '../../../../test/endpoints.ts'

const packages = ['users', 'orders', 'pets', 'lost']
const handlers = Object.fromEntries(
  packages.map(each => [
    `internal/${each}/handler.go`,
    `package ${each}
import "net/http"
type Handler struct{}
func (h *Handler) Routes(mux *http.ServeMux) { mux.HandleFunc("GET /${each}", h.list) }
func (h *Handler) list(w http.ResponseWriter, r *http.Request) { w.Write(all()) }
`,
  ]),
)
const makers = Object.fromEntries(
  packages.map(each => [
    `internal/${each}/new.go`,
    `package ${each}\nfunc New(db *DB) *Handler { return &Handler{} }\n`,
  ]),
)
const main = (calls: string) => `package main
import (
  "net/http"
  "example.org/shop/internal/lost"
  "example.org/shop/internal/orders"
  pet "example.org/shop/internal/pets"
  "example.org/shop/internal/users"
)
func main() {
  mux := http.NewServeMux()
  ${calls.split('; ').join('\n  ')}
  http.ListenAndServe(":1", mux)
}
`
const shop = (calls: string, more: Readonly<Record<string, string>> = {}) => ({
  'go.mod': 'module example.org/shop\n',
  'cmd/main.go': main(calls),
  ...handlers,
  ...makers,
  ...more,
})
const only = (...served: string[]) =>
  packages.map(each => `GET /${each}: ${served.includes(each) ? 'implemented' : 'missing'}`)

const two = (calls: string) => ({
  'go.mod': 'module example.org/shop\n',
  'main.go': `package main
import (
  "net/http"
  "example.org/shop/api"
)
func main() {
  mux := http.NewServeMux()
  ${calls}
  http.ListenAndServe(":1", mux)
}
`,
  'api/api.go': `package api
import "net/http"
type Users struct{}
type Orders struct{}
func NewUsers() (*Users, error) { return &Users{}, nil }
func (u *Users) Routes(mux *http.ServeMux) { mux.HandleFunc("GET /users", list) }
func (o *Orders) Routes(mux *http.ServeMux) { mux.HandleFunc("GET /orders", list) }
func list(w http.ResponseWriter, r *http.Request) { w.Write(all()) }
`,
})

const cases: readonly EndpointCase[] = [
  {
    name: 'made in place',
    files: shop('users.New(db).Routes(mux); pet.New(nil).Routes(mux)'),
    verdicts: only('users', 'pets'),
  },
  {
    name: 'kept in variables',
    files: shop('o := orders.New(db); o.Routes(mux); p := &pet.Handler{}; p.Routes(mux)'),
    verdicts: only('orders', 'pets'),
  },
  {
    name: 'kept in a field',
    files: shop('new(app).run()', {
      'cmd/run.go': `package main
import (
  "net/http"
  "example.org/shop/internal/users"
)
type app struct {
  mux   *http.ServeMux
  users *users.Handler
}
func (a *app) run(mux *http.ServeMux) { a.users.Routes(mux) }
`,
    }),
    verdicts: only('users'),
  },
  {
    name: 'any, where one call is of a value that nobody can tell',
    files: shop('users.New(db).Routes(mux); for _, each := range modules() { each.Routes(mux) }'),
    verdicts: only(...packages),
  },
  {
    name: 'any, where the method is handed on',
    files: shop('users.New(db).Routes(mux); with(mux, lost.New(db).Routes)'),
    verdicts: only(...packages),
  },
  {
    name: 'below the path of a group',
    files: {
      ...shop(''),
      'cmd/main.go': `package main
import (
  "net/http"
  "example.org/shop/internal/users"
)
func main() {
  root := http.NewServeMux()
  mux := http.NewServeMux()
  users.New(db).Routes(mux)
  root.Handle("/api/", http.StripPrefix("/api", mux))
  http.ListenAndServe(":1", root)
}
`,
    },
    verdicts: ['GET /api/users: implemented', 'GET /users: missing', 'GET /lost: missing'],
  },
  {
    name: 'of the type that a function gives',
    files: two('u, _ := api.NewUsers()\n  u.Routes(mux)'),
    verdicts: ['GET /users: implemented', 'GET /orders: implemented'],
  },
  {
    name: 'of the type that is written',
    files: two('u := api.Users{}\n  u.Routes(mux)'),
    verdicts: ['GET /users: implemented', 'GET /orders: missing'],
  },
]

describe('a method of Go registers where a call on a value means it:', () => {
  it.each(cases)('$name', async each => {
    expect(await endpointsIn(each.files, askedFor(each))).toEqual(each.verdicts)
  })
})
