import { describe, expect, it } from 'vitest'
import { judge } from '../../../../test/judged.ts'

type Files = Readonly<Record<string, string>>

const statusesOf = async (files: Files, endpoints: readonly string[]) => {
  const resources = endpoints.map(
    (each, index) => `    r${index}:\n      attributes:\n        endpoints: ["${each}"]\n`,
  )
  const found = await judge(files, `  endpoint:\n${resources.join('')}`)
  return endpoints.map((_, index) => found.get(`endpoint.r${index}`)!.status)
}

const frameworks = [
  ['net/http', 'net/http', 'http.NewServeMux()', '*http.ServeMux', 'HandleFunc("GET /x", x)'],
  [
    'gorilla',
    'github.com/gorilla/mux',
    'mux.NewRouter()',
    '*mux.Router',
    'HandleFunc("/x", x).Methods("GET")',
  ],
  ['chi', 'github.com/go-chi/chi/v5', 'chi.NewRouter()', 'chi.Router', 'Get("/x", x)'],
  ['gin', 'github.com/gin-gonic/gin', 'gin.Default()', '*gin.Engine', 'GET("/x", x)'],
  ['echo', 'github.com/labstack/echo/v4', 'echo.New()', '*echo.Echo', 'GET("/x", x)'],
  ['fiber', 'github.com/gofiber/fiber/v2', 'fiber.New()', '*fiber.App', 'Get("/x", x)'],
] as const

const head = (module: string) => `package main
import (
	"net/http"
	"${module}"
)
func x(w http.ResponseWriter, q *http.Request) { w.Write(all()) }
`

describe('a router that Go', () => {
  it.each(frameworks)('keeps in a struct, of %s', async (_, module, made, type, registering) => {
    const struct = (call: string) => `${head(module)}
type server struct {
	router ${type}
	db     *store
}
func (s *server) routes() {
	s.router.${registering}
}
func main() {
	s := &server{router: ${made}}
	${call}
	http.ListenAndServe(":1", s.router)
}
`
    const endpoints = ['GET /x', 'GET /y']
    const found = await statusesOf({ 'main.go': struct('s.routes()') }, endpoints)
    expect(found).toEqual(['implemented', 'missing'])
    expect(await statusesOf({ 'main.go': struct('s.start()') }, endpoints)).toEqual([
      'missing',
      'missing',
    ])
  })

  it.each(frameworks)('hands to a function, of %s', async (_, module, made, type, registering) => {
    const text = `${head(module)}
func addRoutes(target ${type}, s *store) {
	target.${registering}
}
func main() {
	m := ${made}
	addRoutes(m, open())
	http.ListenAndServe(":1", m)
}
`
    expect(await statusesOf({ 'main.go': text }, ['GET /x', 'POST /y'])).toEqual([
      'implemented',
      'missing',
    ])
  })

  it('keeps as a group has a prefix that nobody can read', async () => {
    const text = `package main
import "github.com/gin-gonic/gin"
type handler struct {
	rg *gin.RouterGroup
}
func (h *handler) Register() {
	h.rg.GET("/x", func(c *gin.Context) { c.JSON(200, all()) })
}
func main() {
	r := gin.Default()
	h := &handler{rg: r.Group("/api")}
	h.Register()
	r.Run()
}
`
    expect(await statusesOf({ 'main.go': text }, ['GET /api/x', 'GET /y'])).toEqual([
      'partial',
      'missing',
    ])
  })
})
