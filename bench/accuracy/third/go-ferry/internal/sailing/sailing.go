package sailing

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// ErrFull is returned when no deck space is left.
var ErrFull = errors.New("sailing is full")

type Sailing struct {
	ID     string
	From   string
	To     string
	Leaves time.Time
	Deck   int
	taken  int
}

// Port is a three-letter code.
type Port = string

// Booker is what the web layer needs.
type Booker interface {
	Book(lanes int) error
}

func (s *Sailing) Book(lanes int) error {
	if s.taken+lanes > s.Deck {
		return ErrFull
	}
	s.taken += lanes
	return nil
}

func (s *Sailing) Cancel(lanes int) {
	s.taken = max(0, s.taken-lanes)
}

// ParseTimetable reads lines of the form "ID FROM TO RFC3339".
func ParseTimetable(r io.Reader) ([]Sailing, error) {
	var out []Sailing
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		part := strings.Fields(sc.Text())
		if len(part) != 4 {
			return nil, fmt.Errorf("bad line %q", sc.Text())
		}
		at, err := time.Parse(time.RFC3339, part[3])
		if err != nil {
			return nil, err
		}
		out = append(out, Sailing{ID: part[0], From: part[1], To: part[2], Leaves: at})
	}
	return out, sc.Err()
}
