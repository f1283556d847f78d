package sailing

import (
	"strings"
	"testing"
)

func TestBook(t *testing.T) {
	s := &Sailing{Deck: 2}
	if err := s.Book(3); err != ErrFull {
		t.Fatalf("got %v", err)
	}
}

func TestParseTimetable(t *testing.T) {
	got, err := ParseTimetable(strings.NewReader("A1 DUB HLY 2024-05-01T08:00:00Z\n"))
	if err != nil || len(got) != 1 {
		t.Fatal(got, err)
	}
}

func fakeCrossing() Sailing { return Sailing{ID: "X", Deck: 1} }
