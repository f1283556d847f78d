package httpapi

import (
	"log/slog"
	"net/http"

	"example.org/weighbridge/internal/ledger"
	"example.org/weighbridge/internal/pricing"
)

type Option func(*Server)

func WithLogger(l *slog.Logger) Option {
	return func(s *Server) { s.log = l }
}

type Server struct {
	book   ledger.Book
	prices *pricing.Engine
	log    *slog.Logger
	mux    *http.ServeMux
}

func New(book ledger.Book, prices *pricing.Engine, opts ...Option) *Server {
	s := &Server{book: book, prices: prices, log: slog.Default(), mux: http.NewServeMux()}
	for _, opt := range opts {
		opt(s)
	}
	s.routes()
	return s
}

func (s *Server) routes() {
	s.mux.HandleFunc("GET /tickets", s.listTickets)
	s.mux.HandleFunc("POST /tickets", s.createTicket)
	s.mux.HandleFunc("GET /tickets/{id}", s.showTicket)
	s.mux.HandleFunc("PUT /tickets/{id}/tare", s.retare)
	s.mux.Handle("POST /quotes", withJSON(http.HandlerFunc(s.quote)))
	s.mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	// s.mux.HandleFunc("DELETE /tickets/{id}", s.voidTicket)
	s.mux.Handle("/admin/", http.StripPrefix("/admin", adminRouter(s.book)))
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mux.ServeHTTP(w, r)
}

func (s *Server) debugRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /debug/vars", func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte("{}"))
	})
}
