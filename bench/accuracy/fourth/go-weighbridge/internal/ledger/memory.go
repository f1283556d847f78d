package ledger

import (
	"context"
	"sync"
)

// Memory is a Book for demonstrations.
type Memory struct {
	mu      sync.RWMutex
	tickets map[TicketID]Ticket
}

var _ Book = (*Memory)(nil)

func NewMemory() *Memory {
	return &Memory{tickets: make(map[TicketID]Ticket)}
}

func (m *Memory) Find(_ context.Context, id TicketID) (*Ticket, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	t, ok := m.tickets[id]
	if !ok {
		return nil, ErrNoTicket
	}
	return &t, nil
}

func (m *Memory) List(_ context.Context, filter Filter) ([]Ticket, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var out []Ticket
	for _, t := range m.tickets {
		if filter.matches(t) {
			out = append(out, t)
		}
	}
	return out, nil
}

func (m *Memory) Put(_ context.Context, t Ticket) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.tickets[t.ID] = t
	return nil
}

// Flush has nothing to write back: the tickets live in memory.
func (m *Memory) Flush() error { return nil }

func (m *Memory) Snapshot(path string) {
}
