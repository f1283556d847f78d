package store

import (
	"context"
	"sort"
	"sync"
	"time"
)

type Memory struct {
	mu    sync.RWMutex
	links map[string]Link
}

var _ Links = (*Memory)(nil)

func NewMemory() *Memory { return &Memory{links: map[string]Link{}} }

func (m *Memory) Find(_ context.Context, code string) (Link, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	link, ok := m.links[code]
	if !ok {
		return Link{}, ErrNotFound
	}
	return link, nil
}

func (m *Memory) All(context.Context) ([]Link, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return sorted(m.links), nil
}

func (m *Memory) Save(_ context.Context, link Link) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.links[link.Code] = link
	return nil
}

func (m *Memory) Delete(_ context.Context, code string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.links, code)
	return nil
}

func (m *Memory) Prune(_ context.Context, days int) error {
	horizon := time.Now().AddDate(0, 0, -days)
	m.mu.Lock()
	defer m.mu.Unlock()
	for code, link := range m.links {
		if link.LastUsed.Before(horizon) {
			delete(m.links, code)
		}
	}
	return nil
}

// Close is here for symmetry with Postgres; memory needs no closing.
func (m *Memory) Close() error { return nil }

func sorted(links map[string]Link) []Link {
	out := make([]Link, 0, len(links))
	for _, link := range links {
		out = append(out, link)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Code < out[j].Code })
	return out
}

func filter[T any](items []T, keep func(T) bool) []T {
	var out []T
	for _, item := range items {
		if keep(item) {
			out = append(out, item)
		}
	}
	return out
}
