package web

import (
	"encoding/json"
	"net/http"

	"example.org/ferry/internal/sailing"
)

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

func (s *Server) listSailings(w http.ResponseWriter, r *http.Request) {
	all, err := s.store.Sailings(r.Context(), r.URL.Query().Get("from"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeJSON(w, http.StatusOK, all)
}

func (s *Server) showSailing(w http.ResponseWriter, r *http.Request) {
	all, _ := s.store.Sailings(r.Context(), "")
	for _, one := range all {
		if one.ID == r.PathValue("id") {
			writeJSON(w, http.StatusOK, one)
			return
		}
	}
	http.NotFound(w, r)
}

func (s *Server) book(w http.ResponseWriter, r *http.Request) {
	var in struct{ Lanes int }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	one := sailing.Sailing{ID: r.PathValue("id"), Deck: 40}
	if err := one.Book(in.Lanes); err != nil {
		http.Error(w, err.Error(), http.StatusConflict)
		return
	}
	writeJSON(w, http.StatusCreated, in)
}

func (s *Server) refund(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "not implemented", http.StatusNotImplemented)
}

func (s *Server) closePort(w http.ResponseWriter, r *http.Request) {
	port := r.URL.Query().Get("port")
	if port == "" {
		http.Error(w, "port is missing", http.StatusBadRequest)
		return
	}
	writeJSON(w, http.StatusOK, map[string]string{"closed": port})
}
