package httpapi

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.org/weighbridge/internal/ledger"
	"example.org/weighbridge/internal/pricing"
)

type stubPrinter struct{ printed []string }

func (p *stubPrinter) PrintTicket(id string) { p.printed = append(p.printed, id) }

func TestCreateAndShow(t *testing.T) {
	srv := New(ledger.NewMemory(), pricing.Default())
	for _, step := range []struct {
		method, path, body string
		want               int
	}{
		{http.MethodPost, "/tickets", `{"ID":"W0000001","Gross":900,"Tare":400}`, http.StatusCreated},
		{http.MethodGet, "/tickets/W0000001", "", http.StatusOK},
	} {
		rec := httptest.NewRecorder()
		srv.ServeHTTP(rec, httptest.NewRequest(step.method, step.path, strings.NewReader(step.body)))
		if rec.Code != step.want {
			t.Errorf("%s %s: %d", step.method, step.path, rec.Code)
		}
	}
	(&stubPrinter{}).PrintTicket("W0000001")
}
