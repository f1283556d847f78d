package web

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"

	"example.org/greenhouse/climate"
)

func TestLimits(t *testing.T) {
	t.Setenv("GREENHOUSE_KEY", "k")
	r := Router(nil, climate.New(climate.DefaultLimits()))
	req := httptest.NewRequest(http.MethodGet, "/api/v2/climate/limits", nil)
	req.Header.Set("Authorization", "Bearer k")
	w := httptest.NewRecorder()
	r.ServeHTTP(w, req)
	if w.Code != http.StatusOK {
		t.Fatalf("got %d", w.Code)
	}
}

func TestOnlyHere(t *testing.T) {
	r := gin.New()
	r.GET("/api/v2/echo", func(c *gin.Context) { c.String(200, c.Query("q")) })
}
