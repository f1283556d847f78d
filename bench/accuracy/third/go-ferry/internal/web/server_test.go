package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"example.org/ferry/internal/store"
)

func TestListSailings(t *testing.T) {
	h := New(store.NewMemory()).Handler()
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/api/v2/sailings", nil))
	if rec.Code != http.StatusOK {
		t.Fatal(rec.Code)
	}
}
