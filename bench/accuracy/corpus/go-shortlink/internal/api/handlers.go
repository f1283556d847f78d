package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.org/shortlink/internal/shorten"
	"example.org/shortlink/internal/store"
)

type handlers struct {
	links store.Links
}

type createRequest struct {
	URL   string `json:"url"`
	Alias string `json:"alias,omitempty"`
}

func (h *handlers) follow(w http.ResponseWriter, r *http.Request) {
	link, err := h.links.Find(r.Context(), chi.URLParam(r, "code"))
	if errors.Is(err, store.ErrNotFound) {
		http.NotFound(w, r)
		return
	}
	http.Redirect(w, r, link.Target, http.StatusFound)
}

func (h *handlers) list(w http.ResponseWriter, r *http.Request) {
	links, err := h.links.All(r.Context())
	respond(w, links, err)
}

func (h *handlers) create(w http.ResponseWriter, r *http.Request) {
	var body createRequest
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	code := body.Alias
	if code == "" {
		code = shorten.Code(body.URL)
	}
	link := store.Link{Code: code, Target: shorten.Normalize(body.URL)}
	respond(w, link, h.links.Save(r.Context(), link))
}

func (h *handlers) show(w http.ResponseWriter, r *http.Request) {
	link, err := h.links.Find(r.Context(), chi.URLParam(r, "code"))
	respond(w, link, err)
}

func (h *handlers) remove(w http.ResponseWriter, r *http.Request) {
	respond(w, nil, h.links.Delete(r.Context(), chi.URLParam(r, "code")))
}

func (h *handlers) replace(w http.ResponseWriter, r *http.Request) {
	panic("not implemented")
}

func respond(w http.ResponseWriter, value any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value)
}

func ready(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
