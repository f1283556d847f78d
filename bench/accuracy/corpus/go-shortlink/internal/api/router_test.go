package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.org/shortlink/internal/store"
)

type recordingLinks struct{ store.Links }

func newServer(t *testing.T) *httptest.Server {
	t.Helper()
	return httptest.NewServer(NewRouter(store.NewMemory()))
}

func TestCreateNeedsToken(t *testing.T) {
	server := newServer(t)
	defer server.Close()
	response, err := http.Post(server.URL+"/api/links", "application/json", strings.NewReader(`{}`))
	if err != nil || response.StatusCode != http.StatusUnauthorized {
		t.Fatalf("got %v, %v", response, err)
	}
}
