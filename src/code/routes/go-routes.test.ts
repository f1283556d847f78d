import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'gin, in a package that is called like a group',
    files: {
      'go.mod': 'module ex.com/g\n',
      'main.go': `package main

import (
	"ex.com/g/api"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	api.Users(r.Group("/v1"))
	r.Run()
}
`,
      'api/users.go': `package api

import "github.com/gin-gonic/gin"

func Users(g *gin.RouterGroup) {
	g.GET("/users", getX)
}
`,
    },
    routes: ['GET /v1/users'],
  },
  {
    name: 'gorilla, with methods and subrouters',
    files: {
      'main.go': `package main

import (
	"net/http"
	"github.com/gorilla/mux"
	"example.org/shop/users"
)

func main() {
	r := mux.NewRouter()
	r.HandleFunc("/products/{key}", ProductHandler).Methods("GET", "PUT")
	r.HandleFunc("/any", AnyHandler)
	r.Handle("/h", http.HandlerFunc(ready)).Methods(http.MethodPost)
	s := r.PathPrefix("/api").Subrouter()
	s.HandleFunc("/{id:[0-9]+}", show).Methods("DELETE").Name("x")
	s.Methods("PATCH").Path("/patch").HandlerFunc(patch)
	s.Path("/path").Methods("GET").HandlerFunc(patch)
	users.Register(s.PathPrefix("/users").Subrouter())
	lost := mux.NewRouter()
	http.ListenAndServe(":80", r)
}

func unusedSetup() {
	r := mux.NewRouter()
	r.HandleFunc("/unused", x)
}
`,
      'go.mod': `module example.org/shop
`,
      'users/users.go': `package users
import "github.com/gorilla/mux"
func Register(r *mux.Router) {
	r.HandleFunc("", list).Methods("GET")
	r.HandleFunc("/stub", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNotImplemented) }).Methods("GET")
}
`,
    },
    routes: [
      'ANY /any',
      'DELETE /api/{id}',
      'GET /api/path',
      'GET /api/users',
      'GET /api/users/stub (stub)',
      'GET /products/{key}',
      'PATCH /api/patch',
      'POST /h',
      'PUT /products/{key}',
    ],
  },
  {
    name: 'net/http, of patterns with methods and of muxes behind a prefix',
    files: {
      'main.go': `package main
import "net/http"
func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /x", http.HandlerFunc(f))
	mux.HandleFunc("/{$}", f)
	api := http.NewServeMux()
	api.HandleFunc("POST /things/{id}", g)
	mux.Handle("/api/", http.StripPrefix("/api", api))
	mux.Handle("/v2/", http.StripPrefix("/v2", newV2()))
	http.ListenAndServe(":80", mux)
}
func newV2() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("GET /status", f)
	return m
}
`,
    },
    routes: ['ANY /', 'ANY /api', 'ANY /v2', 'GET /v2/status', 'GET /x', 'POST /api/things/{id}'],
  },
  {
    name: 'echo, of groups and of a function that is handed one',
    files: {
      'main.go': `package main
import "github.com/labstack/echo/v4"
func main() {
	e := echo.New()
	e.GET("/users/:id", getUser, middleware.Gzip())
	g := e.Group("/admin", middleware.BasicAuth(f))
	g.POST("/x", func(c echo.Context) error { return c.NoContent(501) })
	e.Add("PUT", "/add", add)
	e.Match([]string{"GET", http.MethodHead}, "/m", m)
	h := &Handler{}
	h.Register(g)
}
type Handler struct{}
func (h *Handler) Register(v1 *echo.Group) {
	g := v1.Group("/users")
	g.DELETE("/:id", h.Remove)
}
`,
    },
    routes: [
      'DELETE /admin/users/{id}',
      'GET /m',
      'GET /users/{id}',
      'HEAD /m',
      'POST /admin/x (stub)',
      'PUT /add',
    ],
  },
  {
    name: 'fiber, of groups and mounted applications',
    files: {
      'main.go': `package main
import "github.com/gofiber/fiber/v2"
func main() {
	app := fiber.New()
	app.Get("/user/:name?", handler)
	api := app.Group("/api", middleware)
	v1 := api.Group("/v1")
	v1.Post("/list", mid, list)
	micro := fiber.New()
	app.Mount("/john", micro)
	micro.Get("/doe", doe)
	app.Route("/test", func(api fiber.Router) {
		api.Get("/foo", foo).Name("foo")
	})
	app.Use("/x", mid)
	app.Listen(":3000")
}
`,
    },
    routes: [
      'GET /john/doe',
      'GET /test/foo',
      'GET /user',
      'GET /user/{name}',
      'POST /api/v1/list',
    ],
  },
  {
    name: 'httprouter',
    files: {
      'main.go': `package main
import "github.com/julienschmidt/httprouter"
func main() {
	router := httprouter.New()
	router.GET("/hello/:name", Hello)
	router.HandlerFunc("POST", "/f/*rest", f)
	router.Handler(http.MethodPut, "/h", f)
}
`,
    },
    routes: ['GET /hello/{name}', 'POST /f/{rest}', 'PUT /h'],
  },
  {
    name: 'gin, of paths without a slash',
    files: {
      'main.go': `package main
import "github.com/gin-gonic/gin"
func main() {
	r := gin.Default()
	users := r.Group("users")
	users.GET(":id", show)
	users.POST("", add)
	r.Run()
}
`,
    },
    routes: ['GET /users/{id}', 'POST /users'],
  },
  {
    name: 'functions that register, in a list that is walked',
    files: {
      'go.mod': 'module m\n',
      'main.go': `package main

import "github.com/gin-gonic/gin"

var more = []func(*gin.RouterGroup){
	Tags, // of everything
}

func main() {
	r := gin.Default()
	api := r.Group("/api")
	for _, register := range []func(*gin.RouterGroup){Users, Posts} {
		register(api)
	}
	for _, register := range more {
		register(r.Group("/more"))
	}
	r.Run()
}

func Users(g *gin.RouterGroup) { g.GET("/users", list) }

func Posts(g *gin.RouterGroup) { g.GET("/posts", list) }

func Tags(g *gin.RouterGroup) { g.GET("/tags", list) }

func list(c *gin.Context) { c.JSON(200, all()) }
`,
    },
    routes: ['GET /api/posts', 'GET /api/users', 'GET /more/tags'],
  },
  {
    name: 'gin, of several methods',
    files: {
      'main.go': `package main
import (
  "net/http"
  "regexp"
  "github.com/gin-gonic/gin"
)
func main() {
  r := gin.Default()
  r.Match([]string{"GET", "POST"}, "/x", h)
  v := r.Group("/v1")
  v.Match([]string{http.MethodPut}, "/y", auth(), h)
  regexp.Match("^/z$", []byte(name))
  r.Run()
}
`,
    },
    routes: ['GET /x', 'POST /x', 'PUT /v1/y'],
  },
]

describe('the routes that the frameworks of Go register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files, ['unusedSetup'])).toEqual(routes)
  })
})
