// Package ledger keeps the tickets of the weighbridge.
package ledger

import (
	"context"
	"errors"
	"time"
)

type (
	// TicketID is what is printed in the corner of a ticket.
	TicketID string

	// Ticket is one crossing of the bridge, in kilograms.
	Ticket struct {
		ID       TicketID
		Plate    string
		Material string
		Gross    int
		Tare     int
		At       time.Time
	}

	// Clock is swapped in tests.
	Clock func() time.Time
)

// ErrNoTicket is answered when a ticket is unknown.
var ErrNoTicket = errors.New("ledger: no such ticket")

// Reader and Writer are what the handlers need.
type Reader interface {
	Find(ctx context.Context, id TicketID) (*Ticket, error)
	List(ctx context.Context, filter Filter) ([]Ticket, error)
}

type Writer interface {
	Put(ctx context.Context, t Ticket) error
}

type Book interface {
	Reader
	Writer
}

// Filter narrows a list; its zero value lets everything through.
type Filter struct {
	Material string
	Since    time.Time
}

func (t Ticket) Net() int { return t.Gross - t.Tare }

func (t *Ticket) Retare(kg int) {
	t.Tare = kg
}

func (id TicketID) Valid() bool {
	return len(id) == 8 && id[0] == 'W'
}

func (f Filter) matches(t Ticket) bool {
	if f.Material != "" && f.Material != t.Material {
		return false
	}
	return f.Since.IsZero() || t.At.After(f.Since)
}
