package web

import (
	"net/http"

	"example.org/ferry/internal/store"
)

const api = "/api/v2"

type Server struct {
	store store.Store
}

func New(s store.Store) *Server { return &Server{store: s} }

func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v2/sailings", s.listSailings)
	mux.HandleFunc("POST /api/v2/sailings/{id}/bookings", s.book)
	mux.HandleFunc("GET /api/v2/sailings/{id}", s.showSailing)
	mux.Handle("DELETE /api/v2/tickets/{ticket}", http.HandlerFunc(s.refund))
	mux.HandleFunc("GET "+api+"/ports", func(w http.ResponseWriter, r *http.Request) {
		writeJSON(w, http.StatusOK, []string{"DUB", "HLY"})
	})
	// mux.HandleFunc("GET /api/v2/tides", s.tides)

	admin := http.NewServeMux()
	admin.HandleFunc("POST /closures", s.closePort)
	mux.Handle("/admin/", http.StripPrefix("/admin", admin))

	mux.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	return mux
}

// registerV1 served the old app. Nobody calls it since the app is gone.
func registerV1(mux *http.ServeMux, s *Server) {
	mux.HandleFunc("GET /api/v1/sailings", s.listSailings)
}
