package httpapi

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"example.org/weighbridge/internal/ledger"
)

type ticketView struct {
	ID  string `json:"id"`
	Net int    `json:"net"`
}

func view(t ledger.Ticket) ticketView {
	return ticketView{ID: string(t.ID), Net: t.Net()}
}

func (s *Server) listTickets(w http.ResponseWriter, r *http.Request) {
	tickets, err := s.book.List(r.Context(), ledger.Filter{Material: r.URL.Query().Get("material")})
	if err != nil {
		s.fail(w, err)
		return
	}
	views := make([]ticketView, 0, len(tickets))
	for _, t := range tickets {
		views = append(views, view(t))
	}
	writeJSON(w, http.StatusOK, views)
}

func (s *Server) createTicket(w http.ResponseWriter, r *http.Request) {
	t, err := decode[ledger.Ticket](r)
	if err != nil || !t.ID.Valid() {
		http.Error(w, "bad ticket", http.StatusBadRequest)
		return
	}
	t.At = time.Now()
	if err := s.book.Put(r.Context(), t); err != nil {
		s.fail(w, err)
		return
	}
	writeJSON(w, http.StatusCreated, view(t))
}

func (s *Server) showTicket(w http.ResponseWriter, r *http.Request) {
	t, err := s.book.Find(r.Context(), ledger.TicketID(r.PathValue("id")))
	if err != nil {
		s.fail(w, err)
		return
	}
	writeJSON(w, http.StatusOK, view(*t))
}

func (s *Server) retare(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "not implemented", http.StatusNotImplemented)
}

func (s *Server) quote(w http.ResponseWriter, r *http.Request) {
	req, err := decode[struct {
		Material string
		Kg       int
	}](r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	cents, err := s.prices.Quote(req.Material, req.Kg)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	writeJSON(w, http.StatusOK, map[string]int{"cents": cents})
}

func (s *Server) fail(w http.ResponseWriter, err error) {
	if errors.Is(err, ledger.ErrNoTicket) {
		http.NotFound(w, nil)
		return
	}
	s.log.Error("request failed", "err", err)
	http.Error(w, "sorry", http.StatusInternalServerError)
}

func decode[T any](r *http.Request) (T, error) {
	var v T
	err := json.NewDecoder(r.Body).Decode(&v)
	return v, err
}
