package pricing

import "testing"

type fixedRule struct{ cents int }

func (fixedRule) Weight() int { return 99 }

func (f fixedRule) Price(string, int) (int, bool) { return f.cents, true }

func TestQuote(t *testing.T) {
	e := Build().With(fixedRule{7}).Engine()
	if got, _ := e.Quote("sand", 1); got != 7 {
		t.Fatal(got)
	}
	if got, _ := Default().Quote("gravel", 1000); got != 3000 {
		t.Fatal(got)
	}
}
