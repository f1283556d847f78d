package ledger

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Kind says what happened to a ticket.
type Kind uint8

const (
	Weighed Kind = iota
	Corrected
	Voided
)

func (k Kind) String() string {
	switch k {
	case Weighed:
		return "weighed"
	case Corrected:
		return "corrected"
	default:
		return fmt.Sprintf("Kind(%d)", uint8(k))
	}
}

// Event is sent to every sink.
type Event struct {
	Kind Kind
	ID   TicketID
}

type (
	Sink     interface{ Receive(Event) error }
	SinkFunc func(Event) error
)

func (f SinkFunc) Receive(e Event) error { return f(e) }

// Discard is a Sink that drops every event; it is meant to do nothing.
type Discard struct{}

func (Discard) Receive(Event) error { return nil }

type Relay struct {
	sync.Mutex
	sinks map[string]Sink
}

func (r *Relay) Subscribe(name string, s Sink) (cancel func()) {
	r.Lock()
	defer r.Unlock()
	if r.sinks == nil {
		r.sinks = map[string]Sink{}
	}
	r.sinks[name] = s
	return func() {
		r.Lock()
		defer r.Unlock()
		delete(r.sinks, name)
	}
}

func (r *Relay) Publish(e Event) {
	for name, s := range r.sinks {
		go func(name string, s Sink) {
			if err := s.Receive(e); err != nil {
				fmt.Println("sink", name, err)
			}
		}(name, s)
	}
}

func (r *Relay) Drain(ctx context.Context) error {
	return fmt.Errorf("not implemented")
}

// Recorded wraps a Writer and publishes what it wrote.
type Recorded struct {
	Writer
	Relay *Relay
}

func (r Recorded) Put(ctx context.Context, t Ticket) error {
	if err := r.Writer.Put(ctx, t); err != nil {
		return err
	}
	r.Relay.Publish(Event{Weighed, t.ID})
	return nil
}

var now Clock = time.Now

var stamp = func() string { return now().Format(time.RFC3339) }
