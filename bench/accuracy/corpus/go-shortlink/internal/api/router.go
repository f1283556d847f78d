package api

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.org/shortlink/internal/store"
)

// NewRouter wires every route of the service.
func NewRouter(links store.Links) http.Handler {
	h := &handlers{links: links}
	r := chi.NewRouter()
	r.Use(middleware.RequestID, middleware.Recoverer)

	r.Get("/{code}", h.follow)
	r.Route("/api", func(r chi.Router) {
		r.Use(requireToken)
		r.Route("/links", func(r chi.Router) {
			r.Get("/", h.list)
			r.Post("/", h.create)
			r.Route("/{code}", func(r chi.Router) {
				r.Get("/", h.show)
				r.Delete("/", h.remove)
				r.Put("/", h.replace)
			})
		})
		// r.Post("/links/import", h.importCSV)
		r.Get("/export", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusNotImplemented)
		})
	})
	r.Mount("/debug", debugRouter())
	return r
}

func debugRouter() chi.Router {
	r := chi.NewRouter()
	r.Method(http.MethodGet, "/ready", http.HandlerFunc(ready))
	return r
}

func legacyRouter() chi.Router {
	r := chi.NewRouter()
	r.Get("/v0/links", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	return r
}
