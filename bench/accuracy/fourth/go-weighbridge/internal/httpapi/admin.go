package httpapi

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"example.org/weighbridge/internal/collect"
	"example.org/weighbridge/internal/ledger"
)

func adminRouter(book ledger.Book) http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer, basicAuth("bridge"))
	r.Get("/totals", totals(book))
	r.Route("/hauliers", func(r chi.Router) {
		r.Get("/", listHauliers)
		r.Post("/", createHaulier)
		r.With(withJSON).Put("/{plate}", updateHaulier)
	})
	return r
}

func totals(book ledger.Reader) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tickets, err := book.List(r.Context(), ledger.Filter{})
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		groups := collect.GroupBy(tickets, func(t ledger.Ticket) string { return t.Material })
		out := map[string]int{}
		for material, group := range groups {
			out[material] = collect.Sum(group, ledger.Ticket.Net)
		}
		writeJSON(w, http.StatusOK, out)
	}
}

var listHauliers = func(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, []string{})
}

func createHaulier(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusCreated, map[string]string{"plate": r.FormValue("plate")})
}

func updateHaulier(w http.ResponseWriter, r *http.Request) {
	panic("not implemented")
}

func reportsRouter() http.Handler {
	r := chi.NewRouter()
	r.Get("/reports/monthly", func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte("month;net\n"))
	})
	return r
}
